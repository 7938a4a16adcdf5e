// SPDX-License-Identifier: MIT
// What is taken out of an exchange before it is kept: tokens, secrets, passwords, cookies.
#pragma once

#include "http/headers.hpp"

#include <string>
#include <string_view>

namespace graphfault::journal {

/// What stands where a secret was.
inline constexpr std::string_view kRedacted = "[redacted]";

/// Values of Authorization, Proxy-Authorization (their scheme stays: `Bearer [redacted]`), Cookie
/// and Set-Cookie.
http::Headers redact(const http::Headers& headers);
/// The same; copies nothing but the redacted lines.
http::Headers redact(http::Headers&& headers);
/// Form fields and query options: client_secret, client_assertion, password, refresh_token,
/// assertion, code, device_code, access_token and id_token. Everything else stays as sent.
std::string redact_form(std::string_view body);
/// JSON members of those names, and authorization, cookie and secretText, at any depth. Takes a
/// body that was cut, and text that is no JSON.
std::string redact_tokens(std::string_view json_body);

}  // namespace graphfault::journal
