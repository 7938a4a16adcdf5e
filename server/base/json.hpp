// SPDX-License-Identifier: MIT
// JSON with its keys in written order, and the fast path that appends to a string.
#pragma once

#include "base/result.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace graphfault {

using Json = nlohmann::ordered_json;

/// Parses strictly (UTF-8, no comments); nesting deeper than 64 is refused, and so is an object of
/// more than 1,000 members (finding a key is linear, so that more would be a way to keep a server
/// busy). The problem's message says the byte offset.
Result<Json> parse_json(std::string_view text);

/// Compact text; bytes that are not UTF-8 become U+FFFD.
std::string json_text(const Json& value);

/// Appends `"text"` with everything escaped that JSON demands; bytes that are not UTF-8 become
/// U+FFFD.
void append_json_string(std::string& out, std::string_view text);

}  // namespace graphfault
