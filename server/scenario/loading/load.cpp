// SPDX-License-Identifier: MIT
#include "scenario/loading/load.hpp"

#include "base/letter_case.hpp"
#include "scenario/loading/batch_block.hpp"
#include "scenario/loading/data_block.hpp"
#include "scenario/loading/reading/scalars.hpp"
#include "scenario/loading/rule_block.hpp"
#include "scenario/loading/tenant_block.hpp"
#include "scenario/loading/verdict_block.hpp"
#include "scenario/yaml/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace graphfault::scenario {
namespace {

constexpr std::string_view kScenarioKeys[] = {"scenario", "summary", "tenant", "data",
                                              "batch",    "rules",   "verdict"};
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLongestName = 100;

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

/// What the file's name would be as a scenario's: lower case, anything else a `-`.
std::string to_name(std::string_view text) {
  std::string name = lower(text.substr(0, kLongestName));
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !is_name(std::string_view(&c, 1)); }, '-');
  return name;
}

/// `throttled-guests` of `scenarios/throttled-guests.yaml`.
std::string stem_of(std::string_view file) {
  const std::size_t slash = file.find_last_of("/\\");
  std::string_view stem = slash == std::string_view::npos ? file : file.substr(slash + 1);
  const std::size_t dot = stem.find_last_of('.');
  return std::string(dot == 0 ? stem : stem.substr(0, dot));
}

std::string read_name(const Block& block, const LoadContext& context, Report& report) {
  const Node* const node = block.find("scenario");
  std::string stem = stem_of(context.file);
  if (node != nullptr) {
    const auto name = read_word(*node, "`scenario`", report);
    if (name && !is_name(*name)) {
      report.add(*node, fmt::format("`{}` cannot be a scenario's name", *name),
                 fmt::format("small letters, digits and `-`, at most {}: `{}`", kLongestName,
                             to_name(*name)));
    }
    return name.value_or("");
  }
  if (!is_name(stem)) {
    report.add(block.node(), fmt::format("the file's name, `{}`, cannot be a scenario's", stem),
               fmt::format("say `scenario: {}`", stem.empty() ? "name" : to_name(stem)));
  }
  return stem;
}

Scenario read_scenario(const Node& root, const LoadContext& context, Report& report) {
  const Block block(root, "a scenario", kScenarioKeys, report);
  Scenario scenario{.file = context.file};
  if (!root.is_map()) {
    return scenario;
  }
  scenario.name = read_name(block, context, report);
  const Loading loading{.report = report, .context = context, .name = scenario.name};
  if (const Node* summary = block.find("summary")) {
    assign(scenario.summary, read_text(*summary, "`summary`", report));
  }
  if (const Node* tenant = block.find("tenant")) {
    scenario.tenant = read_tenant(*tenant, loading);
  }
  if (const Node* data = block.find("data")) {
    scenario.data = read_data(*data, loading);
  }
  if (const Node* batch = block.find("batch")) {
    scenario.batch = read_batch(*batch, loading);
  }
  if (const Node* rules = block.find("rules")) {
    scenario.rules = read_rules(*rules, loading);
  }
  if (const Node* verdict = block.find("verdict")) {
    scenario.verdict = read_verdict(*verdict, loading);
  }
  return scenario;
}

}  // namespace

Loaded load(std::string_view yaml, const LoadContext& context) {
  if (yaml.starts_with(kByteOrderMark)) {
    yaml.remove_prefix(kByteOrderMark.size());
  }
  const SourceText source(yaml);
  Report report(source, context.file);
  const std::optional<Node> root = read_document(report);
  Scenario scenario;
  if (root) {
    scenario = read_scenario(*root, context, report);
  }
  if (report.count() > 0) {
    return tl::unexpected<Problems>(report.take());
  }
  return std::make_shared<const Scenario>(std::move(scenario));
}

Problems check_set(std::span<const std::shared_ptr<const Scenario>> scenarios) {
  Problems problems;
  std::map<std::string_view, const Scenario*> first;
  for (const auto& scenario : scenarios) {
    const auto [before, added] = first.emplace(scenario->name, scenario.get());
    if (added) {
      continue;
    }
    const std::string hint = "each scenario needs a name of its own";
    problems.push_back(
        {.message = fmt::format("the scenario `{}` is in {} too", scenario->name, scenario->file),
         .hint = hint,
         .place = {.file = before->second->file}});
    problems.push_back({.message = fmt::format("the scenario `{}` is in {} too", scenario->name,
                                               before->second->file),
                        .hint = hint,
                        .place = {.file = scenario->file}});
  }
  return problems;
}

}  // namespace graphfault::scenario
