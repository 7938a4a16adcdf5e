// SPDX-License-Identifier: MIT
#include "http/entity_tag.hpp"

#include "http/list.hpp"

namespace graphfault::http {
namespace {

/// The tag without the mark of a weak one, in its quotes.
std::string_view opaque(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("W/") ? 2 : 0);
  return tag;
}

}  // namespace

bool lists_entity_tag(std::string_view header, std::string_view current) {
  if (current.empty()) {
    return false;
  }
  if (trimmed(header) == "*" || trimmed(header) == current) {
    return true;
  }
  // Opaque tags know no escapes, so a backslash before the closing quote is part of the tag.
  while (!header.empty()) {
    const std::size_t open = header.find('"');
    const std::size_t close = open == std::string_view::npos ? open : header.find('"', open + 1);
    if (close == std::string_view::npos) {
      return false;
    }
    if (header.substr(open, close + 1 - open) == opaque(current)) {
      return true;
    }
    header.remove_prefix(close + 1);
  }
  return false;
}

}  // namespace graphfault::http
