// SPDX-License-Identifier: MIT
// Retry-After windows: while one is open, the same call of the same caller gets the same answer
// again, with what is left, and plays no step.
#pragma once

#include "base/bounded_map.hpp"
#include "base/clock.hpp"
#include "scenario/model.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace graphfault::engine {

/// Times are the tenant's clock. A call is inside where begins <= its begin < ends.
struct Window {
  Instant begins{};                      ///< the answer left
  Instant ends{};                        ///< its Retry-After is over
  const scenario::Rule* rule = nullptr;  ///< of the scenario that the tenant runs
  std::size_t step = 0;                  ///< from 0
};

/// Not thread-safe: guarded by its tenant. Holds the newest `limit` windows.
class Windows {
 public:
  explicit Windows(std::size_t limit = 100'000) : open_(limit) {}

  /// Opens a window for a key (append_window_key). Of two for one key the later end stays.
  void open(std::string_view key, const Window& window);
  /// The window that a call begun at `begun` is inside of, or null. Forgets one that is over.
  const Window* find(std::string_view key, Instant begun);
  /// True where find() needs no key.
  bool none() const { return open_.empty(); }
  /// How many are open at that time.
  std::size_t open_at(Instant now) const;
  /// Calls `show` with each key and window open at that time, oldest first.
  template <class Show>
  void each(Instant now, Show&& show) const {
    for (const auto& [key, window] : open_) {
      if (now < window.ends) {
        show(key, window);
      }
    }
  }

 private:
  BoundedMap<Window> open_;
};

}  // namespace graphfault::engine
