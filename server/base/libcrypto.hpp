// SPDX-License-Identifier: MIT
// OpenSSL's objects with an owner, and its failures, for the few files that may include it.
#pragma once

#include <memory>
#include <stdexcept>

namespace graphfault {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
/// An object of OpenSSL's that `Free` ends.
template <class T, auto Free>
using Owned = std::unique_ptr<T, Freed<Free>>;

/// Throws std::runtime_error: for what fails only where there is no memory or no provider, with
/// nothing to go on with.
inline void demand(bool done) {
  if (!done) {
    throw std::runtime_error("libcrypto failed");
  }
}

}  // namespace graphfault
