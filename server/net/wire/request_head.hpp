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

/// Fills in host and proxied, and for an absolute target the scheme, from the target and the Host
/// header; a refusal where the target has none of the forms a server takes (of CONNECT: host:port),
/// or Host is missing (HTTP/1.1), repeated or unreadable.
std::optional<Refusal> resolve_host(http::Request& request);

/// Why a head of which these bytes have come, but not its end, can be refused already. Beast looks
/// at a head that comes in pieces only once it is whole.
std::optional<Refusal> check_partial_head(std::string_view bytes, std::size_t uri_bytes,
                                          std::size_t header_bytes);

/// True where a line ends with LF alone.
bool has_bare_line_end(std::string_view bytes);

/// What the bytes in front of a chunk, with or without the CRLF behind the one before, are.
enum class ChunkHead {
  other,
  last,         ///< zeros, and what may stand behind them
  broken_last,  ///< zeros with rubbish behind them, which Beast would notice only behind the
                ///< trailers
};
ChunkHead chunk_head(std::string_view bytes);

}  // namespace graphfault::net
