// SPDX-License-Identifier: MIT
// The Range header (RFC 9110 section 14).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace graphfault::http {

/// What of a body a Range header asks for.
struct Range {
  enum class Kind { whole, part, unsatisfiable };

  Kind kind = Kind::whole;
  std::uint64_t first = 0;  ///< of a part: its first byte
  std::uint64_t last = 0;   ///< of a part: its last byte, inclusive and inside the body

  bool operator==(const Range&) const = default;
};

/// Reads `bytes=0-99`, `bytes=100-`, `bytes=-50` against a body of `size` bytes. Another unit,
/// several ranges and what cannot be read ask for the whole, as the RFC lets a server do.
Range parse_range(std::string_view header, std::uint64_t size);

/// The Content-Range of the answer: `bytes 0-99/1000`, or `bytes */1000` where unsatisfiable.
std::string content_range(const Range& range, std::uint64_t size);

}  // namespace graphfault::http
