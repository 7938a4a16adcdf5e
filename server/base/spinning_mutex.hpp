// SPDX-License-Identifier: MIT
// The lock of what is held for about a microsecond.
#pragma once

#include <mutex>

namespace graphfault {

/// A mutex that tries for a few microseconds before it sleeps: to be put to sleep and woken costs
/// several times what the lock is held for. Meets Lockable.
class SpinningMutex {
 public:
  void lock() {
    for (int tries = 0; tries < kTries; ++tries) {
      if (mutex_.try_lock()) {
        return;
      }
      pause();
    }
    mutex_.lock();
  }
  bool try_lock() { return mutex_.try_lock(); }
  void unlock() { mutex_.unlock(); }

 private:
  static constexpr int kTries = 100;

  // Leaves the core to its other hyperthread, and the lock's cache line to its holder.
  static void pause() {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    asm volatile("yield");
#endif
  }

  std::mutex mutex_{};
};

}  // namespace graphfault
