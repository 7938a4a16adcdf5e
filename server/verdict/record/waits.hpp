// SPDX-License-Identifier: MIT
// The waits that answers asked for, and those that happened.
#pragma once

#include "verdict/record/record.hpp"

#include <string>
#include <vector>

namespace graphfault::verdict {

struct Wait {
  const Exchange* answer = nullptr;
  const Exchange* next = nullptr;
  Duration due{};
  Duration waited{};
};

/// What Retry-After of the answer asked for; zero where it has none.
Duration asked_wait(const Exchange& answer);

/// A batch whose failed operations came back in a later batch, or by themselves: from its leaving
/// to that request's beginning, due the longest Retry-After of the operations that it tried again.
/// What parallel workers may have asked for is left out where it came early.
std::vector<Wait> batch_waits(const Record& record);

/// A wait as people read it, rounded to milliseconds: `1.999s`.
std::string wait_length(Duration wait);

/// `#3 GET /users: 429 asked for 2s, #4 came after 0.4s`.
std::string wait_text(const Wait& wait);

}  // namespace graphfault::verdict
