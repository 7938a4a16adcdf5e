// SPDX-License-Identifier: MIT
#include "graph/odata/odata_order.hpp"

#include "base/letter_case.hpp"
#include "http/list.hpp"

#include <bit>
#include <cstdint>
#include <optional>
#include <string>

namespace graphfault::graph {
namespace {

constexpr std::string_view kBlanks = " \t";

bool is_path(std::string_view text) {
  for (const char c : text) {
    const bool letter = lower(c) >= 'a' && lower(c) <= 'z';
    if (!letter && !(c >= '0' && c <= '9') && c != '_' && c != '/' && c != '.') {
      return false;
    }
  }
  return !text.empty() && text.front() != '/' && text.back() != '/' &&
         text.find("//") == std::string_view::npos;
}

PropertyPath path_of(std::string_view text) {
  PropertyPath path;
  for (auto slash = text.find('/'); slash != std::string_view::npos; slash = text.find('/')) {
    path.emplace_back(text.substr(0, slash));
    text.remove_prefix(slash + 1);
  }
  path.emplace_back(text);
  return path;
}

std::optional<OrderTerm> parse_term(std::string_view text) {
  text = http::trimmed(text);
  const auto blank = text.find_first_of(kBlanks);
  const auto direction = blank == std::string_view::npos ? "" : http::trimmed(text.substr(blank));
  const bool descending = equal_ignoring_case(direction, "desc");
  if (!is_path(text.substr(0, blank)) ||
      (!direction.empty() && !descending && !equal_ignoring_case(direction, "asc"))) {
    return std::nullopt;
  }
  return OrderTerm{.path = path_of(text.substr(0, blank)), .descending = descending};
}

void append_ordered(std::string& out, std::uint64_t number) {
  for (unsigned shift = 64; shift > 0; shift -= 8) {
    out += static_cast<char>((number >> (shift - 8)) & 0xFFU);
  }
}

/// An IEEE number whose bytes are in the order of what they stand for.
std::uint64_t ordered(double number) {
  constexpr std::uint64_t kSign = 1ULL << 63U;
  const auto bits = std::bit_cast<std::uint64_t>(number);
  return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

/// The kind first, so that kinds that don't compare keep a fixed order.
void append_key(std::string& out, const Value& value) {
  out += static_cast<char>('0' + value.index());
  if (const auto* flag = std::get_if<bool>(&value)) {
    out += *flag ? '1' : '0';
  } else if (const auto* number = std::get_if<double>(&value)) {
    append_ordered(out, ordered(*number));
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    out += lower(*text);
  }
  out += '\0';
}

}  // namespace

Result<std::vector<OrderTerm>> parse_order(std::string_view text) {
  std::vector<OrderTerm> order;
  std::string_view rest = text;
  for (bool more = true; more;) {
    const auto comma = rest.find(',');
    more = comma != std::string_view::npos;
    const auto term = parse_term(rest.substr(0, comma));
    if (!term) {
      return fail("Syntax error in '" + std::string(text) + "'.");
    }
    order.push_back(*term);
    rest.remove_prefix(more ? comma + 1 : rest.size());
  }
  return order;
}

std::string sort_key(const std::vector<OrderTerm>& order, const EntityView& view) {
  std::string key;
  for (const OrderTerm& term : order) {
    const std::size_t start = key.size();
    append_key(key, view.value(term.path));
    for (std::size_t i = start; term.descending && i < key.size(); ++i) {
      key[i] = static_cast<char>(~static_cast<unsigned char>(key[i]));
    }
  }
  return key;
}

}  // namespace graphfault::graph
