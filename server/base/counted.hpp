// SPDX-License-Identifier: MIT
// A number and its noun, in agreement: `1 request`, `2 requests`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace graphfault {

/// The noun that goes with the number: `one` with 1, otherwise `many`, or `one` and an s where
/// `many` is empty.
std::string agreeing(std::uint64_t number, std::string_view one, std::string_view many = {});

/// `1 request`, `2 requests`, `0 processes`: the number and the noun that goes with it.
std::string counted(std::uint64_t number, std::string_view one, std::string_view many = {});

/// `once`, `0 times`, `2 times`.
std::string how_often(std::uint64_t times);

/// `3`, `2 to 6`, `at least 3` where there is no greatest (the greatest number there is), `at most
/// 6` where 0 is enough.
std::string number_range(std::uint64_t least, std::uint64_t most);

}  // namespace graphfault
