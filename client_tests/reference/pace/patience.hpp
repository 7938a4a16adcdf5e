// SPDX-License-Identifier: MIT
// How long and how often the client tries, and the two caps that end it.
#pragma once

#include "pace/clock.hpp"
#include "pace/random.hpp"

namespace graphclient {

struct Patience {
  int max_attempts = 8;                    ///< per request, the first one included; at least 1
  Milliseconds max_time{10 * 60 * 1000};   ///< per operation (a whole listing, a whole batch)
  Milliseconds first_delay{1'000};         ///< of the back-off where the service names no wait
  Milliseconds longest_delay{180 * 1000};  ///< of the back-off
};

/// The total time of one operation, shared by all its requests.
class Deadline {
 public:
  Deadline(Clock& clock, Milliseconds time) : end_(clock.now() + time) {}
  Milliseconds left(Clock& clock) const;

 private:
  Instant end_;
};

/// The wait before attempt `attempt` + 1 (from 1): first_delay doubled each time, at most
/// longest_delay, of which the upper half is drawn by lot, so that clients do not come back in
/// step.
Milliseconds back_off(const Patience& patience, int attempt, Random& random);

}  // namespace graphclient
