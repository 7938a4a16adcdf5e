// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace graphfault {

/// How many bytes the well-formed UTF-8 sequence at the start of `text` has (1 to 4; RFC 3629: no
/// surrogates, no overlong forms), or 0 where there is none.
std::size_t utf8_sequence(std::string_view text);

bool is_utf8(std::string_view text);

/// How many characters (code points) the text has; each byte that fits nowhere counts as one.
std::size_t utf8_length(std::string_view text);

}  // namespace graphfault
