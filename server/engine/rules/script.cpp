// SPDX-License-Identifier: MIT
#include "engine/rules/script.hpp"

#include "engine/calls/call_key.hpp"

namespace graphfault::engine {
namespace {

// The position after one more turn of the current step.
void advance(ScriptPosition& position, const scenario::Rule& rule) {
  ++position.played;
  const std::uint64_t times = rule.steps[position.step].times;
  if (times == 0 || position.played < times) {
    return;
  }
  position.played = 0;
  ++position.step;
  if (position.step == rule.steps.size() && rule.repeat) {
    position.step = 0;
  }
}

std::size_t index_of(const scenario::Rule& rule) {
  return static_cast<std::size_t>(rule.number - 1);
}

}  // namespace

Scripts::Scripts(std::size_t rules, std::size_t max_keys)
    : whole_(rules), plays_(rules, 0), keyed_(max_keys) {}

std::optional<std::size_t> Scripts::take(const scenario::Rule& rule, const Call& call) {
  ScriptPosition& position = position_for(rule, call);
  if (position.step >= rule.steps.size()) {
    return std::nullopt;
  }
  const std::size_t step = position.step;
  advance(position, rule);
  ++plays_[index_of(rule)];
  return step;
}

ScriptPosition& Scripts::position_for(const scenario::Rule& rule, const Call& call) {
  if (rule.per == scenario::Per::tenant) {
    return whole_[index_of(rule)];
  }
  key_.assign(std::to_string(rule.number)).push_back('\n');
  append_script_key(key_, rule.per, call);
  bound_key(key_);
  ScriptPosition* const found = keyed_.find(key_);
  return found != nullptr ? *found : keyed_.put(key_, {});
}

std::uint64_t Scripts::plays(const scenario::Rule& rule) const { return plays_[index_of(rule)]; }

std::optional<ScriptPosition> Scripts::position(const scenario::Rule& rule) const {
  if (rule.per != scenario::Per::tenant) {
    return std::nullopt;
  }
  return whole_[index_of(rule)];
}

}  // namespace graphfault::engine
