// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/model.hpp"

#include <string>

namespace graphfault::scenario {

/// One rule's condition in a few words: `GET /users, page 2`.
std::string describe(const When& when);
/// One step in a few words: `429 TooManyRequests, Retry-After 2s, twice`.
std::string describe(const Step& step);

}  // namespace graphfault::scenario
