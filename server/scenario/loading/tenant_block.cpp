// SPDX-License-Identifier: MIT
#include "scenario/loading/tenant_block.hpp"

#include "base/letter_case.hpp"
#include "scenario/loading/reading/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::scenario {
namespace {

constexpr std::string_view kTenantKeys[] = {"license", "apps", "tokens", "delay"};
constexpr std::string_view kAppKeys[] = {"id", "secret", "roles", "secret_expired"};
constexpr std::string_view kTokenKeys[] = {"lifetime", "accept"};
constexpr Choice<License> kLicenses[] = {{"premium", License::premium}, {"free", License::free}};
constexpr Choice<TokenSettings::Accept> kAccept[] = {
    {"issued", TokenSettings::Accept::issued},
    {"any", TokenSettings::Accept::any},
    {"none-required", TokenSettings::Accept::none_required}};

App read_app(const Node& node, Report& report) {
  const Block block(node, "an app", kAppKeys, report);
  App app{.all_roles = true};
  if (block.require("id", "the client id, usually a GUID")) {
    assign(app.id, read_word(*block.find("id"), "`id`", report));
  }
  if (const Node* secret = block.find("secret")) {
    assign(app.secret, read_word(*secret, "`secret`", report));
  }
  if (const Node* roles = block.find("roles")) {
    app.roles = read_texts(*roles, "`roles`", report);
    app.all_roles = false;
  }
  if (const Node* expired = block.find("secret_expired")) {
    assign(app.secret_expired, read_flag(*expired, "`secret_expired`", report));
  }
  return app;
}

std::vector<App> read_apps(const Node& node, Report& report) {
  std::vector<App> apps;
  if (!node.is_list()) {
    report_kind(node, "`apps`", "a list of apps", report);
    return apps;
  }
  if (node.children.empty()) {
    report.add(node, "`apps` is empty, so nobody could sign in",
               "leave it out: any client id is taken then");
  }
  for (const Node& item : node.children) {
    App app = read_app(item, report);
    const bool twice = std::any_of(apps.begin(), apps.end(), [&](const App& other) {
      return equal_ignoring_case(other.id, app.id);
    });
    if (twice && !app.id.empty()) {
      report.add(item, fmt::format("the app `{}` is listed twice", app.id));
    }
    apps.push_back(std::move(app));
  }
  return apps;
}

TokenSettings read_tokens(const Node& node, Report& report) {
  TokenSettings tokens;
  const Block block(node, "`tokens`", kTokenKeys, report);
  if (const Node* lifetime = block.find("lifetime")) {
    assign(tokens.lifetime, read_duration(*lifetime, "`lifetime`", report));
    if (tokens.lifetime < std::chrono::seconds(1)) {
      report.add(*lifetime, "a token must be valid for at least one second",
                 "for a token that has expired write `effect: {expire: token}` on a step");
    }
  }
  if (const Node* accept = block.find("accept")) {
    assign(tokens.accept, read_choice(*accept, "`accept`", kAccept, report));
  }
  return tokens;
}

}  // namespace

TenantSettings read_tenant(const Node& node, const Loading& loading) {
  Report& report = loading.report;
  TenantSettings tenant;
  const Block block(node, "`tenant`", kTenantKeys, report);
  if (const Node* license = block.find("license")) {
    assign(tenant.license, read_choice(*license, "`license`", kLicenses, report));
  }
  if (const Node* apps = block.find("apps")) {
    tenant.apps = read_apps(*apps, report);
  }
  if (const Node* tokens = block.find("tokens")) {
    tenant.tokens = read_tokens(*tokens, report);
  }
  if (const Node* delay = block.find("delay")) {
    assign(tenant.delay, read_duration(*delay, "`delay`", report));
  }
  return tenant;
}

}  // namespace graphfault::scenario
