// SPDX-License-Identifier: MIT
// Rules that an earlier one never lets have a request.
#include "scenario/loading/reachable.hpp"

#include "base/letter_case.hpp"
#include "scenario/when.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace graphfault::scenario {
namespace {

bool never_steps_aside(const Rule& rule) {
  const bool passes_on = std::any_of(rule.steps.begin(), rule.steps.end(), [](const Step& step) {
    return std::holds_alternative<PassStep>(step.act);
  });
  return !passes_on && (rule.repeat || rule.steps.back().times == 0);
}

/// A rule that asks for the token's state is asked before authentication, any other after it.
bool covers(const Rule& above, const Rule& rule) {
  return covers(above.when, rule.when) &&
         (asks_for_token_state(above.when) || !asks_for_token_state(rule.when));
}

/// Equal for patterns that are the same but for letter case and version.
std::string key_of(const PathPattern& path) {
  std::string key;
  for (const auto& segment : path.segments) {
    key += '/';
    key += segment.kind == PathPattern::Kind::literal ? lower(segment.text)
           : segment.kind == PathPattern::Kind::any   ? "*"
                                                      : "**";
  }
  return key;
}

bool has_wildcard(const PathPattern& path) {
  return std::any_of(path.segments.begin(), path.segments.end(), [](const auto& segment) {
    return segment.kind != PathPattern::Kind::literal;
  });
}

/// The rules above that answer for ever, found by path so that ten thousand rules stay quick.
class Blockers {
 public:
  void add(const Rule& rule) {
    if (has_wildcard(rule.when.path)) {
      wild_.push_back(&rule);
    } else {
      by_path_[key_of(rule.when.path)].push_back(&rule);
    }
  }

  const Rule* find(const Rule& rule) const {
    const auto literal = by_path_.find(key_of(rule.when.path));
    const Rule* found = literal == by_path_.end() ? nullptr : first_covering(literal->second, rule);
    return found != nullptr ? found : first_covering(wild_, rule);
  }

 private:
  using Rules = std::vector<const Rule*>;

  static const Rule* first_covering(const Rules& rules, const Rule& rule) {
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&](const Rule* above) { return covers(*above, rule); });
    return found == rules.end() ? nullptr : *found;
  }

  std::map<std::string, Rules> by_path_;
  Rules wild_;
};

std::string title(const Rule& rule) {
  const std::string name = rule.name.empty() ? "" : fmt::format(" (`{}`)", rule.name);
  return fmt::format("rule {}{} on line {}", rule.number, name, rule.place.line);
}

}  // namespace

void check_reachable(const std::vector<Rule>& rules, Report& report) {
  Blockers blockers;
  for (const Rule& rule : rules) {
    if (const Rule* above = blockers.find(rule)) {
      report.add(Mark{.line = rule.place.line, .column = rule.place.column},
                 "this rule is never reached",
                 fmt::format("{} answers all its requests for ever: move this rule above it, or "
                             "give that one `times`",
                             title(*above)));
    }
    if (never_steps_aside(rule)) {
      blockers.add(rule);
    }
  }
}

}  // namespace graphfault::scenario
