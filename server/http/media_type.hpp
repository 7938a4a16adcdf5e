// SPDX-License-Identifier: MIT
// Content-Type, Accept and Accept-Encoding (RFC 9110 sections 8.3 and 12.5).
#pragma once

#include "http/headers.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace graphfault::http {

/// `application/json` of `Application/JSON; charset=utf-8`: in lower case, without parameters;
/// empty where it is no type/subtype.
std::string media_essence(std::string_view content_type);

/// The value of a Content-Type's parameter, unquoted; its name in any case. The view lives as long
/// as the text.
std::optional<std::string_view> media_parameter(std::string_view content_type,
                                                std::string_view name);

/// True where the request's Accept lets the answer be `essence` (in lower case): the most specific
/// range that fits has a q above 0, or there is no Accept. Parameters other than q are not looked
/// at.
bool accepts(const Headers& request, std::string_view essence);

/// True where the value of an Accept-Encoding names gzip or x-gzip with a q above 0, or `*` with
/// one where it names neither. Without the header nothing but identity is accepted.
bool accepts_gzip(std::string_view accept_encoding);

}  // namespace graphfault::http
