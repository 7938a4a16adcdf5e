// SPDX-License-Identifier: MIT
#include "scenario/describe/explain.hpp"

#include "base/counted.hpp"
#include "base/time_text.hpp"
#include "scenario/describe/describe.hpp"

#include <fmt/format.h>

namespace graphfault::scenario {
namespace {

std::string app_text(const App& app) {
  const std::string roles = app.all_roles ? "with every permission"
                            : app.roles.empty()
                                ? "without any permission"
                                : fmt::format("with {}", fmt::join(app.roles, ", "));
  return fmt::format("  The app {} {}{}{}.\n", app.id, roles,
                     app.secret.empty() ? ", with any secret" : "",
                     app.secret_expired ? "; its secret has expired" : "");
}

std::string tenant_text(const TenantSettings& tenant) {
  std::string text =
      fmt::format("Tenant: {} license", tenant.license == License::premium ? "premium" : "free");
  text += tenant.apps.empty() ? ". Any app may sign in, with every permission.\n" : ".\n";
  for (const App& app : tenant.apps) {
    text += app_text(app);
  }
  const TokenSettings defaults;
  if (tenant.tokens.lifetime != defaults.lifetime) {
    text += fmt::format("  Tokens are valid for {}.\n", duration_text(tenant.tokens.lifetime));
  }
  if (tenant.tokens.accept == TokenSettings::Accept::any) {
    text += "  Any bearer token is accepted.\n";
  } else if (tenant.tokens.accept == TokenSettings::Accept::none_required) {
    text += "  No token is needed.\n";
  }
  if (tenant.delay > Duration::zero()) {
    text += fmt::format("  Every answer takes {} longer.\n", duration_text(tenant.delay));
  }
  return text;
}

struct UsersText {
  std::string operator()(const GeneratedUsers& users) const {
    return fmt::format("{}, of which {:.3g}% are guests", counted(users.count, "user"),
                       users.guests * 100);
  }
  std::string operator()(const std::vector<Json>& items) const {
    return counted(items.size(), "user");
  }
};

std::string data_text(const Data& data) {
  std::string text = fmt::format("Data: {}, in pages of {}.\n",
                                 std::visit(UsersText{}, data.users.source), data.users.page_size);
  for (const Collection& collection : data.collections) {
    text += fmt::format("  {}: {}, in pages of {}.\n", collection.path,
                        counted(collection.items.size(), "item"), collection.page_size);
  }
  return text;
}

std::string_view per_text(Per per) {
  switch (per) {
    case Per::tenant:
      return "";
    case Per::url:
      return "counted for each URL";
    case Per::token:
      return "counted for each token";
    case Per::app:
      return "counted for each app";
  }
  return "";
}

/// What stands behind a rule's condition: how it counts, where it applies.
std::string rule_notes(const Rule& rule) {
  std::vector<std::string_view> notes;
  if (rule.per != Per::tenant) {
    notes.push_back(per_text(rule.per));
  }
  if (!rule.when.in_batch && rule.when.surface != Surface::handshake) {
    notes.emplace_back("not inside a batch");
  }
  if (rule.optional) {
    notes.emplace_back("optional");
  }
  return notes.empty() ? "" : fmt::format(" ({})", fmt::join(notes, "; "));
}

/// What comes after a script's last step.
std::string ending_text(const Rule& rule) {
  if (rule.repeat) {
    return "     then from the beginning\n";
  }
  return rule.steps.back().times == 0 ? "" : "     then this rule steps aside\n";
}

std::string rule_text(const Rule& rule) {
  std::string text =
      fmt::format("  {}. {}{}{}{}\n", rule.number, rule.name, rule.name.empty() ? "" : ": ",
                  describe(rule.when), rule_notes(rule));
  for (const Step& step : rule.steps) {
    text += fmt::format("     -> {}\n", describe(step));
  }
  return text + ending_text(rule);
}

std::string rules_text(const Scenario& scenario) {
  if (scenario.rules.empty()) {
    return "Rules: none; the emulation answers everything.\n";
  }
  std::string text = "Rules (the first one that matches and still has a step to play answers):\n";
  for (const Rule& rule : scenario.rules) {
    text += rule_text(rule);
  }
  return text;
}

std::string count_text(const RequestCount& count) {
  return (count.min == count.max ? "exactly " : "") + number_range(count.min, count.max);
}

std::string verdict_text(const VerdictSettings& verdict) {
  std::string text = "Verdict: every rule must be played, and no \"must\" finding may fail.\n";
  if (!verdict.require.empty()) {
    text += fmt::format("  Required: {}.\n", fmt::join(verdict.require, ", "));
  }
  if (!verdict.ignore.empty()) {
    text += fmt::format("  Not judged: {}.\n", fmt::join(verdict.ignore, ", "));
  }
  for (const RequestCount& count : verdict.requests) {
    text += fmt::format("  Number of requests {}: {}.\n", count.text, count_text(count));
  }
  if (verdict.tolerance != VerdictSettings{}.tolerance) {
    text +=
        fmt::format("  A wait may be {} shorter than asked.\n", duration_text(verdict.tolerance));
  }
  if (verdict.client_exit) {
    text += fmt::format("  The client must end with exit code {}.\n", *verdict.client_exit);
  }
  return text;
}

std::string batch_text(const BatchSettings& batch) {
  if (!batch.details_on_failure) {
    return "";
  }
  return fmt::format(
      "Batch: if an operation fails, the whole batch is answered with {} {} and a detail for each "
      "failure.\n",
      batch.status, batch.code);
}

}  // namespace

std::string explain(const Scenario& scenario) {
  std::string text = scenario.name + "\n";
  if (!scenario.summary.empty()) {
    text += scenario.summary + "\n";
  }
  return text + "\n" + tenant_text(scenario.tenant) + data_text(scenario.data) +
         batch_text(scenario.batch) + rules_text(scenario) + verdict_text(scenario.verdict);
}

}  // namespace graphfault::scenario
