// SPDX-License-Identifier: MIT
#include "http/headers.hpp"

#include "base/letter_case.hpp"
#include "http/list.hpp"

#include <algorithm>
#include <array>

namespace graphfault::http {
namespace {

constexpr std::array<bool, 256> token_bytes() {
  std::array<bool, 256> token{};
  for (const char c : std::string_view("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"
                                       "ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
    token[static_cast<unsigned char>(c)] = true;
  }
  return token;
}

constexpr std::array<bool, 256> kTokenBytes = token_bytes();

}  // namespace

void Headers::add(std::string name, std::string value) {
  lines_.push_back({std::move(name), std::move(value)});
}

void Headers::set(std::string_view name, std::string value) {
  const auto same = [name](const Header& line) { return equal_ignoring_case(line.name, name); };
  const auto first = std::find_if(lines_.begin(), lines_.end(), same);
  if (first == lines_.end()) {
    add(std::string(name), std::move(value));
    return;
  }
  first->value = std::move(value);
  lines_.erase(std::remove_if(first + 1, lines_.end(), same), lines_.end());
}

void Headers::remove(std::string_view name) {
  lines_.erase(
      std::remove_if(lines_.begin(), lines_.end(),
                     [name](const Header& line) { return equal_ignoring_case(line.name, name); }),
      lines_.end());
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
  for (const Header& line : lines_) {
    if (equal_ignoring_case(line.name, name)) {
      return line.value;
    }
  }
  return std::nullopt;
}

std::vector<std::string_view> Headers::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const Header& line : lines_) {
    if (equal_ignoring_case(line.name, name)) {
      values.emplace_back(line.value);
    }
  }
  return values;
}

bool Headers::lists(std::string_view name, std::string_view token) const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const Header& line) {
    return equal_ignoring_case(line.name, name) &&
           any_item(line.value, ',',
                    [token](std::string_view item) { return equal_ignoring_case(item, token); });
  });
}

bool is_header_value(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return kTokenBytes[static_cast<unsigned char>(c)];
  });
}

}  // namespace graphfault::http
