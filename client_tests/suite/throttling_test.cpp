// SPDX-License-Identifier: MIT
// Scenarios in which the service asks to come back later.
#include "harness/guest_report.hpp"
#include "harness/scenario.hpp"

#include <string>
#include <vector>

namespace graphclient::suite {
namespace {

TEST_F(Scenario, throttled_guest_report) {
  Tenant& t = tenant();
  const Listing listing = read_guests(t);
  ASSERT_TRUE(listing.complete()) << report(*listing.failure);
  EXPECT_EQ(listing.items.size(), 100U);
  EXPECT_EQ(distinct_names(listing).size(), 100U);
  const Journal calls = graph_calls(t.journal());
  EXPECT_EQ(lines(calls),
            (std::vector<std::string>{"GET /users 200", "GET /users 429 rule 1 step 1",
                                      "GET /users 429 rule 1 step 1", "GET /users 200",
                                      "GET /users 429 rule 2 step 1", "GET /users 200"}));
  EXPECT_TRUE(waits_kept(calls));
  EXPECT_NE(calls.at(4).response_body.find("aadgraph.app.tenant_large"), std::string::npos)
      << "in the directory's words";
  EXPECT_EQ(t.clock().slept(), Milliseconds(3000)) << "no longer than it is asked either";
}

// The service is as strict as its header says: who does not wait is refused again.
TEST_F(Scenario, throttled_guest_report__early) {
  Tenant& patient = tenant("early");
  const auto page = patient.get("/users?$filter=userType%20eq%20%27Guest%27");
  ASSERT_TRUE(page) << report(page.error());
  const std::string next = text_of(*parse_json(page->body), "@odata.nextLink");
  ASSERT_NE(next, "");
  Tenant& hasty = tenant("early", {.patience = {.max_attempts = 1}});
  EXPECT_FALSE(hasty.get(next));
  EXPECT_FALSE(hasty.get(next));
  const Journal calls = graph_calls(hasty.journal());
  ASSERT_EQ(calls.size(), 3U);
  EXPECT_FALSE(calls.at(1).repeated);
  EXPECT_TRUE(calls.at(2).repeated) << "the second call is inside the window of the first";
}

TEST_F(Scenario, throttled_guest_report__exhausted) {
  Tenant& t = tenant("exhausted", {.patience = {.max_attempts = 2}});
  const Listing listing = read_guests(t);
  ASSERT_FALSE(listing.complete());
  EXPECT_EQ(listing.failure->kind, FailureKind::exhausted);
  EXPECT_EQ(listing.failure->error.code, "TooManyRequests");
  EXPECT_NE(listing.failure->error.request_id, "");
  EXPECT_EQ(listing.items.size(), 40U);
  EXPECT_EQ(graph_calls(t.journal()).size(), 3U);
}

TEST_F(Scenario, endless_throttling) {
  Tenant& t = tenant();
  const Listing listing = read_guests(t);
  ASSERT_FALSE(listing.complete());
  EXPECT_EQ(listing.failure->kind, FailureKind::exhausted);
  EXPECT_EQ(listing.failure->error.code, "TooManyRequests");
  const Journal calls = graph_calls(t.journal());
  EXPECT_EQ(calls.size(), static_cast<std::size_t>(Patience{}.max_attempts));
  EXPECT_TRUE(waits_kept(calls));
  for (const Entry& call : calls) {
    EXPECT_EQ(call.retry_after, Milliseconds(1000));
  }
}

TEST_F(Scenario, retry_after_forms) {
  Tenant& t = tenant();
  const Listing listing = read_guests(t);
  ASSERT_TRUE(listing.complete()) << report(*listing.failure);
  EXPECT_EQ(listing.items.size(), 160U);
  const Journal calls = graph_calls(t.journal());
  std::vector<std::string> expected;
  for (int rule = 1; rule <= 6; ++rule) {
    expected.push_back("GET /users 429 rule " + std::to_string(rule) + " step 1");
    expected.emplace_back("GET /users 200");
  }
  expected.insert(expected.end(), 2, "GET /users 200");
  ASSERT_EQ(lines(calls), expected);
  EXPECT_TRUE(waits_kept(calls));
  EXPECT_EQ(calls[0].response_header("Retry-After"), "1");
  EXPECT_EQ(calls[2].response_header("Retry-After"), "0.249");
  EXPECT_TRUE(calls[4].response_header("Retry-After").ends_with(" GMT"));
  EXPECT_GE(wait_between(calls[4], calls[5]), Milliseconds(1000)) << "the date";
  EXPECT_EQ(calls[6].response_header("Retry-After"), "0");
  EXPECT_EQ(calls[8].response_header("Retry-After"), "1,120");
  EXPECT_EQ(calls[10].response_header("Retry-After"), "");
  for (const std::size_t at : {6U, 8U, 10U}) {
    EXPECT_GE(wait_between(calls[at], calls[at + 1]), Milliseconds(500)) << "it backs off: " << at;
  }
}

TEST_F(Scenario, service_outage) {
  Tenant& t = tenant();
  const Listing listing = read_guests(t);
  ASSERT_TRUE(listing.complete()) << report(*listing.failure);
  EXPECT_EQ(listing.items.size(), 100U);
  const Journal calls = graph_calls(t.journal());
  ASSERT_EQ(lines(calls),
            (std::vector<std::string>{
                "GET /users 503 rule 1 step 1", "GET /users 200", "GET /users 503 rule 2 step 1",
                "GET /users 503 rule 2 step 1", "GET /users 200", "GET /users 504 rule 3 step 1",
                "GET /users 200", "GET /users 509 rule 4 step 1", "GET /users 200",
                "GET /users 503 rule 5 step 1", "GET /users 200"}));
  EXPECT_TRUE(waits_kept(calls));
  for (const std::size_t at : {0U, 7U, 9U}) {
    EXPECT_EQ(calls[at].retry_after, Milliseconds(1000)) << at;
  }
  for (const std::size_t at : {2U, 3U, 5U}) {
    EXPECT_EQ(calls[at].retry_after, std::nullopt) << at;
  }
  EXPECT_EQ(calls[9].fault, "html");
  EXPECT_GT(wait_between(calls[3], calls[4]), wait_between(calls[2], calls[3]))
      << "without a Retry-After the waits grow";
  EXPECT_GE(wait_between(calls[5], calls[6]), Milliseconds(500));
}

TEST_F(Scenario, throttled_sign_in) {
  Tenant& t = tenant();
  const Listing listing = read_guests(t, "id,displayName");
  ASSERT_TRUE(listing.complete()) << report(*listing.failure);
  EXPECT_EQ(listing.items.size(), 20U);
  const Journal sign_ins = token_calls(t.journal());
  ASSERT_EQ(sign_ins.size(), 3U);
  EXPECT_EQ(sign_ins[0].status, 429);
  EXPECT_EQ(sign_ins[1].status, 503);
  EXPECT_EQ(sign_ins[2].status, 200);
  EXPECT_EQ(sign_ins[1].step, 2);
  EXPECT_EQ(sign_ins[0].retry_after, Milliseconds(1000));
  EXPECT_EQ(sign_ins[1].retry_after, Milliseconds(1000));
  EXPECT_TRUE(waits_kept(sign_ins));
  EXPECT_EQ(graph_calls(t.journal()).size(), 1U);
}

}  // namespace
}  // namespace graphclient::suite
