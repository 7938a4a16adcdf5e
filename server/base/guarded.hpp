// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <utility>

namespace graphfault {

/// A value that can be touched only under its lock:
/// `journal.with([&](Journal& j) { return j.size(); })`.
template <class T>
class Guarded {
 public:
  template <class... Args>
  explicit Guarded(Args&&... args) : value_(std::forward<Args>(args)...) {}

  template <class Act>
  decltype(auto) with(Act&& act) {
    const std::lock_guard lock(mutex_);
    return std::forward<Act>(act)(value_);
  }
  template <class Act>
  decltype(auto) with(Act&& act) const {
    const std::lock_guard lock(mutex_);
    return std::forward<Act>(act)(std::as_const(value_));
  }

 private:
  mutable std::mutex mutex_;
  T value_;
};

}  // namespace graphfault
