// SPDX-License-Identifier: MIT
#include "scenario/conditions/value_condition.hpp"

#include <algorithm>

namespace graphfault::scenario {
namespace {

using Members = std::vector<std::pair<std::string, BodyTest>>;
using Elements = std::vector<BodyTest>;

bool passes_members(const Members& members, const Json* body) {
  if (body == nullptr || !body->is_object()) {
    return false;
  }
  return std::all_of(members.begin(), members.end(), [&](const auto& member) {
    const auto found = body->find(member.first);
    return passes(member.second, found == body->end() ? nullptr : &*found);
  });
}

bool passes_elements(const Elements& elements, const Json* body) {
  return body != nullptr && body->is_array() &&
         std::equal(elements.begin(), elements.end(), body->begin(), body->end(),
                    [](const BodyTest& test, const Json& value) { return passes(test, &value); });
}

}  // namespace

bool passes(const BodyTest& test, const Json* body) {
  if (const auto* members = std::get_if<Members>(&test.node)) {
    return passes_members(*members, body);
  }
  if (const auto* elements = std::get_if<Elements>(&test.node)) {
    return passes_elements(*elements, body);
  }
  return passes(std::get<ValueCondition>(test.node), body);
}

}  // namespace graphfault::scenario
