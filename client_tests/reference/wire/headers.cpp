// SPDX-License-Identifier: MIT
#include "wire/headers.hpp"

#include <algorithm>
#include <utility>

namespace graphclient {
namespace {

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool same_name(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lowered(a) == lowered(b); });
}

const std::string* find_header(const Headers& headers, std::string_view name) {
  for (const Header& header : headers) {
    if (same_name(header.name, name)) {
      return &header.value;
    }
  }
  return nullptr;
}

std::string header_or_empty(const Headers& headers, std::string_view name) {
  const std::string* value = find_header(headers, name);
  return value == nullptr ? std::string{} : *value;
}

std::vector<std::string> all_headers(const Headers& headers, std::string_view name) {
  std::vector<std::string> values;
  for (const Header& header : headers) {
    if (same_name(header.name, name)) {
      values.push_back(header.value);
    }
  }
  return values;
}

void set_header(Headers& headers, std::string_view name, std::string value) {
  for (Header& header : headers) {
    if (same_name(header.name, name)) {
      header.value = std::move(value);
      return;
    }
  }
  headers.push_back({.name = std::string(name), .value = std::move(value)});
}

}  // namespace graphclient
