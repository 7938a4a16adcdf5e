// SPDX-License-Identifier: MIT
// URLs as far as a client needs them: to know an origin, to encode a query, to resolve a Location.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace graphclient {

struct Url {
  std::string origin{};  ///< scheme://host[:port], scheme and host in lower case
  std::string target{};  ///< from the path on, at least "/"; no fragment
};

/// Of an absolute http or https URL; nullopt otherwise.
std::optional<Url> parse_url(std::string_view text);
/// True where a bearer token for one may be shown to the other: same scheme, host and port.
bool same_origin(std::string_view left, std::string_view right);
/// `reference` as found in a Location of the answer to `base`: absolute, or from the root.
/// nullopt for any other form.
std::optional<std::string> resolve_url(std::string_view base, std::string_view reference);
/// Everything but unreserved characters as %XX (RFC 3986).
std::string percent_encode(std::string_view text);

}  // namespace graphclient
