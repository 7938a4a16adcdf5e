// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace graphclient {

/// Any of HTTP's three date forms (RFC 9110, 5.6.7): IMF-fixdate, RFC 850, asctime. The day of the
/// week is not checked.
std::optional<std::chrono::sys_seconds> parse_http_date(std::string_view text);
/// As IMF-fixdate: Sun, 06 Nov 1994 08:49:37 GMT.
std::string http_date(std::chrono::sys_seconds time);

}  // namespace graphclient
