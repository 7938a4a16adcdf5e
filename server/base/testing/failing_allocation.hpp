// SPDX-License-Identifier: MIT
// Out of memory at a chosen moment. To be included by one file of a test program: it replaces the
// program's operator new.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

namespace graphfault::testing {

/// While it lives, this thread's allocation number `which`, from 0, throws std::bad_alloc; the ones
/// before and after it succeed. Those of fewer than `at_least` bytes are not counted.
class FailingAllocation {
 public:
  explicit FailingAllocation(int which, std::size_t at_least = 0) {
    left = which;
    least = at_least;
  }
  ~FailingAllocation() { left = kNone; }
  FailingAllocation(const FailingAllocation&) = delete;
  FailingAllocation& operator=(const FailingAllocation&) = delete;

  /// True where that many allocations have not been reached.
  static bool was_not_reached() { return left >= 0; }

  static void* allocate(std::size_t size) {
    if (left >= 0 && size >= least && left-- == 0) {
      throw std::bad_alloc();
    }
    void* const block = std::malloc(size == 0 ? 1 : size);
    if (block == nullptr) {
      throw std::bad_alloc();
    }
    return block;
  }

 private:
  static constexpr int kNone = -1;
  static inline thread_local int left = kNone;
  static inline thread_local std::size_t least = 0;
};

}  // namespace graphfault::testing

void* operator new(std::size_t size) {
  return graphfault::testing::FailingAllocation::allocate(size);
}
void* operator new[](std::size_t size) {
  return graphfault::testing::FailingAllocation::allocate(size);
}
// std::stable_sort asks this way, and gives back to the plain operator delete.
void* operator new(std::size_t size, const std::nothrow_t& /*none*/) noexcept {
  try {
    return graphfault::testing::FailingAllocation::allocate(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void operator delete(void* block) noexcept { std::free(block); }
void operator delete[](void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t /*size*/) noexcept { std::free(block); }
void operator delete[](void* block, std::size_t /*size*/) noexcept { std::free(block); }
