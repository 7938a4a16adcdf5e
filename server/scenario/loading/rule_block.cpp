// SPDX-License-Identifier: MIT
#include "scenario/loading/rule_block.hpp"

#include "base/nearest_name.hpp"
#include "scenario/faults/fault_rows.hpp"
#include "scenario/loading/handshake.hpp"
#include "scenario/loading/matchable.hpp"
#include "scenario/loading/reachable.hpp"
#include "scenario/loading/reading/scalars.hpp"
#include "scenario/loading/steps/step_block.hpp"
#include "scenario/loading/when/when_block.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::scenario {
namespace {

constexpr std::string_view kRuleKeys[] = {"name",   "when",     "then",    "per",
                                          "repeat", "in_batch", "optional"};
constexpr Choice<Per> kPer[] = {
    {"tenant", Per::tenant}, {"url", Per::url}, {"token", Per::token}, {"app", Per::app}};

bool names_times(const Node& step) {
  return step.is_map() && std::any_of(step.children.begin(), step.children.end(),
                                      [](const Node& child) { return child.key == "times"; });
}

void check_script(const Node& list, const std::vector<Step>& steps, Report& report) {
  if (list.children.size() == 1 && steps.size() == 1 && !names_times(list.children.front())) {
    report.add(list, "a list with one step does not say how often the step plays",
               "without the list the step answers every time; with `times: 1` it answers once");
  }
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    if (steps[i].times == 0) {
      report.add(Mark{.line = steps[i].place.line, .column = steps[i].place.column},
                 "the steps after this one are never played",
                 "only the last step of a list can say `times: always`");
    }
  }
}

std::vector<Step> read_script(const Node& list, Surface surface, const Loading& loading) {
  std::vector<Step> steps;
  if (list.children.empty()) {
    loading.report.add(list, "`then` has no step", "leave the rule out, or write `emulate`");
  }
  for (const Node& item : list.children) {
    if (auto step = read_step(item, {.surface = surface}, loading)) {
      steps.push_back(*std::move(step));
    }
  }
  check_script(list, steps, loading.report);
  return steps;
}

std::vector<Step> read_then(const Node& node, Surface surface, const Loading& loading) {
  if (node.is_list()) {
    return read_script(node, surface, loading);
  }
  std::vector<Step> steps;
  if (auto step = read_step(node, {.surface = surface, .default_times = 0}, loading)) {
    steps.push_back(*std::move(step));
  }
  return steps;
}

void read_flags(Rule& rule, const Block& block, Report& report) {
  for (const auto& [key, flag] :
       {std::pair("repeat", &rule.repeat), std::pair("in_batch", &rule.when.in_batch),
        std::pair("optional", &rule.optional)}) {
    if (const Node* node = block.find(key)) {
      assign(*flag, read_flag(*node, in_ticks(key), report));
    }
  }
  const Node* const repeat = block.find("repeat");
  const bool endless = !rule.steps.empty() && rule.steps.back().times == 0;
  if (repeat != nullptr && rule.repeat && endless) {
    report.add(repeat->key_mark, "`repeat` has no effect: the last step answers for ever",
               "it starts a list of steps again once all have played");
  }
}

std::vector<std::string_view> faults_of_operations() {
  std::vector<std::string_view> words;
  for (const FaultRow& row : fault_rows()) {
    if (!row.needs_connection) {
      words.push_back(row.word);
    }
  }
  return words;
}

/// An operation has no connection of its own that could break.
void settle_batches(Rule& rule, const Block& block, Report& report) {
  const auto broken = std::find_if(rule.steps.begin(), rule.steps.end(), [](const Step& step) {
    return step.fault && fault_row(step.fault->kind).needs_connection;
  });
  if (broken == rule.steps.end()) {
    return;
  }
  const Mark at{.line = broken->place.line, .column = broken->place.column};
  if (rule.when.operation) {
    report.add(at, "an operation inside a batch has no connection of its own to break",
               fmt::format("allowed there: {}; or break the answer to POST /$batch",
                           alternatives(faults_of_operations())));
  } else if (block.has("in_batch") && rule.when.in_batch) {
    report.add(at, "an operation inside a batch has no connection of its own to break",
               "leave out `in_batch: true`: this rule applies to single requests");
  }
  rule.when.in_batch = false;
}

std::optional<Rule> read_rule(const Node& node, int number, const Loading& loading) {
  Report& report = loading.report;
  const std::size_t before = report.count();
  const Block block(node, "a rule", kRuleKeys, report);
  Rule rule{.number = number, .place = report.place(node.mark)};
  if (const Node* name = block.find("name")) {
    assign(rule.name, read_word(*name, "`name`", report));
  }
  if (block.require("when", "say which requests it is for: `when: GET /users`")) {
    assign(rule.when, read_when(*block.find("when"), loading));
  }
  if (block.require("then", "say what it answers: `then: {error: 429}`")) {
    rule.steps = read_then(*block.find("then"), rule.when.surface, loading);
  }
  if (const Node* per = block.find("per")) {
    assign(rule.per, read_choice(*per, "`per`", kPer, report));
  }
  read_flags(rule, block, report);
  if (report.count() == before) {
    check_matchable(rule, node.mark, report);
    check_handshake(rule, node.mark, report);
    settle_batches(rule, block, report);
  }
  return report.count() == before ? std::optional(std::move(rule)) : std::nullopt;
}

}  // namespace

std::vector<Rule> read_rules(const Node& node, const Loading& loading) {
  std::vector<Rule> rules;
  if (!node.is_list()) {
    report_kind(node, "`rules`", "a list of rules", loading.report,
                "each begins with `- when:` or `- name:`");
    return rules;
  }
  int number = 0;
  for (const Node& item : node.children) {
    if (auto rule = read_rule(item, ++number, loading)) {
      rules.push_back(*std::move(rule));
    }
  }
  check_reachable(rules, loading.report);
  return rules;
}

}  // namespace graphfault::scenario
