// SPDX-License-Identifier: MIT
#include "http/target.hpp"

#include "base/letter_case.hpp"
#include "http/percent.hpp"

#include <algorithm>

namespace graphfault::http {
namespace {

bool is_visible(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7f;
}

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  segments.reserve(static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')));
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (end > 0) {
      segments.push_back(percent_decode(path.substr(0, end)));
    }
    path.remove_prefix(std::min(path.size(), end + 1));
  }
  return segments;
}

/// The length of `http://authority` or `https://authority` at the start; 0 where there is none.
std::size_t origin_length(std::string_view raw) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (equal_ignoring_case(raw.substr(0, scheme.size()), scheme)) {
      const std::size_t end = std::min(raw.find_first_of("/?", scheme.size()), raw.size());
      return end == scheme.size() ? 0 : end;
    }
  }
  return 0;
}

}  // namespace

Fields parse_fields(std::string_view text) {
  Fields fields;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view field = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    if (field.empty()) {
      continue;
    }
    const std::size_t equals = std::min(field.find('='), field.size());
    fields.push_back(
        {percent_decode(field.substr(0, equals), Plus::space),
         percent_decode(field.substr(std::min(field.size(), equals + 1)), Plus::space)});
  }
  return fields;
}

std::optional<std::string_view> find_field(const Fields& fields, std::string_view name) {
  for (const Field& field : fields) {
    if (field.name == name) {
      return field.value;
    }
  }
  return std::nullopt;
}

Result<Target> parse_target(std::string_view raw) {
  if (!std::all_of(raw.begin(), raw.end(), is_visible)) {
    return fail("the request target contains a space or a control character", "percent-encode it");
  }
  Target target;
  std::string_view rest = raw.substr(0, raw.find('#'));
  if (rest == "*") {
    target.path = "*";
    return target;
  }
  const std::size_t origin = origin_length(rest);
  target.origin = rest.substr(0, origin);
  rest.remove_prefix(origin);
  const std::size_t question = std::min(rest.find('?'), rest.size());
  target.path = rest.substr(0, question);
  if (target.path.empty() && origin > 0) {
    target.path = "/";
  }
  if (target.path.empty() || target.path.front() != '/') {
    return fail("the request target is neither a path nor an http or https URL",
                "start it with / or http://");
  }
  target.query = rest.substr(std::min(rest.size(), question + 1));
  target.segments = segments_of(target.path);
  target.options = parse_fields(target.query);
  return target;
}

}  // namespace graphfault::http
