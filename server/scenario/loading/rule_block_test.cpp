// SPDX-License-Identifier: MIT
#include "scenario/loading/rule_block.hpp"

#include "scenario/testing/loading.hpp"

#include <gtest/gtest.h>

namespace graphfault::scenario {
namespace {

TEST(RuleBlock, TheShortFormIsMethodAndPath) {
  const Rule rule = rule_of("- {when: patch  /users/*, then: emulate}");
  EXPECT_EQ(rule.when.methods, std::vector<std::string>{"PATCH"});
  EXPECT_EQ(rule.when.path.text, "/users/*");
  EXPECT_EQ(rule.when.surface, Surface::graph);
}

TEST(RuleBlock, ReadsEveryPartOfWhen) {
  const When when = rule_of(R"(
- when:
    method: [get, POST, PURGE]
    path: /beta/users/{id}
    query: {$TOP: 5, filter: {contains: Guest}, ConsistencyLevel: absent}
    headers: {Accept: {contains: csv}}
    body: {a: 1}
    page: {min: 2}
    operation: {id: "3", position: 2}
    token: {state: [valid, expired], app: a1, roles: [X], has_claim: {acrs: c1}, lacks_claim: cp1}
  then: emulate
)")
                        .when;
  EXPECT_EQ(when.methods, (std::vector<std::string>{"GET", "POST", "PURGE"}));
  EXPECT_EQ(when.path.version, "beta");
  ASSERT_EQ(when.query.size(), 3U);
  EXPECT_EQ(when.query[0].first, "top");
  EXPECT_EQ(when.query[1].first, "filter");
  EXPECT_EQ(when.query[2].first, "consistencylevel");
  EXPECT_EQ(when.headers.front().first, "Accept");
  EXPECT_TRUE(when.body.has_value());
  EXPECT_EQ(when.page->min, 2);
  EXPECT_EQ(when.operation->id, "3");
  EXPECT_EQ(when.operation->position, 2);
  EXPECT_EQ(when.token->states, (std::vector<TokenState>{TokenState::valid, TokenState::expired}));
  EXPECT_EQ(when.token->roles, std::vector<std::string>{"X"});
  EXPECT_EQ(when.token->has_claims.front().first, "acrs");
  EXPECT_EQ(when.token->lacks_claims.front().second.kind, ValueCondition::Kind::present);
}

TEST(RuleBlock, WithoutAPathEveryPathIsMeant) {
  const When when = rule_of("- {when: {method: GET}, then: emulate}").when;
  EXPECT_EQ(when.path.text, "/**");
}

TEST(RuleBlock, ATokenMayBeJustAState) {
  EXPECT_EQ(rule_of("- {when: {path: /users, token: missing}, then: emulate}").when.token->states,
            std::vector<TokenState>{TokenState::missing});
  EXPECT_EQ(rule_of("- {when: {path: /users, token: [expired, revoked]}, then: emulate}")
                .when.token->states.size(),
            2U);
}

TEST(RuleBlock, SignInPathsAreToldByTheirRoot) {
  for (const char* path : {"/oauth2/v2.0/token", "/v2.0/.well-known/openid-configuration",
                           "/discovery/v2.0/keys", "/discovery/instance"}) {
    const Rule rule = rule_of("- {when: {path: " + std::string(path) + "}, then: emulate}");
    EXPECT_EQ(rule.when.surface, Surface::sign_in) << path;
  }
  for (const char* path : {"/oauth2PermissionGrants", "/v1.0/oauth2", "/users", "/**"}) {
    const Rule rule = rule_of("- {when: {path: " + std::string(path) + "}, then: emulate}");
    EXPECT_EQ(rule.when.surface, Surface::graph) << path;
  }
}

TEST(RuleBlock, ALoneStepStaysAndAListIsAScript) {
  EXPECT_EQ(rule_of("- {when: GET /a, then: {error: 429}}").steps.front().times, 0U);
  EXPECT_EQ(rule_of("- {when: GET /a, then: {error: 429, times: 3}}").steps.front().times, 3U);
  EXPECT_EQ(rule_of("- {when: GET /a, then: emulate}").steps.front().times, 0U);
  const Rule script = rule_of(R"(
- when: GET /a
  repeat: true
  per: url
  optional: true
  then: [{pass: true, times: 2}, emulate, {error: 503}]
)");
  ASSERT_EQ(script.steps.size(), 3U);
  EXPECT_EQ(script.steps[0].times, 2U);
  EXPECT_TRUE(std::holds_alternative<PassStep>(script.steps[0].act));
  EXPECT_EQ(script.steps[1].times, 1U);
  EXPECT_EQ(script.steps[2].times, 1U);
  EXPECT_TRUE(script.repeat);
  EXPECT_TRUE(script.optional);
  EXPECT_EQ(script.per, Per::url);
  const Rule endless = rule_of("- {when: GET /a, then: [emulate, {error: 503, times: always}]}");
  EXPECT_EQ(endless.steps[1].times, 0U);
  EXPECT_EQ(rule_of("- {when: GET /a, then: [{error: 503, times: 1}]}").steps.size(), 1U);
}

TEST(RuleBlock, ConnectionFaultsKeepOutOfBatches) {
  EXPECT_TRUE(rule_of("- {when: GET /a, then: {error: 429}}").when.in_batch);
  EXPECT_TRUE(rule_of("- {when: GET /a, then: {fault: malformed}}").when.in_batch);
  EXPECT_FALSE(rule_of("- {when: GET /a, then: {fault: reset}}").when.in_batch);
  EXPECT_FALSE(rule_of("- {when: GET /a, then: [emulate, {fault: stall}]}").when.in_batch);
  EXPECT_FALSE(rule_of("- {when: GET /a, in_batch: false, then: emulate}").when.in_batch);
}

TEST(Reachable, RulesThatMayStillBeReachedAreNoProblem) {
  const char* const rules[] = {
      "- {when: GET /users, then: {error: 429, times: 5}}\n- {when: GET /users, then: emulate}",
      "- {when: GET /users, then: [{error: 429}, emulate]}\n- {when: GET /users, then: emulate}",
      "- {when: GET /users, then: pass}\n- {when: GET /users, then: emulate}",
      "- {when: GET /users, repeat: true, then: [pass, emulate]}\n"
      "- {when: GET /users, then: emulate}",
      "- {when: GET /users, then: emulate}\n- {when: POST /users, then: emulate}",
      "- {when: GET /users, then: emulate}\n- {when: {path: /users}, then: emulate}",
      "- {when: {path: /users}, then: emulate}\n- {when: HEAD /users, then: emulate}",
      "- {when: {path: /users, page: 2}, then: emulate}\n- {when: GET /users, then: emulate}",
      "- {when: {path: /users, page: 2}, then: emulate}\n"
      "- {when: {path: /users, page: 3}, then: emulate}",
      "- {when: {path: /users, query: {a: 1}}, then: emulate}\n"
      "- {when: {path: /users, query: {a: 2}}, then: emulate}",
      "- {when: {path: /users, token: valid}, then: emulate}\n- {when: GET /users, then: emulate}",
      "- {when: GET /users, then: emulate}\n- {when: {path: /users, token: missing}, then: "
      "emulate}",
      "- {when: GET /users, in_batch: false, then: emulate}\n- {when: GET /users, then: emulate}",
      "- {when: {path: /users, operation: {position: 1}}, then: emulate}\n"
      "- {when: GET /users, then: emulate}",
      "- {when: GET /v1.0/users, then: emulate}\n- {when: GET /users, then: emulate}",
      "- {when: GET /users/*, then: emulate}\n- {when: GET /users/$count, then: emulate}",
      "- {when: {path: /a, query: {b: 5}}, then: emulate}\n"
      "- {when: {path: /a, query: {b: present}}, then: emulate}",
      "- {when: {path: /a, query: {b: {not: 5}}}, then: emulate}\n"
      "- {when: {path: /a, query: {b: 6}}, then: emulate}",
      "- {when: {path: /a, query: {b: {min: 2, max: 5}}}, then: emulate}\n"
      "- {when: {path: /a, query: {b: {min: 3}}}, then: emulate}",
      "- {when: {path: /a, query: {b: {contains: x}}}, then: emulate}\n"
      "- {when: {path: /a, query: {b: {any_of: [axe, cut]}}}, then: emulate}",
      "- {when: {path: /a, query: {b: present}}, then: emulate}\n"
      "- {when: {path: /a, query: {b: absent}}, then: emulate}",
      "- {when: {path: /a, body: {b: {c: 1}}}, then: emulate}\n"
      "- {when: {path: /a, body: {b: present}}, then: emulate}",
      "- {when: {path: /a, token: {roles: [User.Read.All, Mail.Read]}}, then: emulate}\n"
      "- {when: {path: /a, token: {roles: [Mail.Read]}}, then: emulate}",
      "- {when: {path: /a, token: {lacks_claim: acrs}}, then: emulate}\n"
      "- {when: {path: /a, token: {has_claim: acrs}}, then: emulate}",
      "- {when: {path: /a, token: expired}, then: emulate}\n"
      "- {when: {path: /a, token: [expired, revoked]}, then: emulate}",
      "- {when: {path: /a, token: {app: {glob: '1*'}}}, then: emulate}\n"
      "- {when: GET /a, then: emulate}",
  };
  for (const char* pair : rules) {
    EXPECT_EQ(problems_of(std::string("rules:\n") + pair), "") << pair;
  }
}

TEST(Reachable, RulesBelowAnEndlessOneAreReported) {
  const char* const rules[] = {
      "- {when: GET /users, then: emulate}\n- {when: GET /users, then: emulate}",
      "- {when: {path: /users}, then: emulate}\n- {when: GET /USERS, then: {error: 429}}",
      "- {when: GET /users, then: [{error: 503}, {error: 429, times: always}]}\n"
      "- {when: GET /users, then: emulate}",
      "- {when: GET /users, repeat: true, then: [{error: 503}, {error: 429}]}\n"
      "- {when: GET /users, then: emulate}",
      "- {when: GET /users/**, then: emulate}\n- {when: GET /beta/users/*/messages, then: emulate}",
      "- {when: {path: /users, query: {$top: 5}}, then: emulate}\n"
      "- {when: {path: /users, query: {top: 5, skip: 1}}, then: emulate}",
      "- {when: {path: /users, body: {a: {b: [1, absent]}}}, then: emulate}\n"
      "- {when: {path: /users, body: {a: {b: [1, absent]}}, page: 2}, then: emulate}",
      "- {when: {path: /users, operation: {position: 1}}, then: emulate}\n"
      "- {when: {path: /users, operation: {position: 1, id: a}}, then: emulate}",
      "- {when: {path: /oauth2/**}, then: emulate}\n"
      "- {when: POST /oauth2/v2.0/token, then: emulate}",
      "- {when: {path: /a, query: {b: present}}, then: emulate}\n"
      "- {when: {path: /a, query: {b: {any_of: [5, {glob: 'x*'}]}}}, then: emulate}",
      "- {when: {path: /a, headers: {B: {any_of: [x, {contains: y}]}}}, then: emulate}\n"
      "- {when: {path: /a, headers: {b: ayb}}, then: emulate}",
      "- {when: {path: /a, query: {b: {matches: '[a-c]+'}}}, then: emulate}\n"
      "- {when: {path: /a, query: {b: abc}}, then: emulate}",
      "- {when: {path: /a, page: {min: 2}}, then: emulate}\n"
      "- {when: {path: /a, page: 3}, then: emulate}",
      "- {when: {path: /a, page: {min: 2}}, then: emulate}\n"
      "- {when: {path: /a, page: {min: 3, max: 4}}, then: emulate}",
      "- {when: {path: /a, body: {b: present}}, then: emulate}\n"
      "- {when: {path: /a, body: {b: {c: 1}, d: 2}}, then: emulate}",
      "- {when: {path: /a, body: {b: [present, {contains: x}]}}, then: emulate}\n"
      "- {when: {path: /a, body: {b: [1, axe]}}, then: emulate}",
      "- {when: {path: /a, token: {roles: [Mail.Read]}}, then: emulate}\n"
      "- {when: {path: /a, token: {roles: [User.Read.All, Mail.Read]}}, then: emulate}",
      "- {when: {path: /a, token: {lacks_claim: {acrs: c1}}}, then: emulate}\n"
      "- {when: {path: /a, token: {lacks_claim: {acrs: c1}, app: present}}, then: emulate}",
      "- {when: {path: /a, token: [expired, revoked]}, then: emulate}\n"
      "- {when: {path: /a, token: expired}, then: emulate}",
  };
  for (const char* pair : rules) {
    EXPECT_NE(problems_of(std::string("rules:\n") + pair).find("this rule is never reached"),
              std::string::npos)
        << pair;
  }
}

}  // namespace
}  // namespace graphfault::scenario
