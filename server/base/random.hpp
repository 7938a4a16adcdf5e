// SPDX-License-Identifier: MIT
// Seeded randomness: the same seed gives the same numbers on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace graphfault {

/// SplitMix64. Small, fast, and splittable: not for secrets. Threads: guard it.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();
  /// In [0, 1).
  double unit();
  /// A version 4 GUID in lower case, 36 characters.
  std::string guid();

 private:
  std::uint64_t state_;
};

/// One mixing step: the same value for the same (seed, index), so that item `index` of a generated
/// set can be made without making those before it.
std::uint64_t mix(std::uint64_t seed, std::uint64_t index);

/// A stable 64-bit hash of a text (FNV-1a, mixed), for seeds derived from names.
std::uint64_t hash_of(std::string_view text);

/// A GUID that depends on the name alone (version 8, SHA-free), for tenants and apps.
std::string guid_of(std::string_view name);

/// True for 8-4-4-4-12 hexadecimal digits.
bool is_guid(std::string_view text);

}  // namespace graphfault
