// SPDX-License-Identifier: MIT
#include "http/entity_tag.hpp"

#include "http/list.hpp"

namespace graphfault::http {
namespace {

bool is_weak(std::string_view tag) { return tag.substr(0, 2) == "W/"; }

std::string_view opaque(std::string_view tag) {
  tag.remove_prefix(is_weak(tag) ? 2 : 0);
  return tag;
}

bool equal(std::string_view a, std::string_view b, TagMatch match) {
  if (match == TagMatch::strong && (is_weak(a) || is_weak(b))) {
    return false;
  }
  return opaque(a) == opaque(b);
}

}  // namespace

bool is_entity_tag(std::string_view text) {
  const std::string_view quoted = opaque(text);
  return quoted.size() >= 2 && quoted.front() == '"' && quoted.back() == '"' &&
         quoted.substr(1, quoted.size() - 2).find('"') == std::string_view::npos;
}

bool lists_entity_tag(std::string_view header, std::string_view current, TagMatch match) {
  if (current.empty()) {
    return false;
  }
  if (trimmed(header) == "*") {
    return true;
  }
  // Opaque tags know no escapes, so a backslash before the closing quote is part of the tag.
  while (!header.empty()) {
    const std::size_t open = header.find('"');
    const std::size_t close = open == std::string_view::npos ? open : header.find('"', open + 1);
    if (close == std::string_view::npos) {
      return false;
    }
    const std::size_t start = open >= 2 && header.substr(open - 2, 2) == "W/" ? open - 2 : open;
    if (equal(header.substr(start, close + 1 - start), current, match)) {
      return true;
    }
    header.remove_prefix(close + 1);
  }
  return false;
}

}  // namespace graphfault::http
