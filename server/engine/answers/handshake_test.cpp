// SPDX-License-Identifier: MIT
#include "engine/answers/handshake.hpp"

#include "engine/testing/served.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace graphfault::engine {
namespace {

using testing::scenario_of;
using Tls = scenario::Fault::Tls;
using Met = std::optional<Tls>;

constexpr Instant kHandshakeTime = Instant(std::chrono::seconds(1'770'000'000));

/// An engine whose default scenario is that one.
struct Greeted {
  explicit Greeted(std::string_view yaml)
      : engine({scenario_of(yaml)}, EngineOptions{.default_scenario = scenario_of(yaml)->name}) {}

  Met operator()(const std::string& host) { return engine.greet(host, kHandshakeTime); }

  Engine engine;
};

TEST(Handshake, PlaysTheStepsOfItsRuleInOrder) {
  Greeted greet(R"(
rules:
  - when: handshake
    then:
      - {fault: {tls: expired}, times: 2}
      - {fault: {tls: wrong-name}}
      - emulate
      - {fault: {tls: untrusted}}
      - {fault: {tls: reset}}
)");
  const Met expected[] = {Tls::expired,   Tls::expired, Tls::wrong_name, std::nullopt,
                          Tls::untrusted, Tls::reset,   std::nullopt};
  for (const Met& met : expected) {
    EXPECT_EQ(greet("localhost"), met);
  }
  EXPECT_EQ(greet.engine.registry().fallback(kHandshakeTime)->rule_plays(),
            (std::vector<std::uint64_t>{0, 6}));
}

TEST(Handshake, IsChosenByTheHostThatIsCalled) {
  Greeted greet(R"(
rules:
  - {when: {handshake: login.microsoftonline.com}, then: {fault: {tls: expired}}}
  - {when: {handshake: {glob: "*.us"}}, then: {fault: {tls: untrusted}}}
  - {when: {handshake: absent}, then: {fault: {tls: reset}}}
)");
  const struct {
    std::string host;
    Met met;
  } rows[] = {{"login.microsoftonline.com", Tls::expired},
              {"graph.microsoft.us", Tls::untrusted},
              {"", Tls::reset},
              {"graph.microsoft.com", std::nullopt},
              {"localhost", std::nullopt}};
  for (const auto& row : rows) {
    EXPECT_EQ(greet(row.host), row.met) << row.host;
  }
}

TEST(Handshake, PassLetsTheRulesBelowSay) {
  Greeted greet(R"(
rules:
  - when: handshake
    then: [{pass: true}, {fault: {tls: reset}}]
    repeat: true
  - {when: handshake, then: {fault: {tls: expired}, times: 1}}
)");
  EXPECT_EQ(greet("a"), Tls::expired);
  EXPECT_EQ(greet("a"), Tls::reset);
  EXPECT_EQ(greet("a"), std::nullopt);
}

TEST(Handshake, StandsInTheJournalAndAnswersNoRequest) {
  Greeted greet(R"(
scenario: bad-days
tenant: {tokens: {accept: none-required}}
rules:
  - {name: yesterday's, when: handshake, then: {fault: {tls: expired}, times: 1}}
)");
  greet("graph.microsoft.com");
  http::Request request{.method = "GET", .target = "/v1.0/users", .host = "localhost"};
  EXPECT_EQ(greet.engine.serve(request, kHandshakeTime).response.status, 200);
  greet("graph.microsoft.com");
  const auto exchanges = greet.engine.registry().fallback(kHandshakeTime)->exchanges(0);
  ASSERT_EQ(exchanges.size(), 2U);
  const journal::Exchange& met = exchanges.front();
  EXPECT_EQ(met.method, journal::kHandshakeMethod);
  EXPECT_EQ(met.url, "https://graph.microsoft.com");
  EXPECT_EQ(met.fault, "tls: expired");
  EXPECT_EQ(met.status, 0);
  EXPECT_EQ(met.begun, kHandshakeTime);
  EXPECT_EQ(met.played.scenario, "bad-days");
  EXPECT_EQ(met.played.rule, 1);
  EXPECT_EQ(met.played.step, 1);
  EXPECT_EQ(met.played.rule_name, "yesterday's");
  EXPECT_EQ(exchanges.back().played.rule, 0);
}

TEST(Handshake, MakesNoTenantWhereNoRuleAsks) {
  Greeted greet("rules: [{when: GET /users, then: {error: 429}}]");
  EXPECT_EQ(greet("localhost"), std::nullopt);
  EXPECT_TRUE(greet.engine.registry().tenants().empty());
  Greeted asking("rules: [{when: handshake, then: {fault: {tls: reset}}}]");
  EXPECT_EQ(asking("localhost"), Tls::reset);
  EXPECT_EQ(asking.engine.registry().tenants().size(), 1U);
}

}  // namespace
}  // namespace graphfault::engine
