// SPDX-License-Identifier: MIT
#include "http/list.hpp"

#include <algorithm>

namespace graphfault::http {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::size_t find_separator(std::string_view text, char separator) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') {
      quoted = !quoted;
    } else if (quoted && text[i] == '\\') {
      ++i;
    } else if (!quoted && text[i] == separator) {
      return i;
    }
  }
  return text.size();
}

std::optional<std::string_view> take_item(std::string_view& list, char separator) {
  while (!list.empty()) {
    const std::size_t end = find_separator(list, separator);
    const std::string_view item = trimmed(list.substr(0, end));
    list.remove_prefix(std::min(list.size(), end + 1));
    if (!item.empty()) {
      return item;
    }
  }
  return std::nullopt;
}

std::pair<std::string_view, std::string_view> name_and_value(std::string_view item) {
  const std::size_t equals = std::min(item.find('='), item.size());
  std::string_view value = trimmed(item.substr(std::min(item.size(), equals + 1)));
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
    value = value.substr(1, value.size() - 2);
  }
  return {trimmed(item.substr(0, equals)), value};
}

}  // namespace graphfault::http
