// SPDX-License-Identifier: MIT
// Rules that an earlier one never lets have a request.
#include "scenario/loading/reachable.hpp"

#include "base/letter_case.hpp"

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

bool is_special(const std::string& method) { return method == "OPTIONS" || method == "HEAD"; }

bool covers_methods(const When& a, const When& b) {
  if (a.methods.empty()) {
    return std::none_of(b.methods.begin(), b.methods.end(), is_special);
  }
  return !b.methods.empty() &&
         std::all_of(b.methods.begin(), b.methods.end(), [&](const std::string& method) {
           return std::find(a.methods.begin(), a.methods.end(), method) != a.methods.end();
         });
}

/// Whatever `a` asks, `b` asks too.
bool covers_tests(const std::vector<std::pair<std::string, ValueCondition>>& a,
                  const std::vector<std::pair<std::string, ValueCondition>>& b) {
  return std::all_of(a.begin(), a.end(), [&](const auto& asked) {
    return std::any_of(b.begin(), b.end(), [&](const auto& other) {
      return equal_ignoring_case(asked.first, other.first) && covers(asked.second, other.second);
    });
  });
}

bool covers_operation(const When& a, const When& b) {
  if (!a.operation) {
    return true;
  }
  return b.operation && (!a.operation->id || a.operation->id == b.operation->id) &&
         (!a.operation->position || a.operation->position == b.operation->position);
}

bool covers_claims(const std::vector<std::pair<std::string, ValueCondition>>& a,
                   const std::vector<std::pair<std::string, ValueCondition>>& b) {
  return std::all_of(a.begin(), a.end(), [&](const auto& asked) {
    return std::any_of(b.begin(), b.end(), [&](const auto& other) {
      return asked.first == other.first && same(asked.second, other.second);
    });
  });
}

bool holds_all(const std::vector<std::string>& all, const std::vector<std::string>& some) {
  return std::all_of(some.begin(), some.end(), [&all](const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  });
}

bool covers_states(const TokenTest& a, const TokenTest& b) {
  return a.states.empty()
             ? b.states.empty()
             : !b.states.empty() &&
                   std::all_of(b.states.begin(), b.states.end(), [&a](TokenState one) {
                     return std::find(a.states.begin(), a.states.end(), one) != a.states.end();
                   });
}

/// A rule that asks about the token's state is asked before authentication, any other after it.
bool covers_token(const When& a, const When& b) {
  const TokenTest x = a.token.value_or(TokenTest());
  const TokenTest y = b.token.value_or(TokenTest());
  return covers_states(x, y) && (!x.app || (y.app && covers(*x.app, *y.app))) &&
         holds_all(y.roles, x.roles) && covers_claims(x.has_claims, y.has_claims) &&
         covers_claims(x.lacks_claims, y.lacks_claims);
}

bool covers(const Rule& a, const Rule& b) {
  const When& x = a.when;
  const When& y = b.when;
  return x.surface == y.surface && (!x.host || (y.host && covers(*x.host, *y.host))) &&
         covers_methods(x, y) && covers(x.path, y.path) && covers_tests(x.query, y.query) &&
         covers_tests(x.headers, y.headers) && (!x.body || (y.body && covers(*x.body, *y.body))) &&
         (!x.page || (y.page && covers(*x.page, *y.page))) && covers_operation(x, y) &&
         covers_token(x, y) && (a.in_batch || (!b.in_batch && !y.operation));
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
  return fmt::format("rule {}{} in line {}", rule.number, name, rule.place.line);
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
