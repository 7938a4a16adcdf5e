// SPDX-License-Identifier: MIT
// The path of a `when`: literal segments, `*` for one, `**` for the rest.
#pragma once

#include "base/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::scenario {

struct PathPattern {
  enum class Kind { literal, any, rest };
  struct Segment {
    Kind kind = Kind::literal;
    std::string text{};  ///< of a literal, decoded

    bool operator==(const Segment&) const = default;
  };

  std::string text{};     ///< as authored
  std::string version{};  ///< `v1.0` or `beta`; empty: both (Graph) or none (sign-in)
  std::vector<Segment> segments{};

  bool operator==(const PathPattern&) const = default;
};

/// Takes `/users/*`, `/v1.0/users/{id}/messages`, `/reports/**`, `/users('id')`; `**` takes the
/// rest, none or many segments of any kind. Problems (without place): no leading /, `**` not last,
/// `*` as part of a segment, empty segment, a query string.
Result<PathPattern> parse_path_pattern(std::string_view text);

/// The version left aside: `segments` are those after it, canonical (`/users('id')` as two),
/// decoded. `*` takes neither a segment that begins with $ nor a function (`delta`, `getByIds`, or
/// one with parentheses). Literals compare without regard to case, as Graph's do.
bool matches(const PathPattern& pattern, std::span<const std::string> segments);

/// True where everything that `b` matches, `a` matches too, the version left aside. Never true
/// wrongly.
bool covers(const PathPattern& a, const PathPattern& b);

/// True where a segment is a `$` segment or a function, which `*` doesn't take.
bool is_reserved_segment(std::string_view segment);

}  // namespace graphfault::scenario
