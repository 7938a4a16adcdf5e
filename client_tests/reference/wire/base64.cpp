// SPDX-License-Identifier: MIT
#include "wire/base64.hpp"

#include <cstdint>

namespace graphclient {
namespace {

std::optional<std::uint32_t> digit(char c) {
  if (c >= 'A' && c <= 'Z') {
    return static_cast<std::uint32_t>(c - 'A');
  }
  if (c >= 'a' && c <= 'z') {
    return static_cast<std::uint32_t>(c - 'a' + 26);
  }
  if (c >= '0' && c <= '9') {
    return static_cast<std::uint32_t>(c - '0' + 52);
  }
  if (c == '+' || c == '-') {
    return 62U;
  }
  return c == '/' || c == '_' ? std::optional<std::uint32_t>(63U) : std::nullopt;
}

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
  const std::size_t padding = text.ends_with("==") ? 2 : (text.ends_with('=') ? 1 : 0);
  if (padding != 0 && text.size() % 4 != 0) {
    return std::nullopt;
  }
  text.remove_suffix(padding);
  if (text.size() % 4 == 1) {
    return std::nullopt;
  }
  std::string out;
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const std::optional<std::uint32_t> value = digit(c);
    if (!value) {
      return std::nullopt;
    }
    held = (held << 6U) | *value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out += static_cast<char>((held >> bits) & 0xFFU);
    }
  }
  return out;
}

}  // namespace graphclient
