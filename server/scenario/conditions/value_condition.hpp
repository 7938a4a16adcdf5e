// SPDX-License-Identifier: MIT
// The test of one value: equality, presence, contains, glob, matches, not, any_of, ranges; and of a
// JSON body.
#pragma once

#include "base/json.hpp"
#include "base/result.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace graphfault::scenario {

/// A compiled RE2 pattern; RE2 stays inside value_condition.cpp. Immutable, shared, usable from any
/// thread.
class Regex;

struct ValueCondition {
  enum class Kind { equals, present, absent, contains, glob, matches, negate, any_of, range };
  Kind kind = Kind::present;
  Json value{};                          ///< equals
  std::string text{};                    ///< contains, glob, matches: as authored
  std::shared_ptr<const Regex> regex{};  ///< matches
  std::vector<ValueCondition> inner{};   ///< negate: one; any_of: its alternatives
  std::optional<double> min{};
  std::optional<double> max{};
};

/// The whole value must match (anchored); the message is RE2's.
Result<std::shared_ptr<const Regex>> compile_regex(std::string_view pattern);

/// `*` any run of characters, `?` one. Case counts.
bool glob_matches(std::string_view glob, std::string_view text);

/// Tests a text (a header, a query option, a claim); nothing stands for an absent one. Numbers and
/// booleans authored with equals compare by their text; a range reads the text as a number.
bool passes(const ValueCondition& test, std::optional<std::string_view> value);
/// Tests a JSON value; null pointer: absent. equals compares deeply, whatever the order of members;
/// 1 equals 1.0. contains and glob read texts; contains also finds an element of an array.
bool passes(const ValueCondition& test, const Json* value);
/// Tests a claim of a token by its values (graph::claim_values): one of them has to pass; none are
/// an absent claim.
bool passes_claim(const ValueCondition& test, const std::vector<std::string>& values);
/// True where the two ask the same.
bool same(const ValueCondition& a, const ValueCondition& b);
/// True where every value that passes `b` passes `a`. Never true wrongly, whether the value is a
/// text or JSON.
bool covers(const ValueCondition& a, const ValueCondition& b);

/// `body:` a JSON subset: an object asks for its members, an array for its elements in order and
/// number, a leaf for its test. `{}` of a nested object asks for an object.
struct BodyTest {
  std::variant<ValueCondition, std::vector<std::pair<std::string, BodyTest>>, std::vector<BodyTest>>
      node = ValueCondition{};
};
bool passes(const BodyTest& test, const Json* body);
bool covers(const BodyTest& a, const BodyTest& b);

}  // namespace graphfault::scenario
