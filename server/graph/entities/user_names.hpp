// SPDX-License-Identifier: MIT
// The names that generated users are made of. Changing a table changes every generated user.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace graphfault::graph {

inline constexpr std::uint64_t kNames = 60;
/// Pairs of a given name and a surname; after so many users the names begin anew with a number.
inline constexpr std::uint64_t kNamePairs = kNames * kNames;

extern const std::array<std::string_view, kNames> kGivenNames;
extern const std::array<std::string_view, kNames> kSurnames;

/// The position of a name in its table, case ignored.
std::optional<std::uint64_t> given_name_index(std::string_view name);
std::optional<std::uint64_t> surname_index(std::string_view name);

/// An affine permutation of 0 ... kNamePairs - 1, differently for each seed.
class NameShuffle {
 public:
  NameShuffle() = default;
  explicit NameShuffle(std::uint64_t seed);

  std::uint64_t apply(std::uint64_t pair) const { return (pair * factor_ + shift_) % kNamePairs; }
  std::uint64_t undo(std::uint64_t shuffled) const {
    return (shuffled + kNamePairs - shift_) % kNamePairs * inverse_ % kNamePairs;
  }

 private:
  std::uint64_t factor_ = 1;
  std::uint64_t inverse_ = 1;
  std::uint64_t shift_ = 0;
};

}  // namespace graphfault::graph
