// SPDX-License-Identifier: MIT
// Rules whose parts contradict each other, so that no request can match them.
#include "scenario/loading/matchable.hpp"

#include "base/letter_case.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::scenario {
namespace {

bool reads(const When& when) {
  return when.methods.empty() ||
         std::any_of(when.methods.begin(), when.methods.end(),
                     [](const std::string& method) { return method == "GET" || method == "HEAD"; });
}

bool is_batch_path(const PathPattern& path) {
  return path.segments.size() == 1 && equal_ignoring_case(path.segments[0].text, "$batch");
}

void check_operation(const Rule& rule, Mark at, Report& report) {
  if (!rule.when.operation) {
    return;
  }
  if (!rule.when.in_batch) {
    report.add(
        at, "this rule can never match: `operation` asks for a batch, `in_batch: false` for none",
        "leave out one of the two");
  }
  if (is_batch_path(rule.when.path)) {
    report.add(at, "this rule can never match: a batch cannot be an operation of a batch",
               "write the path of the operation, not /$batch");
  }
}

void check_sign_in(const When& when, Mark at, Report& report) {
  if (when.surface != Surface::sign_in) {
    return;
  }
  const std::pair<bool, std::string_view> parts[] = {{when.page.has_value(), "page"},
                                                     {when.operation.has_value(), "operation"},
                                                     {when.token.has_value(), "token"}};
  for (const auto& [named, key] : parts) {
    if (named) {
      report.add(at, fmt::format("this rule can never match: a sign-in request has no `{}`", key),
                 "it has a method, a path, a query, headers and a body");
    }
  }
}

}  // namespace

void check_matchable(const Rule& rule, Mark at, Report& report) {
  if (rule.when.page && !reads(rule.when)) {
    report.add(at, "this rule can never match: only a GET has a `page`",
               "write `method: GET`, or leave out `page`");
  }
  check_operation(rule, at, report);
  check_sign_in(rule.when, at, report);
}

}  // namespace graphfault::scenario
