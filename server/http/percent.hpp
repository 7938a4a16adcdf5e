// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace graphfault::http {

enum class Plus { literal, space };

/// Decodes %XX; a broken escape stays as written. Plus::space reads + as a blank, as in queries and
/// forms.
std::string percent_decode(std::string_view text, Plus plus = Plus::literal);
/// Encodes everything but unreserved characters (RFC 3986) and those in `keep`.
std::string percent_encode(std::string_view text, std::string_view keep = {});

}  // namespace graphfault::http
