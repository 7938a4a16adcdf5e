// SPDX-License-Identifier: MIT
#include "scenario/conditions/path_pattern.hpp"

#include "base/letter_case.hpp"
#include "graph/paths/graph_path.hpp"
#include "http/percent.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace graphfault::scenario {
namespace {

using SegmentKind = PathPattern::Kind;
using Segment = PathPattern::Segment;

/// Functions that stand where a key could stand.
constexpr std::array<std::string_view, 4> kFunctions{"delta", "getAvailableExtensionProperties",
                                                     "getByIds", "validateProperties"};

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> parts;
  path.remove_prefix(1);
  while (true) {
    const std::size_t slash = path.find('/');
    parts.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) {
      return parts;
    }
    path.remove_prefix(slash + 1);
  }
}

/// `{id}`, as a whole.
bool is_template(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}' &&
         segment.find_first_of("{}", 1) == segment.size() - 1;
}

Segment to_segment(std::string_view text) {
  if (text == "**") {
    return {.kind = SegmentKind::rest};
  }
  if (text == "*" || is_template(text)) {
    return {.kind = SegmentKind::any};
  }
  return {.kind = SegmentKind::literal, .text = std::string(text)};
}

Result<void> check_start(std::string_view text) {
  const std::size_t scheme = text.find("://");
  if (scheme != std::string_view::npos) {
    const std::size_t slash = text.find('/', scheme + 3);
    const std::string_view path = slash == std::string_view::npos ? "/" : text.substr(slash);
    return fail("a path must not have a host",
                fmt::format("write `{}`", path.substr(0, path.find('?'))));
  }
  if (!text.starts_with('/')) {
    return fail(fmt::format("the path `{}` does not begin with /", text),
                fmt::format("write `/{}`", text));
  }
  if (const std::size_t query = text.find('?'); query != std::string_view::npos) {
    return fail(
        fmt::format("the path `{}` has a query", text),
        fmt::format("write `path: {}` and the options under `query:`", text.substr(0, query)));
  }
  return {};
}

Result<void> check_segment(std::string_view segment, bool last) {
  if (segment.empty()) {
    return fail("the path has an empty segment", "it has two / in a row, or one at the end");
  }
  if (segment == "**" && !last) {
    return fail("`**` stands for the rest of a path, so nothing can follow it",
                "write `*` for one segment");
  }
  const Segment read = to_segment(segment);
  const bool quoted_key = segment.ends_with("('*')") || segment.ends_with("(*)") ||
                          segment.ends_with("})") || segment.ends_with("}')");
  if (read.kind == SegmentKind::literal && !quoted_key &&
      segment.find_first_of("*{}") != std::string_view::npos) {
    return fail(fmt::format("`{}` mixes a wildcard with text", segment),
                "`*` and `{name}` stand for a whole segment");
  }
  return {};
}

/// `users('id')` is two segments, in a pattern as in a request.
void append(std::vector<Segment>& segments, std::string_view text) {
  if (to_segment(text).kind != SegmentKind::literal) {
    segments.push_back(to_segment(text));
    return;
  }
  const std::string decoded = http::percent_decode(text);
  if (graph::is_graph_version(decoded)) {
    segments.push_back({.kind = SegmentKind::literal, .text = decoded});
    return;
  }
  for (const std::string& part : graph::graph_path({decoded}).segments) {
    segments.push_back(to_segment(part));
  }
}

bool takes(const Segment& segment, std::string_view text) {
  return segment.kind == SegmentKind::literal ? equal_ignoring_case(segment.text, text)
                                              : !is_reserved_segment(text);
}

bool covers(const Segment& a, const Segment& b) {
  if (a.kind == SegmentKind::literal) {
    return b.kind == SegmentKind::literal && equal_ignoring_case(a.text, b.text);
  }
  return b.kind == SegmentKind::any ||
         (b.kind == SegmentKind::literal && !is_reserved_segment(b.text));
}

}  // namespace

Result<PathPattern> parse_path_pattern(std::string_view text) {
  if (auto start = check_start(text); !start) {
    return tl::unexpected<Problem>(start.error());
  }
  PathPattern pattern{.text = std::string(text)};
  if (text == "/") {
    return pattern;
  }
  const std::vector<std::string_view> parts = split(text);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (auto fits = check_segment(parts[i], i + 1 == parts.size()); !fits) {
      return tl::unexpected<Problem>(fits.error());
    }
    if (i == 0 && graph::is_graph_version(parts[0])) {
      pattern.version = lower(parts[0]);
    } else {
      append(pattern.segments, parts[i]);
    }
  }
  return pattern;
}

bool matches(const PathPattern& pattern, std::span<const std::string> segments) {
  const std::vector<Segment>& wanted = pattern.segments;
  const bool open_end = !wanted.empty() && wanted.back().kind == SegmentKind::rest;
  const std::size_t fixed = wanted.size() - (open_end ? 1 : 0);
  if (segments.size() < fixed || (segments.size() > fixed && !open_end)) {
    return false;
  }
  for (std::size_t i = 0; i < fixed; ++i) {
    if (!takes(wanted[i], segments[i])) {
      return false;
    }
  }
  return true;
}

bool covers(const PathPattern& a, const PathPattern& b) {
  for (std::size_t i = 0; i < a.segments.size(); ++i) {
    if (a.segments[i].kind == SegmentKind::rest) {
      return true;
    }
    const bool both = i < b.segments.size() && b.segments[i].kind != SegmentKind::rest;
    if (!both || !covers(a.segments[i], b.segments[i])) {
      return false;
    }
  }
  return a.segments.size() == b.segments.size();
}

bool is_reserved_segment(std::string_view segment) {
  if (segment.starts_with('$') || segment.ends_with(')')) {
    return true;
  }
  return std::any_of(kFunctions.begin(), kFunctions.end(), [&](std::string_view function) {
    return equal_ignoring_case(function, segment);
  });
}

}  // namespace graphfault::scenario
