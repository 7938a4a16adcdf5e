// SPDX-License-Identifier: MIT
// A fuzz target is one source that defines try_input(); libFuzzer calls it with what it makes up.
#pragma once

#include <string_view>

namespace graphfault::fuzz {

/// Uses the input; whatever it is, nothing may crash, hang or leak, and what the target promises
/// holds. Deterministic: the same input does the same.
void try_input(std::string_view input);

/// Ends the run with `promise` where it does not hold.
void require(bool holds, std::string_view promise);

}  // namespace graphfault::fuzz
