// SPDX-License-Identifier: MIT
// Scenarios about tokens, secrets, permissions and conditional access.
#include "harness/guest_report.hpp"
#include "harness/scenario.hpp"
#include "sign_in/token_source.hpp"
#include "wire/httplib_transport.hpp"

#include <string>
#include <vector>

namespace graphclient::suite {
namespace {

TEST_F(Scenario, expired_token) {
  Tenant& t = tenant();
  const Listing listing = read_guests(t);
  ASSERT_TRUE(listing.complete()) << report(*listing.failure);
  EXPECT_EQ(listing.items.size(), 100U);
  const Journal journal = t.journal();
  const Journal calls = graph_calls(journal);
  ASSERT_EQ(lines(calls),
            (std::vector<std::string>{"GET /users 200 rule 1 step 1", "GET /users 401",
                                      "GET /users 200 rule 2 step 1", "GET /users 200"}));
  EXPECT_EQ(calls[1].code, "InvalidAuthenticationToken");
  EXPECT_EQ(calls[1].caller_state, "expired");
  EXPECT_EQ(calls[1].query, calls[2].query) << "it goes on where it was refused";
  EXPECT_EQ(token_calls(journal).size(), 2U);
  EXPECT_EQ(t.clock().slept(), Milliseconds(0));
}

TEST_F(Scenario, revoked_token) {
  Tenant& t = tenant();
  const Listing listing = read_guests(t);
  ASSERT_TRUE(listing.complete()) << report(*listing.failure);
  EXPECT_EQ(listing.items.size(), 100U);
  const Journal journal = t.journal();
  const Journal calls = graph_calls(journal);
  ASSERT_EQ(lines(calls),
            (std::vector<std::string>{"GET /users 200 rule 1 step 1", "GET /users 401",
                                      "GET /users 200 rule 2 step 1", "GET /users 200"}));
  EXPECT_EQ(calls[1].caller_state, "revoked");
  const Journal sign_ins = token_calls(journal);
  ASSERT_EQ(sign_ins.size(), 2U);
  EXPECT_EQ(sign_ins[0].request_body.find("nbf"), std::string::npos);
  EXPECT_NE(sign_ins[0].request_body.find("cp1"), std::string::npos);
  EXPECT_NE(sign_ins[1].request_body.find("nbf"), std::string::npos) << sign_ins[1].request_body;
}

TEST_F(Scenario, junk_token) {
  Tenant& t = tenant();
  FixedToken junk("Junk");
  Session session(t.session().courier(), junk, server().url() + "/@" + t.name());
  const auto reply = session.send(make_call("GET", session.url("/users")), session.new_deadline());
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, FailureKind::refused);
  EXPECT_EQ(reply.error().error.status, 401);
  EXPECT_EQ(reply.error().error.code, "InvalidAuthenticationToken");
  EXPECT_NE(reply.error().error.message.find("IDX14100"), std::string::npos);
  EXPECT_NE(reply.error().error.request_id, "");
  EXPECT_EQ(lines(t.journal()), (std::vector<std::string>{"GET /users 401 rule 1 step 1"}));

  const Listing listing = read_guests(t, "id");
  EXPECT_TRUE(listing.complete()) << "with a token of its own it can read";
}

TEST_F(Scenario, wrong_secret) {
  Tenant& t = tenant();
  const Listing listing = read_guests(t);
  ASSERT_FALSE(listing.complete());
  const Failure& failure = *listing.failure;
  EXPECT_EQ(failure.kind, FailureKind::refused);
  EXPECT_EQ(failure.error.status, 401);
  EXPECT_EQ(failure.error.code, "invalid_client");
  EXPECT_EQ(specific_code(failure.error), "AADSTS7000215");
  EXPECT_NE(failure.error.request_id, "") << "the trace id";
  EXPECT_NE(advice(failure), "");
  const Journal journal = t.journal();
  ASSERT_EQ(journal.size(), 1U);
  EXPECT_EQ(journal[0].rule, 1);
  EXPECT_EQ(journal[0].request_body.find("correct-horse"), std::string::npos)
      << "the journal keeps no secret";

  Tenant& right = tenant("right", {.client_secret = "correct-horse-battery-staple"});
  EXPECT_TRUE(right.get("/users?$select=id"));
}

// A program that signs in by its secret has nobody to ask for a second factor.
TEST_F(Scenario, sign_in_step_up) {
  Tenant& t = tenant();
  const Listing listing = read_guests(t);
  ASSERT_FALSE(listing.complete());
  const Failure& failure = *listing.failure;
  EXPECT_EQ(failure.error.status, 400);
  EXPECT_EQ(failure.error.code, "interaction_required");
  EXPECT_EQ(specific_code(failure.error), "AADSTS50076");
  EXPECT_EQ(failure.error.claims, R"({"access_token":{"acrs":{"essential":true,"value":"c1"}}})");
  EXPECT_NE(failure.error.request_id, "") << "the trace id";
  EXPECT_EQ(lines(t.journal()),
            (std::vector<std::string>{"POST /oauth2/v2.0/token 400 rule 1 step 1"}));
}

Json sign_in_answer(Server& server, const std::string& path, const std::string& form) {
  const Request request{.method = "POST",
                        .url = server.url() + path,
                        .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                        .body = form};
  const auto reply = make_httplib_transport({})->send(request);
  return reply ? parse_json(reply->body).value_or(Json()) : Json();
}

// The reference client signs in without a person: the device code is asked for here, by hand.
TEST_F(Scenario, user_sign_in) {
  Tenant& t = tenant();
  const std::string app = "client_id=11111111-2222-3333-4444-555555555555&";
  const std::string endpoint = "/" + t.name() + "/oauth2/v2.0/";
  const Json code = sign_in_answer(server(), endpoint + "devicecode", app + "scope=User.Read.All");
  const std::string poll = app +
                           "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=" +
                           text_of(code, "device_code");
  EXPECT_EQ(text_of(sign_in_answer(server(), endpoint + "token", poll), "error"),
            "authorization_pending")
      << "as the scenario says";
  EXPECT_EQ(text_of(sign_in_answer(server(), endpoint + "token", poll), "error"),
            "authorization_pending")
      << "as everywhere, once";
  FixedToken token(text_of(sign_in_answer(server(), endpoint + "token", poll), "access_token"));
  Session session(t.session().courier(), token, server().url());
  const Listing listing = read_listing(session, {.url = session.url("/users?$select=id")});
  ASSERT_TRUE(listing.complete()) << report(*listing.failure);
  EXPECT_EQ(listing.items.size(), 250U);
  EXPECT_EQ(t.journal().back().rule, 0) << "the last page";
  EXPECT_EQ(graph_calls(t.journal()).at(3).line(), "GET /users 200 rule 2 step 1");
}

TEST_F(Scenario, step_up_401) {
  Tenant& t = tenant();
  const Listing listing = read_listing(t.session(), {.url = t.session().url("/users")});
  ASSERT_TRUE(listing.complete()) << report(*listing.failure);
  EXPECT_EQ(listing.items.size(), 50U);
  const Journal journal = t.journal();
  EXPECT_EQ(
      lines(graph_calls(journal)),
      (std::vector<std::string>{"GET /users 401 rule 1 step 1", "GET /users 200 rule 2 step 1"}));
  const std::string challenge = graph_calls(journal)[0].response_header("WWW-Authenticate");
  EXPECT_NE(challenge.find("error=\"insufficient_claims\""), std::string::npos) << challenge;
  const Journal sign_ins = token_calls(journal);
  ASSERT_EQ(sign_ins.size(), 2U);
  EXPECT_NE(sign_ins[1].request_body.find("acrs"), std::string::npos) << sign_ins[1].request_body;
}

TEST_F(Scenario, step_up_403) {
  Tenant& t = tenant();
  const auto reply = t.get("/users");
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, FailureKind::step_up);
  EXPECT_EQ(reply.error().error.code, "insufficient_claims");
  EXPECT_EQ(compact(parse_json(reply.error().error.claims).value_or(Json())),
            R"({"access_token":{"acrs":{"essential":true,"value":"c1"}}})");
  const Journal journal = t.journal();
  EXPECT_EQ(lines(graph_calls(journal)),
            (std::vector<std::string>{"GET /users 403 rule 1 step 1"}));
  EXPECT_EQ(token_calls(journal).size(), 1U);
}

TEST_F(Scenario, missing_permission) {
  Tenant& t = tenant();
  const Listing refused = read_guests(t);
  ASSERT_FALSE(refused.complete());
  EXPECT_EQ(refused.failure->kind, FailureKind::refused);
  EXPECT_EQ(refused.failure->error.code, "Authentication_MSGraphPermissionMissing");
  EXPECT_NE(refused.failure->error.message.find("AuditLog.Read.All"), std::string::npos);
  const Listing without = read_guests(t, "displayName,userPrincipalName,userType,identities");
  EXPECT_TRUE(without.complete());
  EXPECT_EQ(without.items.size(), 20U);
  EXPECT_EQ(lines(graph_calls(t.journal())),
            (std::vector<std::string>{"GET /users 403 rule 1 step 1", "GET /users 200"}));
  EXPECT_EQ(t.clock().slept(), Milliseconds(0));
}

TEST_F(Scenario, free_tenant) {
  Tenant& t = tenant();
  const Listing refused = read_guests(t);
  ASSERT_FALSE(refused.complete());
  EXPECT_EQ(refused.failure->kind, FailureKind::refused);
  EXPECT_EQ(refused.failure->error.code, "Authentication_RequestFromNonPremiumTenantOrB2CTenant");
  EXPECT_NE(advice(*refused.failure).find("signInActivity"), std::string::npos);
  EXPECT_TRUE(read_guests(t, "displayName,userType").complete());
  EXPECT_EQ(lines(graph_calls(t.journal())),
            (std::vector<std::string>{"GET /users 403 rule 1 step 1", "GET /users 200"}));
}

}  // namespace
}  // namespace graphclient::suite
