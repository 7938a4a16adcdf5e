// SPDX-License-Identifier: MIT
#include "graph/listing.hpp"

#include "graph/users_query.hpp"
#include "testing/bench.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphclient {
namespace {

using testing::Bench;
using testing::error_reply;
using testing::json_reply;
using testing::page_reply;

const std::string kFirst = "http://graph.test/v1.0/users";
std::string link(const std::string& token) { return kFirst + "?$skiptoken=X%27" + token + "%27"; }

TEST(UsersQuery, IsEncodedOnce) {
  Bench bench;
  const ListRequest request = users_request(
      bench.session, {.filter = "userType eq 'Guest'", .select = "displayName,id", .top = 5});
  EXPECT_EQ(request.url,
            kFirst + "?$filter=userType%20eq%20%27Guest%27&$select=displayName,id&$top=5");
  EXPECT_TRUE(request.headers.empty());
  EXPECT_EQ(users_request(bench.session, {}).url, kFirst);
  const ListRequest advanced = users_request(bench.session, {.eventual = true});
  EXPECT_EQ(advanced.url, kFirst + "?$count=true");
  EXPECT_EQ(header_or_empty(advanced.headers, "consistencylevel"), "eventual");
}

TEST(Listing, FollowsNextLinksAsTheyStandOverEmptyPages) {
  Bench bench;
  bench.service.then(page_reply({"1", "2"}, link("a")))
      .then(page_reply({}, link("b")))
      .then(page_reply({"3"}));
  const Listing listing =
      read_listing(bench.session, {.url = kFirst, .headers = {{"ConsistencyLevel", "eventual"}}});
  EXPECT_TRUE(listing.complete());
  EXPECT_EQ(listing.pages, 3);
  ASSERT_EQ(listing.items.size(), 3U);
  EXPECT_EQ(text_of(listing.items[2], "id"), "3");
  EXPECT_EQ(bench.asked(),
            (std::vector<std::string>{"GET /v1.0/users", "GET /v1.0/users?$skiptoken=X%27a%27",
                                      "GET /v1.0/users?$skiptoken=X%27b%27"}));
  for (const Request& request : bench.service.requests) {
    EXPECT_EQ(header_or_empty(request.headers, "ConsistencyLevel"), "eventual");
  }
  EXPECT_EQ(bench.observer.items_seen, (std::vector<std::size_t>{2, 2, 3}));
}

TEST(Listing, KeepsTheCountOfTheFirstPage) {
  Bench bench;
  bench.service
      .then(json_reply(200,
                       R"({"@odata.count":7,"value":[],"@odata.nextLink":")" + link("a") + "\"}"))
      .then(page_reply({"1"}));
  EXPECT_EQ(read_listing(bench.session, {.url = kFirst}).count, 7);
}

TEST(Listing, StopsAtALoop) {
  Bench bench;
  bench.service.then(page_reply({"1"}, link("a")))
      .then(page_reply({"2"}, link("b")))
      .then(page_reply({"3"}, link("a")));
  const Listing listing = read_listing(bench.session, {.url = kFirst});
  ASSERT_FALSE(listing.complete());
  EXPECT_NE(listing.failure->reason.find("loop"), std::string::npos);
  EXPECT_EQ(bench.service.requests.size(), 3U);
  EXPECT_EQ(listing.items.size(), 3U);
}

TEST(Listing, StopsAtALinkToAnotherHost) {
  Bench bench;
  bench.service.then(page_reply({"1"}, "http://evil.test/v1.0/users?$skiptoken=1"));
  const Listing listing = read_listing(bench.session, {.url = kFirst});
  ASSERT_FALSE(listing.complete());
  EXPECT_EQ(bench.service.requests.size(), 1U);
}

TEST(Listing, StopsAtAnAnswerThatIsNoPage) {
  for (const char* body : {"{}", "[]", R"({"value":{}})", R"({"id":"1"})", "null"}) {
    Bench bench;
    bench.service.then(json_reply(200, body));
    EXPECT_FALSE(read_listing(bench.session, {.url = kFirst}).complete()) << body;
  }
}

TEST(Listing, StartsAgainWhereThePageTokenHasExpired) {
  Bench bench;
  bench.service.then(page_reply({"1"}, link("a")))
      .then(error_reply(400, "Directory_ExpiredPageToken"))
      .then(page_reply({"1"}, link("a")))
      .then(page_reply({"2"}));
  const Listing listing = read_listing(bench.session, {.url = kFirst});
  EXPECT_TRUE(listing.complete());
  EXPECT_EQ(listing.restarts, 1);
  EXPECT_EQ(listing.items.size(), 2U) << "nothing is kept of the broken round";
}

TEST(Listing, DoesNotStartAgainForEver) {
  Bench bench;
  for (int i = 0; i < 9; ++i) {
    bench.service.then(page_reply({"1"}, link("a")))
        .then(error_reply(400, "Directory_ExpiredPageToken"));
  }
  const Listing listing = read_listing(bench.session, {.url = kFirst});
  ASSERT_FALSE(listing.complete());
  EXPECT_EQ(bench.service.requests.size(), 6U);

  Bench first;
  first.service.then(error_reply(400, "Directory_ExpiredPageToken"));
  EXPECT_FALSE(read_listing(first.session, {.url = kFirst}).complete());
  EXPECT_EQ(first.service.requests.size(), 1U);
}

TEST(Listing, KeepsWhatWasReadBeforeAFailure) {
  Bench bench;
  bench.service.then(page_reply({"1"}, link("a")))
      .then(error_reply(403, "Authorization_RequestDenied"));
  const Listing listing = read_listing(bench.session, {.url = kFirst});
  ASSERT_FALSE(listing.complete());
  EXPECT_EQ(listing.items.size(), 1U);
  EXPECT_EQ(listing.failure->error.status, 403);
}

TEST(Listing, HasOneDeadlineForAllPages) {
  Bench bench(Patience{.max_time = Milliseconds(10'000)});
  bench.service.then(error_reply(429, "c", {{"Retry-After", "6"}}))
      .then(page_reply({"1"}, link("a")))
      .then(error_reply(429, "c", {{"Retry-After", "6"}}))
      .then(page_reply({"2"}));
  const Listing listing = read_listing(bench.session, {.url = kFirst});
  ASSERT_FALSE(listing.complete());
  EXPECT_EQ(listing.failure->kind, FailureKind::exhausted);
  EXPECT_EQ(bench.clock.slept, Milliseconds(6000));
}

}  // namespace
}  // namespace graphclient
