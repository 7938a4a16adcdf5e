// SPDX-License-Identifier: MIT
#include "engine/answers/counted.hpp"

#include "engine/testing/served.hpp"
#include "scenario/testing/when_rows.hpp"
#include "scenario/when.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphfault::engine {
namespace {

using scenario::Bearer;
using scenario::WhenRow;
using testing::Served;

bool has_in_batch(const WhenRow& row) { return row.when.find("in_batch") != std::string::npos; }

/// One rule of the row's `when`, and the same `when` counted.
std::string yaml_of(const WhenRow& row) {
  std::string yaml = "scenario: t\n";
  if (row.bearer == Bearer::opaque) {
    yaml += "tenant: {tokens: {accept: any}}\n";
  }
  yaml += "rules:\n- {when: " + row.when + ", then: emulate}\n";
  if (!is_of_handshake(row) && !has_in_batch(row)) {
    yaml +=
        "verdict: {requests: [{when: GET /never, count: 0}, {when: " + row.when + ", count: 1}]}\n";
  }
  return yaml;
}

std::string authorization_of(Bearer bearer, const Served& served) {
  graph::Token token = served.token();
  token.app = scenario::kRowApp;
  switch (bearer) {
    case Bearer::full:
    case Bearer::revoked:
      break;
    case Bearer::limited:
      token.all_roles = false;
      token.roles = {"User.Read.All", "Mail.Read"};
      token.claims = {{"acrs", {"c0", "c1"}}};
      break;
    case Bearer::opaque:
      return "Bearer opaque";
    case Bearer::missing:
      return "none";
    case Bearer::malformed:
      return "Bearer Junk";
    case Bearer::expired:
      token.expires = served.now;
      break;
    case Bearer::foreign:
      token.tenant = "other";
      break;
  }
  return Served::bearer(token);
}

std::string batch_of(const WhenRow& row) {
  Json operation{{"id", row.operation}, {"method", row.method}, {"url", row.target}};
  for (const http::Header& line : row.headers) {
    operation["headers"][line.name] = line.value;
  }
  if (!row.body.empty()) {
    operation["headers"]["Content-Type"] = "application/json";
    operation["body"] = *parse_json(row.body);
  }
  const Json first{{"id", "first"}, {"method", "GET"}, {"url", "/me"}};
  return json_text({{"requests", {first, operation}}});
}

void send(const WhenRow& row, Served& served) {
  if (is_of_handshake(row)) {
    served.engine.greet(row.target, served.now);
    return;
  }
  http::Headers headers = row.operation.empty() ? row.headers : http::Headers();
  headers.add("Authorization", authorization_of(row.bearer, served));
  headers.add("X-Graphfault-Tenant", "t");
  if (row.bearer == Bearer::revoked) {
    served.tenant()->revoke_tokens(served.now);
  }
  if (row.operation.empty()) {
    served.call(row.method, row.target, headers, row.body);
  } else {
    headers.add("Content-Type", "application/json");
    served.call("POST", row.batch, headers, batch_of(row));
  }
}

/// Authentication comes before rules that don't ask for the token's state.
bool is_asked(const WhenRow& row) {
  const bool taken =
      row.bearer == Bearer::full || row.bearer == Bearer::limited || row.bearer == Bearer::opaque;
  return taken || asks_for_token_state(testing::scenario_of(yaml_of(row))->rules[0].when);
}

// The table that the conditions alone are held against, by whole requests: a rule that waits for
// something is played by it, and `verdict.requests` counts it.
TEST(Counted, RulesPlayAndRequestsCountAsTheTableSays) {
  for (const WhenRow& row : scenario::when_rows()) {
    Served served(yaml_of(row));
    send(row, served);
    const bool played = row.matches && is_asked(row);
    const std::vector<std::uint64_t> plays = served.tenant()->rule_plays();
    EXPECT_EQ(plays, (std::vector<std::uint64_t>{0, played ? 1U : 0U})) << name_of(row);
    const std::vector<journal::Exchange> journal = served.journal();
    if (is_of_handshake(row) || has_in_batch(row)) {
      continue;
    }
    ASSERT_EQ(journal.size(), row.operation.empty() ? 1U : 3U) << name_of(row);
    std::vector<std::uint32_t> counted;
    for (const journal::Exchange& exchange : journal) {
      counted.insert(counted.end(), exchange.counted.begin(), exchange.counted.end());
    }
    EXPECT_EQ(counted, row.matches ? std::vector<std::uint32_t>{1} : std::vector<std::uint32_t>{})
        << name_of(row);
  }
}

TEST(Counted, AnOperationThatIsNotRunIsARequestToo) {
  Served served(
      "scenario: t\nrules:\n- {when: GET /me, then: {error: 503}}\n"
      "verdict: {requests: [{when: GET /groups, count: 1}, {when: {path: '/**'}, count: 3}]}\n");
  served.post("/v1.0/$batch", R"({"requests":[{"id":"a","method":"GET","url":"/me"},)"
                              R"({"id":"b","method":"GET","url":"/groups","dependsOn":["a"]}]})");
  const std::vector<journal::Exchange> journal = served.journal();
  ASSERT_EQ(journal.size(), 3U);
  EXPECT_EQ(journal[0].counted, std::vector<std::uint32_t>{1});
  EXPECT_EQ(journal[1].counted, std::vector<std::uint32_t>{1});
  EXPECT_EQ(journal[2].status, 424);
  EXPECT_EQ(journal[2].counted, (std::vector<std::uint32_t>{0, 1}));
}

TEST(Counted, AnAnswerThatAWindowRepeatsIsARequestToo) {
  Served served(
      "scenario: t\nrules:\n- {when: GET /users, then: [{error: 429, retry_after: 60s}, emulate]}\n"
      "verdict: {requests: [{when: GET /users, count: 2}]}\n");
  served.get("/v1.0/users");
  served.get("/v1.0/users");
  const std::vector<journal::Exchange> journal = served.journal();
  ASSERT_EQ(journal.size(), 2U);
  EXPECT_TRUE(journal[1].played.repeated);
  EXPECT_EQ(journal[1].counted, std::vector<std::uint32_t>{0});
}

}  // namespace
}  // namespace graphfault::engine
