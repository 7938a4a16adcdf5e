// SPDX-License-Identifier: MIT
// A request target taken apart: path segments, query options, and the origin of an absolute form.
#pragma once

#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::http {

/// One `name=value` of a query or a form, decoded; order is kept.
struct Field {
  std::string name{};
  std::string value{};

  bool operator==(const Field&) const = default;
};
using Fields = std::vector<Field>;

/// Reads `a=1&b=2`. + is a blank. A field without = has an empty value.
Fields parse_fields(std::string_view text);
/// The first field of that name (exact), or nothing. The view lives as long as the fields.
std::optional<std::string_view> find_field(const Fields& fields, std::string_view name);

struct Target {
  std::string origin{};  ///< `http://host:port` of an absolute form, else empty
  std::string path{};    ///< as sent, undecoded, with its leading /
  std::string query{};   ///< as sent, without the ?; empty where there is none
  std::vector<std::string>
      segments{};    ///< of the path, decoded; empty ones (//, trailing /) are dropped
  Fields options{};  ///< of the query, decoded

  bool operator==(const Target&) const = default;
};

/// Takes origin form (`/users?$top=5`), absolute form, and `*`. A fragment is dropped. `%2F` inside
/// a segment stays part of it. `.` and `..` segments are kept as they are.
Result<Target> parse_target(std::string_view raw);

}  // namespace graphfault::http
