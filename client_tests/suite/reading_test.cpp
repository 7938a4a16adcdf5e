// SPDX-License-Identifier: MIT
// Scenarios in which a list is read to its end.
#include "graph/delta_sync.hpp"
#include "graph/listing.hpp"
#include "graph/users_query.hpp"
#include "harness/guest_report.hpp"
#include "harness/scenario.hpp"

#include <set>
#include <string>
#include <vector>

namespace graphclient::suite {
namespace {

TEST_F(Scenario, paged_guests) {
  Tenant& t = tenant();
  const Listing listing = read_guests(t);
  ASSERT_TRUE(listing.complete()) << report(*listing.failure);
  EXPECT_EQ(listing.pages, 5);
  EXPECT_EQ(listing.items.size(), 100U);
  EXPECT_EQ(distinct_names(listing).size(), 100U);
  int signed_in = 0;
  for (const Json& user : listing.items) {
    EXPECT_EQ(text_of(user, "userType"), "Guest");
    EXPECT_NE(member(user, "identities"), nullptr) << compact(user);
    signed_in += member(user, "signInActivity") != nullptr ? 1 : 0;
  }
  EXPECT_GT(signed_in, 50) << "who never signed in has no signInActivity";
  const Journal journal = t.journal();
  EXPECT_EQ(
      lines(graph_calls(journal)),
      (std::vector<std::string>{"GET /users 200 rule 1 step 1", "GET /users 200", "GET /users 200",
                                "GET /users 200", "GET /users 200 rule 2 step 1"}));
  EXPECT_EQ(token_calls(journal).size(), 1U);
}

// Every request has an id of its own, which the answer gives back.
TEST_F(Scenario, paged_guests__ids) {
  Tenant& t = tenant("ids");
  ASSERT_TRUE(read_guests(t).complete());
  std::set<std::string> ids;
  for (const Entry& entry : t.journal()) {
    ids.insert(entry.request_header("client-request-id"));
  }
  EXPECT_EQ(ids.size(), 6U);
  EXPECT_EQ(ids.count(""), 0U);
}

TEST_F(Scenario, paged_guests__consistency_level) {
  Tenant& t = tenant("eventual");
  const Listing listing = read_listing(
      t.session(), users_request(t.session(), {.filter = "userType eq 'Guest'", .eventual = true}));
  ASSERT_TRUE(listing.complete()) << report(*listing.failure);
  EXPECT_EQ(listing.count, 100);
  const Journal calls = graph_calls(t.journal());
  EXPECT_EQ(calls.size(), 5U);
  for (const Entry& entry : calls) {
    EXPECT_EQ(entry.request_header("ConsistencyLevel"), "eventual");
  }
}

TEST_F(Scenario, empty_page) {
  Tenant& t = tenant();
  const Listing listing = read_guests(t);
  ASSERT_TRUE(listing.complete()) << report(*listing.failure);
  EXPECT_EQ(listing.pages, 3);
  ASSERT_EQ(listing.items.size(), 3U);
  EXPECT_EQ(text_of(listing.items[2], "displayName"), "Cy Guest");
  EXPECT_EQ(
      lines(graph_calls(t.journal())),
      (std::vector<std::string>{"GET /users 200 rule 1 step 1", "GET /users 200 rule 2 step 1",
                                "GET /users 200 rule 3 step 1"}));
}

TEST_F(Scenario, expired_page_token) {
  Tenant& t = tenant();
  const Listing listing = read_guests(t);
  ASSERT_TRUE(listing.complete()) << report(*listing.failure);
  EXPECT_EQ(listing.restarts, 1);
  EXPECT_EQ(listing.items.size(), 100U);
  EXPECT_EQ(distinct_names(listing).size(), 100U);
  const Journal calls = graph_calls(t.journal());
  EXPECT_EQ(lines(calls), (std::vector<std::string>{
                              "GET /users 200", "GET /users 200", "GET /users 400 rule 1 step 1",
                              "GET /users 200", "GET /users 200", "GET /users 200"}));
  EXPECT_EQ(calls.at(2).code, "Directory_ExpiredPageToken");
  EXPECT_EQ(calls.at(3).query, calls.at(0).query) << "it starts at the first page";
}

TEST_F(Scenario, delta_resync) {
  Tenant& t = tenant();
  const std::string start = t.session().url("/users/delta");
  const DeltaRound first = sync_delta(t.session(), start, {});
  ASSERT_FALSE(first.failure) << report(*first.failure);
  EXPECT_EQ(first.state.items.size(), 60U);
  const DeltaRound second = sync_delta(t.session(), start, first.state);
  ASSERT_FALSE(second.failure) << report(*second.failure);
  EXPECT_TRUE(second.full_resync);
  EXPECT_EQ(second.state.items.size(), 60U);
  EXPECT_NE(second.state.delta_link, first.state.delta_link);

  Journal delta;
  for (const Entry& entry : graph_calls(t.journal())) {
    if (entry.status != 401) {  // eight days later the access token has expired too
      delta.push_back(entry);
    }
  }
  ASSERT_EQ(lines(delta), (std::vector<std::string>{"GET /users/delta 200 rule 1 step 1",
                                                    "GET /users/delta 410 rule 2 step 1",
                                                    "GET /users/delta 200"}));
  EXPECT_TRUE(delta.at(2).query.find("deltatoken") != std::string::npos) << delta.at(2).query;
  EXPECT_NE(delta.at(2).query, delta.at(1).query);
}

TEST_F(Scenario, broken_connections) {
  Tenant& t = tenant();
  const Listing listing = read_guests(t);
  ASSERT_TRUE(listing.complete()) << report(*listing.failure);
  EXPECT_EQ(listing.items.size(), 160U);
  EXPECT_EQ(distinct_names(listing).size(), 160U);

  const Journal calls = graph_calls(t.journal());
  std::vector<std::string> seen;
  for (const Entry& entry : calls) {
    seen.push_back(entry.fault.empty() ? "ok" : entry.fault.substr(0, entry.fault.find(' ')));
  }
  EXPECT_EQ(seen,
            (std::vector<std::string>{"reset", "ok", "close", "ok", "truncate", "ok", "malformed",
                                      "ok", "empty", "ok", "html", "ok", "drip", "ok"}));
  EXPECT_EQ(calls.at(10).status, 503) << "the gateway's page";
  EXPECT_GT(t.clock().slept(), Milliseconds(6 * 500)) << "it backs off after each break";
}

}  // namespace
}  // namespace graphclient::suite
