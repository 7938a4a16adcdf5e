// SPDX-License-Identifier: MIT
#pragma once

#include "pace/clock.hpp"

#include <cstddef>
#include <string>

namespace graphclient {

/// Who is told how the work goes. Every member is called on the working thread.
class Observer {
 public:
  Observer() = default;
  Observer(const Observer&) = delete;
  Observer& operator=(const Observer&) = delete;
  virtual ~Observer() = default;

  /// So many pages are read, holding so many items.
  virtual void page(int /*pages*/, std::size_t /*items*/) {}
  /// Called at the start of a wait and about once a second during it.
  virtual void waiting(const std::string& /*why*/, Milliseconds /*left*/) {}
  /// Something that a person may want to know: a restarted listing, a renewed token.
  virtual void note(const std::string& /*text*/) {}
};

}  // namespace graphclient
