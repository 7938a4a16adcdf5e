// SPDX-License-Identifier: MIT
#include "scenario/loading/load.hpp"

#include "scenario/default_scenario.hpp"
#include "scenario/testing/loading.hpp"

#include <gtest/gtest.h>

namespace graphfault::scenario {
namespace {

using namespace std::chrono_literals;

TEST(Load, AnEmptyMapIsTheDefaultTenant) {
  const auto scenario = scenario_of("{}");
  const auto standard = default_scenario();
  EXPECT_EQ(scenario->name, "bad");
  EXPECT_EQ(scenario->file, "bad.yaml");
  EXPECT_EQ(scenario->tenant.license, standard->tenant.license);
  EXPECT_TRUE(scenario->tenant.apps.empty());
  EXPECT_EQ(scenario->tenant.tokens.lifetime, 60min);
  const auto& users = std::get<GeneratedUsers>(scenario->data.users.source);
  EXPECT_EQ(users.count, 100U);
  EXPECT_EQ(users.guests, 0.4);
  EXPECT_EQ(scenario->data.users.page_size, 100U);
  EXPECT_TRUE(scenario->rules.empty());
  EXPECT_FALSE(scenario->batch.details_on_failure);
}

TEST(Load, TakesTheNameFromTheFile) {
  const auto name_of = [](const std::string& file) {
    const Loaded loaded = load("{}", {.file = file});
    return loaded ? (*loaded)->name : std::string("problem");
  };
  EXPECT_EQ(name_of("scenarios/paged-guests.yaml"), "paged-guests");
  EXPECT_EQ(name_of("C:\\scenarios\\a.yml"), "a");
  EXPECT_EQ(name_of("plain"), "plain");
  EXPECT_EQ(name_of("Not A Name.yaml"), "problem");
  EXPECT_EQ(name_of(""), "problem");
  EXPECT_EQ(scenario_of("scenario: given-1")->name, "given-1");
}

TEST(Load, ReadsTheTenant) {
  const TenantSettings tenant = scenario_of(R"(
tenant:
  license: free
  apps:
    - {id: a1, secret: s, roles: [User.Read.All, AuditLog.Read.All], secret_expired: true}
    - id: a2
  tokens: {lifetime: 90m, accept: none-required}
  delay: 20ms
)")
                                    ->tenant;
  EXPECT_EQ(tenant.license, License::free);
  ASSERT_EQ(tenant.apps.size(), 2U);
  EXPECT_EQ(tenant.apps[0].secret, "s");
  EXPECT_EQ(tenant.apps[0].roles, (std::vector<std::string>{"User.Read.All", "AuditLog.Read.All"}));
  EXPECT_FALSE(tenant.apps[0].all_roles);
  EXPECT_TRUE(tenant.apps[0].secret_expired);
  EXPECT_TRUE(tenant.apps[1].all_roles);
  EXPECT_EQ(tenant.tokens.lifetime, 90min);
  EXPECT_EQ(tenant.tokens.accept, TokenSettings::Accept::none_required);
  EXPECT_EQ(tenant.delay, 20ms);
}

TEST(Load, ReadsTheData) {
  const Data data = scenario_of(R"(
data:
  users: {count: 250, guests: 12.5%, seed: 7, page_size: 20}
  collections:
    - {path: /groups, page_size: 2, items: [{id: g1, size: 3}, {displayName: No id}]}
    - {path: "/users('u1')/messages", file: answer.json}
)")
                        ->data;
  const auto& users = std::get<GeneratedUsers>(data.users.source);
  EXPECT_EQ(users.count, 250U);
  EXPECT_EQ(users.guests, 0.125);
  EXPECT_EQ(users.seed, 7U);
  EXPECT_EQ(data.users.page_size, 20U);
  ASSERT_EQ(data.collections.size(), 2U);
  EXPECT_EQ(data.collections[0].path, "/groups");
  EXPECT_EQ(data.collections[0].page_size, 2U);
  EXPECT_EQ(json_text(data.collections[0].items[0]), R"({"id":"g1","size":3})");
  EXPECT_EQ(data.collections[0].items[1]["id"].get<std::string>().size(), 36U);
  EXPECT_EQ(data.collections[1].path, "/users/u1/messages");
  EXPECT_EQ(json_text(data.collections[1].items[0]), R"({"id":"g1"})");
}

TEST(Load, ReadsUsersFromAFileOrTheScenario) {
  const auto items_of = [](std::string_view yaml) {
    return std::get<std::vector<Json>>(scenario_of(yaml)->data.users.source);
  };
  const auto from_file = items_of("data: {users: {file: users.json}}");
  ASSERT_EQ(from_file.size(), 2U);
  EXPECT_EQ(from_file[0]["displayName"], "Ada");
  EXPECT_TRUE(from_file[1].contains("id"));
  EXPECT_EQ(items_of("data: {users: {items: [{id: a}]}}").size(), 1U);
  EXPECT_TRUE(items_of("data: {users: {items: []}}").empty());
}

TEST(Load, ReadsBatchAndVerdict) {
  const auto scenario = scenario_of(R"(
batch: {on_failure: details, status: 409, code: Conflict, message: No.}
verdict:
  require: [retry-after-honoured]
  ignore: select-used
  requests:
    - {when: GET /users, count: 5}
    - {when: {path: /groups/**}, count: {min: 3}}
    - {when: {path: /me}, count: {max: 6}}
  client_exit: 3
  tolerance: 200ms
)");
  EXPECT_TRUE(scenario->batch.details_on_failure);
  EXPECT_EQ(scenario->batch.status, 409);
  const VerdictSettings& verdict = scenario->verdict;
  EXPECT_EQ(verdict.require, std::vector<std::string>{"retry-after-honoured"});
  EXPECT_EQ(verdict.ignore, std::vector<std::string>{"select-used"});
  ASSERT_EQ(verdict.requests.size(), 3U);
  EXPECT_EQ(verdict.requests[0].text, "GET /users");
  EXPECT_EQ(verdict.requests[0].min, 5U);
  EXPECT_EQ(verdict.requests[0].max, 5U);
  EXPECT_EQ(verdict.requests[0].place.line, 7);
  EXPECT_EQ(verdict.requests[1].text, "any method on /groups/**");
  EXPECT_EQ(verdict.requests[1].min, 3U);
  EXPECT_EQ(verdict.requests[1].max, std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(verdict.requests[2].max, 6U);
  EXPECT_EQ(verdict.client_exit, 3);
  EXPECT_EQ(verdict.tolerance, std::chrono::milliseconds(200));
  EXPECT_EQ(scenario_of("summary: s")->verdict.tolerance, std::chrono::milliseconds(50));
}

TEST(Load, AliasesStandForWholeValues) {
  const auto scenario = scenario_of(R"(
rules:
  - when: GET /a
    then: &slow {error: 429, retry_after: 1s}
  - when: GET /b
    then: *slow
)");
  EXPECT_EQ(std::get<ErrorStep>(scenario->rules[1].steps[0].act).error.status, 429);
}

TEST(Load, TakesAByteOrderMarkAndWindowsLineEnds) {
  EXPECT_EQ(scenario_of("\xEF\xBB\xBFscenario: a\r\nsummary: b\r\n")->summary, "b");
}

TEST(Load, KeepsNumbersOfRulesAndTheirPlaces) {
  const auto scenario =
      scenario_of("rules:\n- when: GET /a\n  then: emulate\n- when: GET /b\n  then: emulate\n");
  EXPECT_EQ(scenario->rules[1].number, 2);
  EXPECT_EQ(scenario->rules[1].place, (Place{.file = "bad.yaml", .line = 4, .column = 3}));
}

TEST(Load, WithoutAFileReaderNoFileCanBeNamed) {
  const Loaded loaded = load("data: {users: {file: a.json}}", {.file = "a.yaml"});
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().front().message,
            "a scenario without a folder of its own cannot read files");
}

TEST(CheckSet, NamesBothPlacesOfAName) {
  const auto named = [](const std::string& file) {
    return *load("scenario: twin", {.file = file});
  };
  const std::vector<std::shared_ptr<const Scenario>> set{named("a.yaml"), default_scenario(),
                                                         named("b.yaml")};
  EXPECT_EQ(render(check_set(set)),
            "a.yaml: the scenario `twin` is in b.yaml too\n"
            "  each scenario needs a name of its own\n"
            "b.yaml: the scenario `twin` is in a.yaml too\n"
            "  each scenario needs a name of its own\n");
  EXPECT_TRUE(check_set({set.data(), 2}).empty());
}

}  // namespace
}  // namespace graphfault::scenario
