// SPDX-License-Identifier: MIT
// How an answer leaves: decided by the core, carried out by net/.
#pragma once

#include "base/clock.hpp"
#include "http/message.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace graphfault::http {

/// How the connection ends under an answer.
enum class Ending {
  complete,      ///< the answer leaves whole; the connection lives as HTTP says
  close_before,  ///< closed (FIN) before any byte
  reset_before,  ///< reset (RST) before any byte
  truncate,      ///< closed after `cut_after` body bytes, under the full Content-Length
  stall,  ///< nothing is ever sent; the connection stays until the client leaves or the server
          ///< stops
};

struct WirePlan {
  Duration delay{};  ///< before the first byte (or before the ending that sends none)
  Ending ending = Ending::complete;
  std::uint64_t cut_after = 0;          ///< body bytes that leave; for Ending::truncate only
  std::optional<std::uint64_t> drip{};  ///< body bytes per second; absent: at once
  std::optional<std::string>
      status_line{};  ///< replaces the status line, byte for byte, without CRLF
  bool compressible =
      false;  ///< gzip where the client accepts it: emulated answers, never a `reply`
  bool ranged =
      false;  ///< a Range of the request applies to the body (Graph has it on few resources)
  bool close = false;  ///< Connection: close after the answer

  bool operator==(const WirePlan&) const = default;
};

/// Names one exchange of one tenant, so that net/ can report how its answer left. 0: none.
struct Ticket {
  std::uint64_t tenant = 0;    ///< the tenant's serial number in this process
  std::uint64_t resets = 0;    ///< how often the tenant had been reset: numbers begin again
  std::uint64_t sequence = 0;  ///< the exchange's number in that tenant's journal, from 1

  bool operator==(const Ticket&) const = default;
};

/// What happened to an answer on the wire.
struct Delivery {
  Instant sent{};  ///< when its last byte was handed to the kernel, or the connection ended
  std::uint64_t bytes = 0;  ///< head and body bytes written
  bool aborted =
      false;  ///< the client left, or the write failed, before the answer was out as planned
};

/// Everything net/ needs to answer one request.
struct Answer {
  Response response{};
  WirePlan plan{};
  Ticket ticket{};
  bool is_unmatched = false;  ///< nobody knew the request's path; to be counted
};

}  // namespace graphfault::http
