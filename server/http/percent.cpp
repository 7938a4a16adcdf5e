// SPDX-License-Identifier: MIT
#include "http/percent.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace graphfault::http {
namespace {

constexpr std::uint8_t kNoDigit = 0xff;

constexpr std::array<std::uint8_t, 256> hex_values() {
  std::array<std::uint8_t, 256> values{};
  values.fill(kNoDigit);
  for (std::uint8_t i = 0; i < 10; ++i) {
    values[std::size_t{'0'} + i] = i;
  }
  for (std::uint8_t i = 0; i < 6; ++i) {
    values[std::size_t{'a'} + i] = static_cast<std::uint8_t>(10 + i);
    values[std::size_t{'A'} + i] = static_cast<std::uint8_t>(10 + i);
  }
  return values;
}

constexpr std::array<std::uint8_t, 256> kHexValues = hex_values();

std::uint8_t hex_value(char c) { return kHexValues[static_cast<unsigned char>(c)]; }

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

/// True where a whole escape stands at `i`.
bool is_escape(std::string_view text, std::size_t i) {
  return text[i] == '%' && text.size() - i > 2 && hex_value(text[i + 1]) != kNoDigit &&
         hex_value(text[i + 2]) != kNoDigit;
}

}  // namespace

std::string percent_decode(std::string_view text, Plus plus) {
  // Most texts have none; find_first_of of a string_view would call memchr for each character.
  const auto* const found = std::find_if(text.begin(), text.end(), [plus](char c) {
    return c == '%' || (c == '+' && plus == Plus::space);
  });
  const auto first = static_cast<std::size_t>(found - text.begin());
  if (first == text.size()) {
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size());
  out.append(text.substr(0, first));
  for (std::size_t i = first; i < text.size(); ++i) {
    if (is_escape(text, i)) {
      out += static_cast<char>(
          static_cast<unsigned char>(hex_value(text[i + 1]) << 4U | hex_value(text[i + 2])));
      i += 2;
    } else {
      out += text[i] == '+' && plus == Plus::space ? ' ' : text[i];
    }
  }
  return out;
}

std::string percent_encode(std::string_view text, std::string_view keep) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c) || keep.find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4U];
    out += kHex[byte & 0xfU];
  }
  return out;
}

}  // namespace graphfault::http
