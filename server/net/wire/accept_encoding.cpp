// SPDX-License-Identifier: MIT
#include "net/wire/accept_encoding.hpp"

#include "base/letter_case.hpp"
#include "http/list.hpp"

#include <optional>

namespace graphfault::net {
namespace {

/// False for `q=0`, `q=0.0` and so on.
bool has_weight(std::string_view parameters) {
  bool weight = true;
  http::any_item(parameters, ';', [&](std::string_view parameter) {
    const auto [name, value] = http::name_and_value(parameter);
    if (equal_ignoring_case(name, "q")) {
      weight = value.find_first_of("123456789") != std::string_view::npos;
    }
    return false;
  });
  return weight;
}

}  // namespace

bool allows_gzip(std::string_view accept_encoding) {
  std::optional<bool> named;
  bool any = false;
  http::any_item(accept_encoding, ',', [&](std::string_view item) {
    const std::size_t end = item.find(';');
    const std::string_view coding = http::trimmed(item.substr(0, end));
    const bool allowed = end == std::string_view::npos || has_weight(item.substr(end + 1));
    if (equal_ignoring_case(coding, "gzip") || equal_ignoring_case(coding, "x-gzip")) {
      named = allowed;
    } else if (coding == "*") {
      any = allowed;
    }
    return false;
  });
  return named.value_or(any);
}

}  // namespace graphfault::net
