// SPDX-License-Identifier: MIT
#include "graph/odata/page_token.hpp"

#include "base/base64.hpp"
#include "base/random.hpp"

#include <array>
#include <chrono>

namespace graphfault::graph {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kMark = "DSpt\n\0\1"sv;
/// Tells our tokens from others'; it is no secret.
constexpr std::string_view kSalt = "graphfault page token 1";
constexpr std::size_t kCheckBytes = 8;

template <class Number>
void append_bytes(std::string& out, Number number) {
  for (std::size_t i = sizeof(Number); i-- > 0;) {
    out += static_cast<char>((static_cast<std::uint64_t>(number) >> (8U * i)) & 0xFFU);
  }
}

template <class Number>
Number take_number(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    number = (number << 8U) | static_cast<unsigned char>(bytes[i]);
  }
  bytes.remove_prefix(sizeof(Number));
  return static_cast<Number>(number);
}

std::uint64_t check_of(std::string_view bytes) { return mix(hash_of(bytes), hash_of(kSalt)); }

std::optional<std::string> from_hex(std::string_view text) {
  const auto digit = [](char c) {
    constexpr std::string_view kDigits = "0123456789abcdef0123456789ABCDEF";
    const auto at = kDigits.find(c);
    return at == std::string_view::npos ? -1 : static_cast<int>(at % 16U);
  };
  if (text.size() % 2 != 0) {
    return std::nullopt;
  }
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = digit(text[i]);
    const int low = digit(text[i + 1]);
    if (high < 0 || low < 0) {
      return std::nullopt;
    }
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

std::optional<std::string> bytes_of(std::string_view text) {
  if (text.size() > 3 && text.starts_with("X'") && text.back() == '\'') {
    return from_hex(text.substr(2, text.size() - 3));
  }
  return from_base64(text);
}

/// Kind, page, position, change, query, issued.
constexpr std::size_t kFixedBytes = 1 + 4 + 8 + 8 + 8 + 8;

}  // namespace

std::string write_page_token(const PageToken& token) {
  std::string bytes(kMark);
  append_bytes(bytes, static_cast<std::uint8_t>(token.kind));
  append_bytes(bytes, token.page);
  append_bytes(bytes, token.position);
  append_bytes(bytes, token.change);
  append_bytes(bytes, token.query);
  const auto seconds =
      std::chrono::duration_cast<std::chrono::seconds>(token.issued.time_since_epoch());
  append_bytes(bytes, static_cast<std::uint64_t>(seconds.count()));
  bytes += token.note;
  append_bytes(bytes, check_of(bytes));
  return base64url(bytes);
}

std::optional<PageToken> read_page_token(std::string_view text) {
  const auto decoded = bytes_of(text);
  if (!decoded || decoded->size() < kMark.size() + kFixedBytes + kCheckBytes ||
      !decoded->starts_with(kMark)) {
    return std::nullopt;
  }
  const std::string_view all = *decoded;
  std::string_view check = all.substr(all.size() - kCheckBytes);
  if (take_number<std::uint64_t>(check) != check_of(all.substr(0, all.size() - kCheckBytes))) {
    return std::nullopt;
  }
  std::string_view bytes = all.substr(kMark.size(), all.size() - kMark.size() - kCheckBytes);
  PageToken token;
  token.kind = static_cast<PageToken::Kind>(take_number<std::uint8_t>(bytes));
  token.page = take_number<std::uint32_t>(bytes);
  token.position = take_number<std::uint64_t>(bytes);
  token.change = take_number<std::uint64_t>(bytes);
  token.query = take_number<std::uint64_t>(bytes);
  const auto seconds = static_cast<std::int64_t>(take_number<std::uint64_t>(bytes));
  token.issued = Instant(std::chrono::seconds(seconds));
  token.note = bytes;
  return token;
}

std::optional<int> page_of(std::string_view skiptoken) {
  const auto token = read_page_token(skiptoken);
  if (!token) {
    return std::nullopt;
  }
  return static_cast<int>(token->page);
}

}  // namespace graphfault::graph
