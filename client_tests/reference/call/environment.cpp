// SPDX-License-Identifier: MIT
#include "call/environment.hpp"

#include <algorithm>

namespace graphclient {

void pause(const Environment& environment, const std::string& why, Milliseconds time) {
  constexpr Milliseconds kSlice{1000};
  while (time > Milliseconds(0)) {
    environment.observer.waiting(why, time);
    const Milliseconds slice = std::min(time, kSlice);
    environment.clock.sleep(slice);
    time -= slice;
  }
}

}  // namespace graphclient
