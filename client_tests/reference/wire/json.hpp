// SPDX-License-Identifier: MIT
// JSON as the client reads and writes it. Key order is kept, so that what is saved looks like what
// came.
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace graphclient {

using Json = nlohmann::ordered_json;

/// nullopt for anything that is not one JSON document.
std::optional<Json> parse_json(std::string_view text);
/// The member's text, or "" where it is absent or no string.
std::string text_of(const Json& object, std::string_view key);
/// The member where `object` is an object that has it; nullptr otherwise.
const Json* member(const Json& object, std::string_view key);
/// One line. Bytes that are no UTF-8 are replaced, never thrown over.
std::string compact(const Json& value);
/// Two blanks of indentation, ends with a newline.
std::string pretty(const Json& value);

}  // namespace graphclient
