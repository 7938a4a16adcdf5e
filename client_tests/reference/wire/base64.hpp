// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace graphclient {

/// Standard or URL-safe alphabet, with or without padding: services and middle boxes send all four.
/// nullopt for anything else.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace graphclient
