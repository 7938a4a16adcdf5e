// SPDX-License-Identifier: MIT
// The lists that header values are made of: `a, b;q=0.5, "c, d"`.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace graphfault::http {

/// Without blanks and tabs on either side.
std::string_view trimmed(std::string_view text);

/// Where `separator` next stands outside double quotes, or the size of the text.
std::size_t find_separator(std::string_view text, char separator);

/// Takes the next item off the list, trimmed; nothing once no item that isn't empty is left.
std::optional<std::string_view> take_item(std::string_view& list, char separator);

/// True where `test` holds for an item; asks no further then.
template <class Test>
bool any_item(std::string_view list, char separator, Test&& test) {
  while (const auto item = take_item(list, separator)) {
    if (test(*item)) {
      return true;
    }
  }
  return false;
}

/// The name and value of `name=value`, both trimmed, the value without its quotes; an empty value
/// where there is no `=`.
std::pair<std::string_view, std::string_view> name_and_value(std::string_view item);

}  // namespace graphfault::http
