// SPDX-License-Identifier: MIT
#include "graph/model/entity_view.hpp"

#include "base/letter_case.hpp"
#include "base/time_text.hpp"

#include <algorithm>
#include <array>

namespace graphfault::graph {
namespace {

const Json* object_member(const Json& object, const std::string& name) {
  if (!object.is_object()) {
    return nullptr;
  }
  const auto exact = object.find(name);
  if (exact != object.end()) {
    return &*exact;
  }
  for (const auto& [key, value] : object.items()) {
    if (equal_ignoring_case(key, name)) {
      return &value;
    }
  }
  return nullptr;
}

template <class T>
int three_way(const T& a, const T& b) {
  if (a < b) {
    return -1;
  }
  return b < a ? 1 : 0;
}

constexpr std::array<unsigned char, 256> folded_bytes() {
  std::array<unsigned char, 256> folded{};
  for (std::size_t c = 0; c < folded.size(); ++c) {
    folded[c] = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return folded;
}

/// A sort of a million texts asks for this some 200 million times: no call for each character.
constexpr std::array<unsigned char, 256> kFolded = folded_bytes();

int compare_text(std::string_view a, std::string_view b) {
  const auto shared = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < shared; ++i) {
    const unsigned char left = kFolded[static_cast<unsigned char>(a[i])];
    const unsigned char right = kFolded[static_cast<unsigned char>(b[i])];
    if (left != right) {
      return left < right ? -1 : 1;
    }
  }
  return three_way(a.size(), b.size());
}

std::optional<int> compare_date(const std::string& text, Instant time) {
  const auto read = parse_iso_date(text);
  if (!read) {
    return std::nullopt;
  }
  return three_way(*read, time);
}

}  // namespace

Value value_of(const Json& json) {
  if (json.is_boolean()) {
    return json.get<bool>();
  }
  if (json.is_number()) {
    return json.get<double>();
  }
  if (json.is_string()) {
    return json.get_ref<const std::string&>();
  }
  return {};
}

Value JsonView::value(const PropertyPath& path) const {
  const Json* at = &item_;
  for (const std::string& name : path) {
    if (at->is_array() && name == "$count") {
      return static_cast<double>(at->size());
    }
    at = object_member(*at, name);
    if (at == nullptr) {
      return {};
    }
  }
  return value_of(*at);
}

bool JsonView::any(const PropertyPath& path, const ElementTest& wanted) const {
  const Json* at = &item_;
  for (const std::string& name : path) {
    at = object_member(*at, name);
    if (at == nullptr) {
      return false;
    }
  }
  return at->is_array() && std::any_of(at->begin(), at->end(), [&](const Json& element) {
           return wanted(JsonView(element));
         });
}

std::optional<int> compare(const Value& a, const Value& b) {
  if (const auto* text = std::get_if<std::string>(&a)) {
    if (const auto* other = std::get_if<std::string>(&b)) {
      return compare_text(*text, *other);
    }
    if (const auto* time = std::get_if<Instant>(&b)) {
      return compare_date(*text, *time);
    }
    return std::nullopt;
  }
  if (a.index() != b.index() || std::holds_alternative<std::monostate>(a)) {
    return std::nullopt;
  }
  if (const auto* flag = std::get_if<bool>(&a)) {
    return three_way(*flag, std::get<bool>(b));
  }
  if (const auto* number = std::get_if<double>(&a)) {
    return three_way(*number, std::get<double>(b));
  }
  return three_way(std::get<Instant>(a), std::get<Instant>(b));
}

}  // namespace graphfault::graph
