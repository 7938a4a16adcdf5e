// SPDX-License-Identifier: MIT
#include "graph/paths/graph_path.hpp"

#include "base/letter_case.hpp"
#include "http/percent.hpp"

#include <algorithm>

namespace graphfault::graph {
namespace {

constexpr std::string_view kNamespace = "microsoft.graph.";

/// `'O''Neil'` without its quotes; nothing where the text is not one quoted literal.
bool unquote(std::string_view text, std::string& out) {
  if (text.size() < 2 || text.front() != '\'' || text.back() != '\'') {
    return false;
  }
  text = text.substr(1, text.size() - 2);
  out.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool quote = text[i] == '\'';
    if (quote && (++i == text.size() || text[i] != '\'')) {
      return false;
    }
    out += text[i];
  }
  return true;
}

bool is_bare_key(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c == '-' || (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
  });
}

/// The key inside the parentheses; false where they hold a function's arguments.
bool read_key(std::string_view inside, std::string& key) {
  if (unquote(inside, key)) {
    return true;
  }
  const auto equals = inside.find('=');
  if (equals != std::string_view::npos) {
    const auto name = inside.substr(0, equals);
    return (equal_ignoring_case(name, "id") || equal_ignoring_case(name, "userPrincipalName")) &&
           unquote(inside.substr(equals + 1), key);
  }
  if (!is_bare_key(inside)) {
    return false;
  }
  key = inside;
  return true;
}

void append_segment(std::vector<std::string>& out, std::string_view segment) {
  const bool bound = segment.size() > kNamespace.size() && segment.back() == ')' &&
                     equal_ignoring_case(segment.substr(0, kNamespace.size()), kNamespace);
  if (bound) {
    segment.remove_prefix(kNamespace.size());
  }
  const auto open = segment.find('(');
  if (open == std::string_view::npos || open == 0 || segment.back() != ')') {
    const bool delta = equal_ignoring_case(segment, "microsoft.graph.delta");
    out.emplace_back(delta ? "delta" : segment);
    return;
  }
  const auto name = segment.substr(0, open);
  const auto inside = segment.substr(open + 1, segment.size() - open - 2);
  std::string key;
  if (inside.empty()) {
    out.emplace_back(name);
  } else if (read_key(inside, key)) {
    out.emplace_back(name);
    out.push_back(std::move(key));
  } else {
    out.emplace_back(segment);
  }
}

/// The path and query of an absolute url, or the url itself.
std::string_view without_origin(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos || scheme > url.find_first_of("/?")) {
    return url;
  }
  const auto path = url.find('/', scheme + 3);
  return path == std::string_view::npos ? "/" : url.substr(path);
}

}  // namespace

bool is_graph_version(std::string_view segment) {
  return equal_ignoring_case(segment, "v1.0") || equal_ignoring_case(segment, "beta");
}

GraphPath graph_path(const std::vector<std::string>& segments) {
  GraphPath path;
  auto at = segments.begin();
  if (at != segments.end() && is_graph_version(*at)) {
    path.version = lower(*at);
    ++at;
  }
  path.segments.reserve(segments.size());
  for (; at != segments.end(); ++at) {
    append_segment(path.segments, *at);
  }
  return path;
}

std::string operation_target(std::string_view url, std::string_view version) {
  std::string_view rest = without_origin(url);
  while (rest.starts_with('/')) {
    rest.remove_prefix(1);
  }
  if (rest.starts_with("@")) {
    const auto slash = rest.find('/');
    rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
  }
  const auto first = rest.substr(0, rest.find_first_of("/?"));
  std::string target = "/";
  if (!is_graph_version(first)) {
    target.append(version).append("/");
  }
  return target + http::percent_encode(rest, "!#$%&'()*+,/:;=?@[]~");
}

}  // namespace graphfault::graph
