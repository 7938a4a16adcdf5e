// SPDX-License-Identifier: MIT
// An answer on its way out: its bytes, how far they have gone, and how it is to end. Pure: no
// socket here.
#pragma once

#include "http/wire_plan.hpp"
#include "net/wire/asked.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace graphfault::net {

struct Departure {
  std::string head{};           ///< status line and headers, with the empty line
  std::string body{};           ///< as it stands on the wire: ranged, gzipped, in chunks
  std::size_t body_leaves = 0;  ///< that much of the body leaves; less than its size: a truncation
  std::size_t written = 0;      ///< of head and body
  std::size_t allowed = 0;      ///< of the body, by now: a drip's progress
  Duration delay{};
  http::Ending ending = http::Ending::complete;
  std::optional<std::uint64_t> drip{};
  http::Ticket ticket{};
  bool close = false;  ///< the connection ends behind it

  std::size_t size() const { return head.size() + body_leaves; }
  bool is_out() const { return written == size(); }
  /// What is left of the head, and of the body as far as `allowed`.
  std::string_view head_left() const;
  std::string_view body_left() const;
};

/// Whether the connection may live on: not where the server stops or refused the request.
enum class Afterwards { as_asked, close };

/// Frames an answer: status line, the headers in their order, then Content-Range and
/// Content-Encoding where net/ makes them, exactly one Content-Length (none where the status has no
/// body) and Connection where it has to be said. An authored Content-Length is dropped; an authored
/// `Transfer-Encoding: chunked` is carried out. Bytes in header values that would end the line
/// become blanks. `head` lends its capacity.
std::unique_ptr<Departure> prepare(const Asked& asked, http::Answer answer, Afterwards afterwards,
                                   std::string head = {});

}  // namespace graphfault::net
