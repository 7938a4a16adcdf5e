// SPDX-License-Identifier: MIT
// Rules of handshakes: how they are written, told, and refused.
#include "scenario/loading/handshake.hpp"

#include "scenario/default_scenario.hpp"
#include "scenario/describe/describe.hpp"
#include "scenario/describe/explain.hpp"
#include "scenario/loading/load.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::scenario {
namespace {

using ::testing::HasSubstr;

std::shared_ptr<const Scenario> loaded(std::string_view rules) {
  const auto scenario = load(std::string("rules:\n").append(rules), {.file = "t.yaml"});
  EXPECT_TRUE(scenario) << (scenario ? "" : render(scenario.error()));
  return scenario ? *scenario : default_scenario();
}

std::string handshake_problems(std::string_view text) {
  const auto scenario = load(text, {.file = "t.yaml"});
  return scenario ? "" : render(scenario.error());
}

TEST(HandshakeRule, IsRead) {
  const auto any = loaded("- {when: handshake, then: {fault: {tls: expired}, times: 2}}");
  ASSERT_EQ(any->rules.size(), 1U);
  EXPECT_EQ(any->rules[0].when.surface, Surface::handshake);
  EXPECT_FALSE(any->rules[0].when.host);
  EXPECT_EQ(any->rules[0].steps[0].fault->kind, Fault::Kind::tls);
  EXPECT_EQ(any->rules[0].steps[0].fault->tls, Fault::Tls::expired);
  const auto one =
      loaded("- {when: {handshake: graph.microsoft.com}, then: {fault: {tls: reset}}}");
  ASSERT_EQ(one->rules.size(), 1U);
  EXPECT_TRUE(one->rules[0].when.host);
  EXPECT_EQ(one->rules[0].steps[0].fault->tls, Fault::Tls::reset);
}

TEST(HandshakeRule, IsToldInWords) {
  const std::string told = explain(*loaded(R"(
- name: a bad morning
  when: {handshake: login.microsoftonline.com}
  then:
    - {fault: {tls: expired}}
    - {fault: {tls: wrong-name}, times: 2}
    - {fault: {tls: untrusted}}
    - {fault: {tls: reset}}
- {when: handshake, then: {fault: {tls: reset}, times: 1}}
)"));
  EXPECT_THAT(
      told,
      HasSubstr("  1. a bad morning: a TLS handshake whose host is \"login.microsoftonline.com\"\n"
                "     -> a certificate that has expired, once\n"
                "     -> a certificate for another host, twice\n"
                "     -> a certificate from an authority that nobody trusts, once\n"
                "     -> the connection is reset in the handshake, once\n"
                "     then this rule steps aside\n"
                "  2. any TLS handshake\n"));
}

struct BadRule {
  const char* text;
  const char* problem;
};

class BadHandshakeRule : public ::testing::TestWithParam<BadRule> {};

TEST_P(BadHandshakeRule, IsNamedWithItsPlaceAndTheWayOut) {
  EXPECT_THAT(handshake_problems(GetParam().text), HasSubstr(GetParam().problem));
}

INSTANTIATE_TEST_SUITE_P(
    Rows, BadHandshakeRule,
    ::testing::Values(
        BadRule{"rules: [{when: handshake, then: {fault: {tls: expird}}}]",
                "t.yaml:1:47: `tls` cannot be `expird`"},
        BadRule{"rules: [{when: handshake, then: {fault: {tls: expird}}}]",
                "did you mean `expired`?"},
        BadRule{"rules: [{when: handshake, then: {fault: {tls: [expired]}}}]",
                "`tls` takes a word, not a list"},
        BadRule{"rules: [{when: handshak, then: {fault: {tls: expired}}}]",
                "`handshak` has no path"},
        BadRule{"rules: [{when: {handshake: a, path: /users}, then: {fault: {tls: reset}}}]",
                "t.yaml:1:31: a rule for handshakes cannot have `path`"},
        BadRule{"rules: [{when: {method: GET, handshake: a}, then: {fault: {tls: reset}}}]",
                "a rule for handshakes cannot have `method`"},
        BadRule{"rules: [{when: handshake, then: {error: 429}}]",
                "a rule for handshakes can only change the certificate or break the handshake"},
        BadRule{"rules: [{when: handshake, then: {reply: {status: 200}}}]",
                "a rule for handshakes can only change the certificate or break the handshake"},
        BadRule{"rules: [{when: handshake, then: {fault: stall}}]",
                "its steps can be {fault: {tls: expired}}, emulate and pass"},
        BadRule{"rules: [{when: handshake, then: {fault: {tls: reset}, delay: 2s}}]",
                "a rule for handshakes can only change the certificate or break the handshake"},
        BadRule{"rules: [{when: handshake, then: {fault: {tls: reset}, effect: {revoke: token}}}]",
                "a rule for handshakes can only change the certificate or break the handshake"},
        BadRule{"rules: [{when: handshake, per: token, then: {fault: {tls: reset}}}]",
                "a rule for handshakes cannot have `per`"},
        BadRule{"rules: [{when: GET /users, then: {fault: {tls: reset}}}]",
                "`tls` faults happen in the handshake, before there is a request"},
        BadRule{"rules: [{when: GET /users, then: {fault: {tls: reset}}}]",
                "for such a rule write `when: handshake`"},
        BadRule{"rules: [{when: handshake, in_batch: true, then: {fault: {tls: reset}}}]",
                "has no connection of its own"},
        BadRule{"rules:\n- {when: handshake, then: {fault: {tls: reset}}}\n"
                "- {when: {handshake: a}, then: {fault: {tls: expired}}}\n",
                "t.yaml:3:3: this rule is never reached"},
        BadRule{"verdict: {requests: [{when: handshake, count: 2}]}",
                "handshakes are not requests and cannot be counted"}));

TEST(HandshakeRule, StandsInTheWayOfNoRequest) {
  loaded(
      "- {when: handshake, then: {fault: {tls: reset}}}\n"
      "- {when: GET /users, then: {error: 429}}\n"
      "- {when: {path: /**}, then: {error: 503}}\n");
  loaded(
      "- {when: {handshake: a}, then: {fault: {tls: reset}}}\n"
      "- {when: handshake, then: {fault: {tls: reset}}}\n");
}

}  // namespace
}  // namespace graphfault::scenario
