// SPDX-License-Identifier: MIT
#include "scenario/loading/steps/header_lines.hpp"

#include "base/letter_case.hpp"
#include "scenario/loading/reading/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::scenario {
namespace {

/// What the server writes itself, so that an answer stays readable.
bool is_framing(std::string_view name) {
  constexpr std::string_view kFraming[] = {"Content-Length", "Transfer-Encoding", "Connection"};
  return std::any_of(std::begin(kFraming), std::end(kFraming),
                     [&](std::string_view framing) { return equal_ignoring_case(framing, name); });
}

void add_line(http::Headers& headers, const std::string& name, const Node& node, Report& report) {
  const auto value = read_text(node, in_ticks(name), report);
  if (!value) {
    return;
  }
  if (!http::is_header_value(*value)) {
    report.add(node, fmt::format("the value of `{}` has a line break or a NUL", name),
               "a header must be a single line");
    return;
  }
  headers.add(name, *value);
}

void add_lines(http::Headers& headers, const Node& node, Report& report) {
  if (!node.is_list()) {
    add_line(headers, node.key, node, report);
    return;
  }
  for (const Node& item : node.children) {
    add_line(headers, node.key, item, report);
  }
}

}  // namespace

http::Headers read_headers(const Node& node, const Loading& loading) {
  http::Headers headers;
  Report& report = loading.report;
  if (!node.is_map()) {
    report_kind(node, "`headers`", "a map from names to values", report,
                "a list of values repeats the header");
    return headers;
  }
  for (const Node& child : node.children) {
    if (!http::is_token(child.key)) {
      report.add(child.key_mark, fmt::format("`{}` cannot be a header's name", child.key));
    } else if (is_framing(child.key)) {
      report.add(child.key_mark, fmt::format("`{}` is set by the server", child.key),
                 "to break an answer on the wire use `fault`");
    } else {
      add_lines(headers, child, report);
    }
  }
  return headers;
}

}  // namespace graphfault::scenario
