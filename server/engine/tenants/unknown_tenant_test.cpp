// SPDX-License-Identifier: MIT
#include "engine/tenants/unknown_tenant.hpp"

#include "engine/testing/served.hpp"

#include <gtest/gtest.h>

namespace graphfault::engine {
namespace {

using testing::Served;

ScenarioSet scenarios_named(const std::vector<std::string>& names) {
  ScenarioSet set;
  for (const std::string& name : names) {
    auto scenario = std::make_shared<scenario::Scenario>();
    scenario->name = name;
    set.push_back(std::move(scenario));
  }
  return set;
}

TEST(UnknownTenant, HintSaysWhatWasMeant) {
  const ScenarioSet set = scenarios_named({"throttled-guest-report", "paged-guests", "default"});
  const struct {
    const char* name;
    const char* hint;
  } rows[] = {
      {"throtled-guest-report",
       "no loaded scenario fits the tenant throtled-guest-report; did you mean "
       "throttled-guest-report?"},
      {"Paged-Guest.t42",
       "no loaded scenario fits the tenant Paged-Guest.t42; did you mean paged-guests?"},
      {"elsewhere",
       "no loaded scenario fits the tenant elsewhere; known names: throttled-guest-report, "
       "paged-guests, default"},
      {"",
       "no loaded scenario fits the tenant ; known names: throttled-guest-report, paged-guests, "
       "default"},
      {"PAGED-guests.my_label",
       "a tenant is SCENARIO or SCENARIO.LABEL, and a label has letters, digits and - only: "
       "PAGED-guests.my_label"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(unknown_tenant_hint(row.name, set), row.hint);
  }
}

TEST(UnknownTenant, HintFitsAHeaderWhateverIsLoadedOrAsked) {
  std::vector<std::string> names;
  for (int i = 1000; i < 2000; ++i) {
    names.push_back("a-scenario-of-a-big-library-" + std::to_string(i));
  }
  const std::string hint = unknown_tenant_hint(std::string(16'000, 'x'), scenarios_named(names));
  EXPECT_LT(hint.size(), 1000U);
  EXPECT_NE(hint.find(" and 9"), std::string::npos) << hint;
  EXPECT_TRUE(hint.ends_with(" more")) << hint;
}

TEST(UnknownTenant, HintComesWithGraphAndSignInCalls) {
  Served served("scenario: throttled\ntenant: {tokens: {accept: any}}\n");
  for (const char* target : {"/@throtled/v1.0/users", "/throtled/oauth2/v2.0/token",
                             "/throtled.t1/v2.0/.well-known/openid-configuration"}) {
    EXPECT_NE(Served::hint(served.get(target)).find("did you mean throttled?"), std::string::npos)
        << target;
  }
}

}  // namespace
}  // namespace graphfault::engine
