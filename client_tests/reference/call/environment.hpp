// SPDX-License-Identifier: MIT
#pragma once

#include "call/observer.hpp"
#include "pace/clock.hpp"
#include "pace/random.hpp"
#include "wire/transport.hpp"

namespace graphclient {

/// All of the outside world. Everything here outlives what is given it.
struct Environment {
  Transport& transport;
  Clock& clock;
  Random& random;
  Observer& observer;
};

/// Sleeps in slices of a second, telling the observer what is left.
void pause(const Environment& environment, const std::string& why, Milliseconds time);

}  // namespace graphclient
