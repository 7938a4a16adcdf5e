// SPDX-License-Identifier: MIT
// The opaque tokens of paging and delta: $skiptoken and $deltatoken, in Graph's own form (the bytes
// `DSpt`, a newline, 0, 1 and then what only the service reads, base64url).
#pragma once

#include "base/clock.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace graphfault::graph {

struct PageToken {
  enum class Kind : std::uint8_t {
    page = 1,        ///< the next page of a list
    delta_page = 2,  ///< the next page of a delta's first synchronisation
    delta_more = 3,  ///< the next page of a delta's changes
    delta_link = 4,  ///< where the next round of changes begins
  };
  Kind kind = Kind::page;
  std::uint32_t page = 1;      ///< the page that the token leads to, from 1
  std::uint64_t position = 0;  ///< where it goes on; what it counts is the listing's affair
  std::uint64_t change = 0;    ///< the change number that a delta is counted from
  std::uint64_t query = 0;     ///< checksum of the options that must stay the same
  Instant issued{};            ///< whole seconds are kept
  std::string note{};          ///< options that a delta keeps inside its token

  bool operator==(const PageToken&) const = default;
};

/// How long a token can be used, by the tenant's clock. A page token's life is inferred (longer
/// than an access token's, so that a renewed token can go on paging); a delta token's 7 days are
/// documented for directory objects.
inline constexpr Duration kPageTokenLife = std::chrono::hours(12);
inline constexpr Duration kDeltaTokenLife = std::chrono::hours(24 * 7);

std::string write_page_token(const PageToken& token);

/// Nothing for a token that this program did not write: wrong form, cut, or changed. Takes the
/// older hexadecimal form `X'4453…'` too.
std::optional<PageToken> read_page_token(std::string_view text);

/// The number of the page that a $skiptoken leads to, for `when: {page: 2}`. Nothing where the
/// token is not ours.
std::optional<int> page_of(std::string_view skiptoken);

}  // namespace graphfault::graph
