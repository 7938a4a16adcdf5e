// SPDX-License-Identifier: MIT
// Which user is which: index to id, name and kind, and back.
#include "graph/entities/generated_users.hpp"

#include "base/letter_case.hpp"
#include "base/random.hpp"
#include "graph/entities/generated_user_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

namespace graphfault::graph {
namespace {

constexpr std::uint64_t kHalf = (1ULL << 30U) - 1;  ///< 30 bits
constexpr std::uint64_t kVariant = 1ULL << 63U;
constexpr std::uint64_t kCheckMask = (1ULL << 62U) - 1;

/// A Feistel network over 60 bits: a permutation that is as easily undone.
std::uint64_t scramble(std::uint64_t seed, std::uint64_t index) {
  std::uint64_t left = (index >> 30U) & kHalf;
  std::uint64_t right = index & kHalf;
  for (std::uint64_t round = 0; round < 4; ++round) {
    const std::uint64_t next = left ^ (mix(seed + round, right) & kHalf);
    left = right;
    right = next;
  }
  return (left << 30U) | right;
}

std::uint64_t unscramble(std::uint64_t seed, std::uint64_t scrambled) {
  std::uint64_t left = (scrambled >> 30U) & kHalf;
  std::uint64_t right = scrambled & kHalf;
  for (std::uint64_t round = 4; round-- > 0;) {
    const std::uint64_t before = right ^ (mix(seed + round, left) & kHalf);
    right = left;
    left = before;
  }
  return (left << 30U) | right;
}

std::uint64_t check_of(std::uint64_t seed, std::uint64_t index) {
  return mix(seed ^ 0x1D1D, index) & kCheckMask;
}

/// The 60 scrambled bits around a version 4, then the variant and 62 bits of check.
std::string guid_text(std::uint64_t scrambled, std::uint64_t check) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const std::uint64_t high = ((scrambled >> 12U) << 16U) | 0x4000U | (scrambled & 0xFFFU);
  const std::uint64_t low = kVariant | check;
  std::string text;
  text.reserve(36);
  for (unsigned i = 0; i < 32; ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) {
      text += '-';
    }
    const std::uint64_t word = i < 16 ? high : low;
    text += kHex[(word >> (60U - 4U * (i % 16U))) & 0xFU];
  }
  return text;
}

std::uint64_t scrambled_bits(std::string_view guid) {
  std::string digits;
  for (const char c : guid.substr(0, 18)) {
    if (c != '-') {
      digits += c;
    }
  }
  std::uint64_t high = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), high, 16);
  return ((high >> 16U) << 12U) | (high & 0xFFFU);
}

}  // namespace

GeneratedUsers::GeneratedUsers(std::uint64_t seed, std::uint64_t count, double guests)
    : seed_(seed),
      count_(std::min<std::uint64_t>(count, 0xFFFF'FFFFU)),
      guests_(static_cast<std::uint64_t>(
          std::llround(static_cast<double>(count_) * std::clamp(guests, 0.0, 1.0)))),
      names_(seed) {}

bool GeneratedUsers::is_guest(std::uint64_t index) const {
  // Guests are where the line from 0 to guests_ steps up. Exact: index < 2^32.
  return (index + 1) * guests_ / count_ != index * guests_ / count_;
}

GeneratedUser GeneratedUsers::user(std::uint64_t index) const {
  const std::uint64_t pair = names_.apply(index % kNamePairs);
  GeneratedUser made;
  made.index = index;
  made.random = mix(seed_, index);
  made.seed = seed_;
  made.given_name = kGivenNames[pair / kNames];
  made.surname = kSurnames[pair % kNames];
  made.round = index / kNamePairs;
  made.guest = is_guest(index);
  return made;
}

std::string GeneratedUsers::id(std::uint64_t index) const { return generated_id(seed_, index); }

std::string generated_id(std::uint64_t seed, std::uint64_t index) {
  return guid_text(scramble(seed, index), check_of(seed, index));
}

std::optional<std::uint64_t> GeneratedUsers::find(std::string_view key) const {
  if (!is_guid(key)) {
    return find_principal_name(key);
  }
  const std::uint64_t index = unscramble(seed_, scrambled_bits(key));
  if (index < count_ && equal_ignoring_case(id(index), key)) {
    return index;
  }
  return std::nullopt;
}

/// `ada.vance7@...` and `ada.vance7_fabrikam.com#EXT#@...`: the name tells the index, and the whole
/// is compared with what that index has.
std::optional<std::uint64_t> GeneratedUsers::find_principal_name(std::string_view name) const {
  const std::string_view local = name.substr(0, name.find_first_of("@_"));
  const auto dot = local.find('.');
  if (dot == std::string_view::npos) {
    return std::nullopt;
  }
  const auto number_at = std::min(local.find_first_of("0123456789", dot), local.size());
  const auto given = given_name_index(local.substr(0, dot));
  const auto surname = surname_index(local.substr(dot + 1, number_at - dot - 1));
  std::uint64_t number = 1;
  if (number_at < local.size()) {
    const char* end = local.data() + local.size();
    const auto read = std::from_chars(local.data() + number_at, end, number);
    if (read.ec != std::errc() || read.ptr != end) {
      return std::nullopt;
    }
  }
  if (!given || !surname || number == 0 || number > count_ / kNamePairs + 1) {
    return std::nullopt;
  }
  const std::uint64_t pair = names_.undo(*given * kNames + *surname);
  const std::uint64_t index = (number - 1) * kNamePairs + pair;
  if (index < count_ && equal_ignoring_case(principal_name(user(index)), name)) {
    return index;
  }
  return std::nullopt;
}

}  // namespace graphfault::graph
