// SPDX-License-Identifier: MIT
#include "base/random.hpp"

#include <cstddef>

namespace graphfault {
namespace {

constexpr std::uint64_t kGoldenGamma = 0x9e3779b97f4a7c15U;

std::uint64_t finalise(std::uint64_t z) {
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

/// 128 bits as 8-4-4-4-12, with the version and RFC 9562's variant put in.
std::string guid_text(std::uint64_t high, std::uint64_t low, std::uint64_t version) {
  constexpr std::string_view kHex = "0123456789abcdef";
  high = (high & ~std::uint64_t{0xf000}) | version << 12U;
  low = (low & ~(std::uint64_t{3} << 62U)) | std::uint64_t{2} << 62U;
  std::string out = "00000000-0000-0000-0000-000000000000";
  unsigned nibble = 0;
  for (char& c : out) {
    if (c == '-') {
      continue;
    }
    const std::uint64_t half = nibble < 16 ? high : low;
    c = kHex[half >> (60U - nibble % 16 * 4) & 0xfU];
    ++nibble;
  }
  return out;
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

}  // namespace

std::uint64_t Random::next() {
  state_ += kGoldenGamma;
  return finalise(state_);
}

double Random::unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

std::string Random::guid() {
  const std::uint64_t high = next();
  const std::uint64_t low = next();
  return guid_text(high, low, 4);
}

std::uint64_t mix(std::uint64_t seed, std::uint64_t index) {
  return finalise(finalise(seed + kGoldenGamma) ^ finalise((index + 1) * kGoldenGamma));
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  return finalise(hash);
}

std::string guid_of(std::string_view name) {
  const std::uint64_t hash = hash_of(name);
  return guid_text(mix(hash, 0), mix(hash, 1), 8);
}

bool is_guid(std::string_view text) {
  if (text.size() != 36) {
    return false;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !is_hex(text[i])) {
      return false;
    }
  }
  return true;
}

}  // namespace graphfault
