// SPDX-License-Identifier: MIT
#include "pace/patience.hpp"

#include <algorithm>
#include <cmath>

namespace graphclient {

Milliseconds Deadline::left(Clock& clock) const {
  return std::max(Milliseconds(0), end_ - clock.now());
}

Milliseconds back_off(const Patience& patience, int attempt, Random& random) {
  const double doubled =
      static_cast<double>(patience.first_delay.count()) * std::exp2(std::clamp(attempt, 1, 40) - 1);
  const double whole = std::min(doubled, static_cast<double>(patience.longest_delay.count()));
  const double drawn = whole / 2 + unit(random) * whole / 2;
  return Milliseconds(std::llround(drawn));
}

}  // namespace graphclient
