// SPDX-License-Identifier: MIT
// What $filter, $orderby and $search read of an entity, apart from how it is stored.
#pragma once

#include "base/clock.hpp"
#include "base/json.hpp"

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace graphfault::graph {

/// A scalar; monostate is null, and what is absent.
using Value = std::variant<std::monostate, bool, double, std::string, Instant>;

/// `signInActivity/lastSignInDateTime` is two names. Empty: the entity (or the list element)
/// itself.
using PropertyPath = std::vector<std::string>;

class EntityView;
using ElementTest = std::function<bool(const EntityView& element)>;

class EntityView {
 public:
  EntityView() = default;
  EntityView(const EntityView&) = delete;
  EntityView& operator=(const EntityView&) = delete;
  virtual ~EntityView() = default;

  /// Null for objects, lists and what is absent. A last name `$count` gives a list's length.
  virtual Value value(const PropertyPath& path) const = 0;
  /// True where `wanted` is true of an element of the list at `path`; false where there is none.
  virtual bool any(const PropertyPath& path, const ElementTest& wanted) const = 0;
};

/// Over a JSON value that outlives it. Names compare exactly first, then without regard to case.
class JsonView final : public EntityView {
 public:
  explicit JsonView(const Json& item) : item_(item) {}

  Value value(const PropertyPath& path) const override;
  bool any(const PropertyPath& path, const ElementTest& wanted) const override;

 private:
  const Json& item_;
};

/// The scalar as a Value; objects and lists are null.
Value value_of(const Json& json);

/// -1, 0, 1; nothing where the two don't compare (one is null, or the kinds differ). Texts compare
/// without regard to case, as the directory does; a text beside an Instant is read as a date.
std::optional<int> compare(const Value& a, const Value& b);

}  // namespace graphfault::graph
