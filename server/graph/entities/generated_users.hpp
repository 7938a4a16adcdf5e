// SPDX-License-Identifier: MIT
// Users made from seed and index, not stored: user i is the same whenever it is asked for, and an
// id or a UPN leads back to i without a search.
#pragma once

#include "graph/entities/user_names.hpp"
#include "graph/model/entity_type.hpp"
#include "graph/model/entity_view.hpp"
#include "graph/model/projection.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace graphfault::graph {

/// One of them, as far as everything else follows from it.
struct GeneratedUser {
  std::uint64_t index = 0;
  std::uint64_t random = 0;  ///< mixed from seed and index
  std::uint64_t seed = 0;
  std::string_view given_name{};
  std::string_view surname{};
  std::uint64_t round = 0;  ///< how often the table of names was used up before it
  bool guest = false;
};

class GeneratedUsers {
 public:
  GeneratedUsers() = default;
  /// `guests` is a share from 0 to 1: exactly round(count * guests) users are guests, spread
  /// evenly.
  GeneratedUsers(std::uint64_t seed, std::uint64_t count, double guests);

  std::uint64_t count() const { return count_; }
  std::uint64_t guests() const { return guests_; }

  /// REQUIRES: index < count().
  GeneratedUser user(std::uint64_t index) const;
  std::string id(std::uint64_t index) const;
  /// By id (a GUID) or userPrincipalName, in any case.
  std::optional<std::uint64_t> find(std::string_view key) const;

  /// Appends the projected object of user_type().
  void append(std::string& out, std::uint64_t index, const Projection& projection) const;
  /// Every property.
  Json item(std::uint64_t index) const;

 private:
  std::optional<std::uint64_t> find_principal_name(std::string_view name) const;
  bool is_guest(std::uint64_t index) const;

  std::uint64_t seed_ = 0;
  std::uint64_t count_ = 0;
  std::uint64_t guests_ = 0;
  NameShuffle names_{};
};

/// A generated user as filters and orders see it: only what is asked for is made.
class GeneratedUserView final : public EntityView {
 public:
  explicit GeneratedUserView(const GeneratedUser& user) : user_(user) {}

  Value value(const PropertyPath& path) const override;
  bool any(const PropertyPath& path, const ElementTest& wanted) const override;

 private:
  GeneratedUser user_;
};

}  // namespace graphfault::graph
