// SPDX-License-Identifier: MIT
#include "scenario/value_condition.hpp"

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

bool same(const BodyTest& a, const BodyTest& b) {
  if (a.node.index() != b.node.index()) {
    return false;
  }
  if (const auto* members = std::get_if<Members>(&a.node)) {
    const auto& others = std::get<Members>(b.node);
    return std::equal(members->begin(), members->end(), others.begin(), others.end(),
                      [](const auto& x, const auto& y) {
                        return x.first == y.first && same(x.second, y.second);
                      });
  }
  if (const auto* elements = std::get_if<Elements>(&a.node)) {
    const auto& others = std::get<Elements>(b.node);
    return std::equal(elements->begin(), elements->end(), others.begin(), others.end(),
                      [](const BodyTest& x, const BodyTest& y) { return same(x, y); });
  }
  return same(std::get<ValueCondition>(a.node), std::get<ValueCondition>(b.node));
}

}  // namespace graphfault::scenario
