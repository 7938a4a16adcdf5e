// SPDX-License-Identifier: MIT
#include "graph/odata/odata_literal.hpp"

#include "base/letter_case.hpp"
#include "base/random.hpp"
#include "base/time_text.hpp"

#include <charconv>
#include <cmath>
#include <string>
#include <system_error>

namespace graphfault::graph {

std::optional<Value> bare_literal(std::string_view text) {
  if (equal_ignoring_case(text, "null")) {
    return Value{};
  }
  if (equal_ignoring_case(text, "true") || equal_ignoring_case(text, "false")) {
    return Value{text.size() == 4};
  }
  if (is_guid(text)) {
    return Value{std::string(text)};
  }
  double number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec == std::errc() && read.ptr == end && std::isfinite(number)) {
    return Value{number};
  }
  if (const auto time = parse_iso_date(text)) {
    return Value{*time};
  }
  return std::nullopt;
}

}  // namespace graphfault::graph
