// SPDX-License-Identifier: MIT
// What must hold of a head once it is read, beyond the spelling of its lines.
#pragma once

#include "http/message.hpp"
#include "net/handler.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace graphfault::net {

/// True where the text may stand in a Host header: a name or an address, with or without a port.
bool is_host(std::string_view text);

/// Fills in host and proxied from the target and the Host header; a refusal where the target has
/// none of the forms a server takes, Host is missing (HTTP/1.1), repeated or unreadable, or the
/// method is CONNECT.
std::optional<Refusal> resolve_host(http::Request& request);

/// Whether a head of which these bytes have come, no end among them, can still stay within the
/// limits; for a head whose request line is not read yet.
std::optional<Refusal> check_partial_head(std::string_view bytes, std::size_t uri_bytes,
                                          std::size_t header_bytes);

/// True where bytes that should be a chunk's head are a last chunk with rubbish behind its zeros,
/// which Beast would notice only at the end of the trailers.
bool is_broken_last_chunk(std::string_view bytes);

}  // namespace graphfault::net
