// SPDX-License-Identifier: MIT
#include "scenario/loading/steps/step_block.hpp"

#include "scenario/loading/reading/json_value.hpp"
#include "scenario/loading/reading/scalars.hpp"
#include "scenario/loading/steps/delay_block.hpp"
#include "scenario/loading/steps/effect_block.hpp"
#include "scenario/loading/steps/error_block.hpp"
#include "scenario/loading/steps/fault_block.hpp"
#include "scenario/loading/steps/header_lines.hpp"
#include "scenario/loading/steps/reply_block.hpp"
#include "scenario/loading/steps/retry_after_block.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::scenario {
namespace {

constexpr std::string_view kStepKeys[] = {"error",       "reply",   "emulate", "pass",  "times",
                                          "retry_after", "early",   "delay",   "fault", "headers",
                                          "claims",      "effect",  "status",  "code",  "message",
                                          "inner",       "details", "spelling"};
constexpr std::string_view kKinds[] = {"error", "reply", "emulate", "pass"};
constexpr std::string_view kOverrides[] = {"status",  "code",     "message", "inner",
                                           "details", "spelling", "claims"};
constexpr std::string_view kKindHint =
    "a step has exactly one of error, reply, emulate and pass; `fault` alone means emulate";

/// The one kind the step names; empty where that is wrong, which is reported.
std::string_view kind_of(const Block& block, Report& report) {
  std::string_view kind;
  for (const std::string_view name : kKinds) {
    const Node* const node = block.find(name);
    if (node == nullptr) {
      continue;
    }
    if (!kind.empty()) {
      report.add(node->key_mark, fmt::format("a step cannot have both `{}` and `{}`", kind, name),
                 std::string(kKindHint));
      return {};
    }
    kind = name;
  }
  if (kind.empty() && block.has("fault")) {
    return "emulate";
  }
  if (kind.empty()) {
    report.add(block.node(), "this step does not say what to answer", std::string(kKindHint));
  }
  return kind;
}

void check_true(const Block& block, std::string_view key, Report& report) {
  const Node* const node = block.find(key);
  if (node == nullptr) {
    return;
  }
  if (const auto flag = read_flag(*node, in_ticks(key), report); flag && !*flag) {
    report.add(*node, fmt::format("`{}: false` has no effect", key), "leave it out");
  }
}

/// Keys that have no effect beside this kind of step.
void check_companions(const Block& block, std::string_view kind, Report& report) {
  for (const Node& child : block.node().children) {
    const bool override_only =
        std::find(std::begin(kOverrides), std::end(kOverrides), child.key) != std::end(kOverrides);
    if (kind == "pass" && child.key != "pass" && child.key != "times") {
      report.add(child.key_mark, fmt::format("`{}` has no effect on a `pass` step", child.key),
                 "after `pass` the rules below answer, or the emulation");
    } else if (kind != "error" && override_only) {
      report.add(child.key_mark, fmt::format("`{}` can only be used with `error`", child.key),
                 kind == "reply" ? "write it inside the reply" : "name the error it changes");
    }
  }
}

void set_act(Step& step, const Block& block, std::string_view kind, const StepContext& where,
             const Loading& loading) {
  if (kind == "error") {
    if (auto error = read_error(block, where.surface, loading)) {
      step.act = *std::move(error);
    }
  } else if (kind == "reply") {
    if (auto reply = read_reply(*block.find("reply"), loading)) {
      step.act = *std::move(reply);
    }
  } else {
    check_true(block, kind, loading.report);
    if (kind == "pass") {
      step.act = PassStep{};
    }
  }
}

void set_times(Step& step, const Node& node, Report& report) {
  constexpr std::uint64_t kMost = 1'000'000'000;
  constexpr std::string_view kHint = "a whole number, at least 1, or always";
  if (node.is_word("always")) {
    step.times = 0;
    return;
  }
  if (!node.is_scalar()) {
    report_kind(node, "`times`", "a number or `always`", report, kHint);
    return;
  }
  const auto times = parse_whole(node.text);
  if (!times || node.quoted || *times < 1 || *times > kMost) {
    report.add(node, cannot_be("`times`", node.text), std::string(kHint));
    return;
  }
  step.times = *times;
}

void set_early(Step& step, const Block& block, Report& report) {
  constexpr Choice<bool> kEarly[] = {{"allow", true}};
  const Node* const early = block.find("early");
  if (early == nullptr) {
    return;
  }
  assign(step.early_allowed, read_choice(*early, "`early`", kEarly, report));
  if (!block.has("retry_after")) {
    report.add(early->key_mark, "`early` has no effect without `retry_after`",
               "it lets a client come back earlier than the header says");
  }
}

void set_claims(Step& step, const Node& node, Report& report) {
  if (!node.is_map() || node.children.empty()) {
    report_kind(node, "`claims`", "a map", report,
                "{access_token: {acrs: {essential: true, value: c1}}}");
    return;
  }
  constexpr std::string_view kTokens[] = {"access_token", "id_token"};
  const Block tokens(node, "`claims`", kTokens, report);
  step.claims = to_json(node);
}

void set_parts(Step& step, const Block& block, const Loading& loading) {
  if (const Node* times = block.find("times")) {
    set_times(step, *times, loading.report);
  }
  if (const Node* retry = block.find("retry_after")) {
    step.retry_after = read_retry_after(*retry, loading);
  }
  set_early(step, block, loading.report);
  if (const Node* delay = block.find("delay")) {
    step.delay = read_delay(*delay, loading);
  }
  if (const Node* fault = block.find("fault")) {
    step.fault = read_fault(*fault, loading);
  }
  if (const Node* headers = block.find("headers")) {
    step.headers = read_headers(*headers, loading);
  }
  if (const Node* claims = block.find("claims")) {
    set_claims(step, *claims, loading.report);
  }
  if (const Node* effect = block.find("effect")) {
    assign(step.effect, read_effects(*effect, loading));
  }
}

std::optional<Step> read_word_step(const Node& node, const StepContext& where, Report& report) {
  Step step{.times = where.default_times, .place = report.place(node.mark)};
  if (node.is_word("emulate")) {
    return step;
  }
  if (node.is_word("pass")) {
    step.act = PassStep{};
    return step;
  }
  constexpr std::string_view kWords[] = {"emulate", "pass"};
  report.add(node, fmt::format("`{}` is not a step", node.text),
             fmt::format("as a single word, {}; otherwise write a map such as {{error: {}}}",
                         choice_hint(node.text, kWords), node.text.empty() ? "429" : node.text));
  return std::nullopt;
}

}  // namespace

std::optional<Step> read_step(const Node& node, const StepContext& where, const Loading& loading) {
  if (node.is_scalar()) {
    return read_word_step(node, where, loading.report);
  }
  const std::size_t before = loading.report.count();
  const Block block(node, "a step", kStepKeys, loading.report);
  if (!node.is_map()) {
    return std::nullopt;
  }
  Step step{.times = where.default_times, .place = loading.report.place(node.mark)};
  const std::string_view kind = kind_of(block, loading.report);
  if (!kind.empty()) {
    check_companions(block, kind, loading.report);
    set_act(step, block, kind, where, loading);
  }
  set_parts(step, block, loading);
  return loading.report.count() == before ? std::optional(std::move(step)) : std::nullopt;
}

}  // namespace graphfault::scenario
