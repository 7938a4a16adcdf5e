// SPDX-License-Identifier: MIT
#include "graph/odata_order.hpp"

#include "base/letter_case.hpp"

#include <optional>
#include <string>

namespace graphfault::graph {
namespace {

constexpr std::string_view kBlanks = " \t";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

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
  text = trimmed(text);
  const auto blank = text.find_first_of(kBlanks);
  const auto direction = blank == std::string_view::npos ? "" : trimmed(text.substr(blank));
  const bool descending = equal_ignoring_case(direction, "desc");
  if (!is_path(text.substr(0, blank)) ||
      (!direction.empty() && !descending && !equal_ignoring_case(direction, "asc"))) {
    return std::nullopt;
  }
  return OrderTerm{.path = path_of(text.substr(0, blank)), .descending = descending};
}

/// Null first, then as compare() says; kinds that don't compare keep a fixed order.
int rank(const Value& a, const Value& b) {
  const auto order = compare(a, b);
  if (order) {
    return *order;
  }
  return static_cast<int>(a.index()) - static_cast<int>(b.index());
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

std::vector<Value> sort_keys(const std::vector<OrderTerm>& order, const Record& record) {
  std::vector<Value> keys;
  keys.reserve(order.size());
  for (const OrderTerm& term : order) {
    keys.push_back(record.value(term.path));
  }
  return keys;
}

bool stands_before(const std::vector<OrderTerm>& order, const std::vector<Value>& a,
                   const std::vector<Value>& b) {
  for (std::size_t i = 0; i < order.size(); ++i) {
    const int difference = rank(a[i], b[i]);
    if (difference != 0) {
      return (difference < 0) != order[i].descending;
    }
  }
  return false;
}

}  // namespace graphfault::graph
