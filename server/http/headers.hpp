// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graphfault::http {

struct Header {
  std::string name{};
  std::string value{};

  bool operator==(const Header&) const = default;
};

/// Header lines as they stand on the wire: order, spelling and repeats are kept; names compare
/// without regard to case.
class Headers {
 public:
  Headers() = default;
  Headers(std::initializer_list<Header> lines) : lines_(lines) {}

  /// Appends a line, also where the name is already there.
  void add(std::string name, std::string value);
  /// Replaces the first line of that name and drops the others, or appends.
  void set(std::string_view name, std::string value);
  void remove(std::string_view name);
  void reserve(std::size_t lines) { lines_.reserve(lines); }

  /// The first line's value; the view lives as long as the line.
  std::optional<std::string_view> find(std::string_view name) const;
  /// Every line's value, in order.
  std::vector<std::string_view> all(std::string_view name) const;
  bool contains(std::string_view name) const { return find(name).has_value(); }
  /// True where a comma-separated header of that name lists the token, in any case.
  bool lists(std::string_view name, std::string_view token) const;

  auto begin() const { return lines_.begin(); }
  auto end() const { return lines_.end(); }
  std::size_t size() const { return lines_.size(); }
  bool empty() const { return lines_.empty(); }
  bool operator==(const Headers&) const = default;

 private:
  std::vector<Header> lines_;
};

/// True where the text may stand in a header's value: no CR, LF or NUL.
bool is_header_value(std::string_view text);
/// True for an RFC 9110 token: what a header name or a method may be.
bool is_token(std::string_view text);

}  // namespace graphfault::http
