// SPDX-License-Identifier: MIT
// The parts of a `when` that say what the request holds: query, headers, page, body.
#include "base/letter_case.hpp"
#include "scenario/conditions/describe_value.hpp"
#include "scenario/when_parts.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace graphfault::scenario {
namespace {

using Part = Mismatch::Part;
using NamedTest = std::pair<std::string, ValueCondition>;
using NamedTests = std::vector<NamedTest>;

/// Whatever `a` asks, `b` asks too.
bool covers_all(const NamedTests& a, const NamedTests& b) {
  return std::all_of(a.begin(), a.end(), [&b](const NamedTest& asked) {
    return std::any_of(b.begin(), b.end(), [&asked](const NamedTest& other) {
      return equal_ignoring_case(asked.first, other.first) && covers(asked.second, other.second);
    });
  });
}

/// The first test whose value, as `read` finds it, does not pass.
template <class Read>
Failure first_failing(const NamedTests& tests, const Read& read) {
  for (std::size_t i = 0; i < tests.size(); ++i) {
    if (!passes(tests[i].second, read(tests[i].first))) {
      return i;
    }
  }
  return std::nullopt;
}

std::string reason_of(std::string_view what, const std::string& name, const ValueCondition& test) {
  return std::string("it asks that ").append(what).append(name).append(" ").append(describe(test));
}

Failure query_failure(const When& when, const Asked& asked) {
  return first_failing(when.query,
                       [&asked](const std::string& name) { return asked.option(name); });
}

bool query_covers(const When& a, const When& b) { return covers_all(a.query, b.query); }

std::string query_reason(const When& when, std::size_t failed) {
  const auto& [name, test] = when.query[failed];
  return reason_of("query option ", name, test);
}

Failure header_failure(const When& when, const Asked& asked) {
  return first_failing(when.headers,
                       [&asked](const std::string& name) { return asked.header(name); });
}

bool header_covers(const When& a, const When& b) { return covers_all(a.headers, b.headers); }

std::string header_reason(const When& when, std::size_t failed) {
  const auto& [name, test] = when.headers[failed];
  return reason_of("header ", name, test);
}

Failure page_failure(const When& when, const Asked& asked) {
  return unless(!when.page || passes(*when.page, asked.page()));
}

bool page_covers(const When& a, const When& b) {
  return !a.page || (b.page && covers(*a.page, *b.page));
}

std::string page_reason(const When& when, std::size_t /*failed*/) {
  return reason_of("", "page", *when.page);
}

Failure body_failure(const When& when, const Asked& asked) {
  return unless(!when.body || passes(*when.body, asked.body()));
}

bool body_covers(const When& a, const When& b) {
  return !a.body || (b.body && covers(*a.body, *b.body));
}

std::string body_reason(const When& /*when*/, std::size_t /*failed*/) {
  return "its `body` does not match";
}

}  // namespace

constinit const WhenPart kQueryPart{Part::query, query_failure, query_covers, query_reason};
constinit const WhenPart kHeaderPart{Part::header, header_failure, header_covers, header_reason};
constinit const WhenPart kPagePart{Part::page, page_failure, page_covers, page_reason};
constinit const WhenPart kBodyPart{Part::body, body_failure, body_covers, body_reason};

}  // namespace graphfault::scenario
