// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace graphfault {

/// Standard alphabet with padding (RFC 4648 section 4).
std::string base64(std::string_view bytes);
/// URL-safe alphabet without padding (section 5), as JWTs use it.
std::string base64url(std::string_view bytes);
/// Reads either alphabet, padded or not; nothing where a character or the length does not fit.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace graphfault
