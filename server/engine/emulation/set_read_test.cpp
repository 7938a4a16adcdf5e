// SPDX-License-Identifier: MIT
// Pages, their links and tokens, and delta.
#include "engine/emulation/set_read.hpp"

#include "engine/emulation/testing/emulated_graph.hpp"
#include "graph/odata/page_token.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

namespace graphfault::engine {
namespace {

using testing::EmulatedGraph;
using testing::kEventual;
using namespace std::chrono_literals;

scenario::Scenario users(std::uint64_t count, std::size_t page_size = 100) {
  scenario::Scenario made;
  made.data.users = {.source = scenario::GeneratedUsers{.count = count, .guests = 0.4, .seed = 7},
                     .page_size = page_size};
  return made;
}

const std::string kGuests =
    "/v1.0/users?$filter=userType%20eq%20'Guest'"
    "&$select=displayName,UserprincipalName,userType,identities,signInActivity";

TEST(ReadList, TheSeedsQueryGivesEveryGuestOnce) {
  EmulatedGraph graph(users(600, 50));
  std::set<std::string> names;
  int pages = 0;
  for (std::string target = kGuests; !target.empty() && pages < 20;) {
    const Json page = graph.json(target);
    ++pages;
    EXPECT_EQ(page["@odata.context"],
              "http://localhost:8080/@t/v1.0/$metadata#users(displayName,userPrincipalName,"
              "userType,identities,signInActivity)");
    for (const Json& user : page["value"]) {
      EXPECT_EQ(user["userType"], "Guest");
      names.insert(user["userPrincipalName"].get<std::string>());
    }
    target = EmulatedGraph::target_of(page, "@odata.nextLink");
  }
  EXPECT_EQ(pages, 5);
  EXPECT_EQ(names.size(), 240U);
}

TEST(ReadList, TheNextLinkKeepsEveryOptionAsItCame) {
  EmulatedGraph graph(users(250));
  const std::string target = "/v1.0/users?%24select=id,displayName&$top=5&custom=a%20b&$count=true";
  const Json page = graph.json(target, kEventual);
  const std::string link = page["@odata.nextLink"];
  EXPECT_EQ(link.substr(0, link.rfind('=') + 1),
            "http://localhost:8080/@t" + target + "&$skiptoken=");
  EXPECT_EQ(graph::page_of(link.substr(link.rfind('=') + 1)), 2);
  EXPECT_EQ(page["@odata.count"], 250);
  const Json second = graph.json(EmulatedGraph::target_of(page, "@odata.nextLink"), kEventual);
  EXPECT_FALSE(second.contains("@odata.count"));
  EXPECT_NE(second["value"][0], page["value"][0]);
  const std::string third = second["@odata.nextLink"];
  EXPECT_EQ(third.find("skiptoken"), third.rfind("skiptoken"));
  EXPECT_EQ(graph::page_of(third.substr(third.rfind('=') + 1)), 3);
}

TEST(ReadList, TokensOfOtherQueriesAndOldOnesAreRefused) {
  EmulatedGraph graph(users(250));
  graph.now = std::chrono::floor<std::chrono::minutes>(graph.now);
  const std::string next =
      EmulatedGraph::target_of(graph.json("/v1.0/users?$top=5"), "@odata.nextLink");
  const std::string token = next.substr(next.rfind('=') + 1);
  EXPECT_TRUE(graph.get(next));
  EXPECT_TRUE(graph.get("/beta/users?skiptoken=" + token + "&$TOP=5"));
  for (const std::string& target :
       {"/v1.0/users?$skiptoken=" + token, "/v1.0/users?$top=6&$skiptoken=" + token, next + "x",
        "/v1.0/users/delta?$skiptoken=" + token}) {
    const auto refused = graph.get(target);
    ASSERT_FALSE(refused) << target;
    EXPECT_EQ(refused.error().status, 400);
  }
  graph.now += 12h;
  EXPECT_TRUE(graph.get(next));
  graph.now += 1s;
  const auto expired = graph.get(next);
  ASSERT_FALSE(expired);
  EXPECT_EQ(expired.error().code, "Directory_ExpiredPageToken");
}

TEST(ReadList, AListReadAgainInTheSameMinuteOffersTheSameLink) {
  EmulatedGraph graph(users(250));
  graph.now = std::chrono::floor<std::chrono::minutes>(graph.now);
  const auto link = [&graph] {
    return graph.json("/v1.0/users?$top=5")["@odata.nextLink"].get<std::string>();
  };
  const std::string first = link();
  graph.now += 59s;
  EXPECT_EQ(link(), first);
  graph.now += 1s;
  EXPECT_NE(link(), first);
}

TEST(ReadList, AnEmptyTenantHasAnEmptyPage) {
  EmulatedGraph graph(users(0));
  const auto answer = graph.get("/v1.0/users?$count=true", kEventual);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->body, R"({"@odata.context":"http://localhost:8080/@t/v1.0/$metadata#users",)"
                          R"("@odata.count":0,"value":[]})");
}

TEST(ReadList, SortedAndSearchedPages) {
  EmulatedGraph graph(users(120, 50));
  std::vector<std::string> names;
  for (std::string target = "/v1.0/users?$orderby=displayName"; !target.empty();) {
    const Json page = graph.json(target);
    for (const Json& user : page["value"]) {
      names.push_back(user["displayName"].get<std::string>());
    }
    target = EmulatedGraph::target_of(page, "@odata.nextLink");
  }
  EXPECT_EQ(names.size(), 120U);
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  const std::string first = names.front().substr(0, names.front().find(' '));
  const Json found = graph.json(
      "/v1.0/users?$search=%22displayName:" + first + "%22&$count=true&$orderby=displayName",
      kEventual);
  EXPECT_GE(found["@odata.count"].get<int>(), 1);
}

TEST(ReadList, TheLastOfAMillionUsersIsThere) {
  EmulatedGraph graph(users(1'000'000));
  const Json first = graph.json("/v1.0/users?$top=999");
  std::string link = EmulatedGraph::target_of(first, "@odata.nextLink");
  auto token = graph::read_page_token(link.substr(link.rfind('=') + 1));
  ASSERT_TRUE(token);
  token->position = 999'990;
  link = link.substr(0, link.rfind('=') + 1) + graph::write_page_token(*token);
  const Json last = graph.json(link);
  EXPECT_EQ(last["value"].size(), 10U);
  EXPECT_FALSE(last.contains("@odata.nextLink"));
}

std::vector<std::string> ids(const Json& page) {
  std::vector<std::string> found;
  for (const Json& item : page["value"]) {
    found.push_back((item.contains("@removed") ? "-" : "") + item["id"].get<std::string>());
  }
  return found;
}

TEST(ReadDelta, FirstEverythingThenWhatChanged) {
  EmulatedGraph graph(users(5, 2));
  std::vector<std::string> seen;
  std::string target = "/v1.0/users/delta?$select=displayName";
  Json page;
  int pages = 0;
  for (; !target.empty(); ++pages) {
    page = graph.json(target);
    const auto more = ids(page);
    seen.insert(seen.end(), more.begin(), more.end());
    target = EmulatedGraph::target_of(page, "@odata.nextLink");
    EXPECT_EQ(target.empty(), page.contains("@odata.deltaLink"));
  }
  EXPECT_EQ(pages, 3);
  EXPECT_EQ(seen.size(), 5U);

  const std::string link = EmulatedGraph::target_of(page, "@odata.deltaLink");
  EXPECT_TRUE(ids(graph.json(link)).empty());
  ASSERT_TRUE(graph.send("PATCH", "/v1.0/users/" + seen[1], R"({"displayName":"New"})"));
  ASSERT_TRUE(graph.ask(graph.call("DELETE", "/v1.0/users/" + seen[3])));
  ASSERT_TRUE(graph.send("PATCH", "/v1.0/users/" + seen[0], R"({"displayName":"Newer"})"));
  const Json changed = graph.json(link);
  EXPECT_EQ(ids(changed), (std::vector<std::string>{seen[1], "-" + seen[3]}));
  EXPECT_EQ(changed["value"][0], (Json{{"displayName", "New"}, {"id", seen[1]}}));
  EXPECT_EQ(changed["value"][1]["@removed"]["reason"], "changed");
  const Json rest = graph.json(EmulatedGraph::target_of(changed, "@odata.nextLink"));
  EXPECT_EQ(ids(rest), std::vector<std::string>{seen[0]});
  EXPECT_TRUE(ids(graph.json(EmulatedGraph::target_of(rest, "@odata.deltaLink"))).empty());
  // The same round again gives the same changes.
  EXPECT_EQ(ids(graph.json(link)), ids(changed));
}

TEST(ReadDelta, LatestBeginsNow) {
  EmulatedGraph graph(users(5));
  const Json latest = graph.json("/v1.0/users/delta?$deltatoken=latest");
  EXPECT_TRUE(latest["value"].empty());
  const auto created = graph.send("POST", "/v1.0/users",
                                  R"({"displayName":"A","userPrincipalName":"a@contoso.com"})");
  ASSERT_TRUE(created);
  EXPECT_EQ(ids(graph.json(EmulatedGraph::target_of(latest, "@odata.deltaLink"))),
            std::vector<std::string>{EmulatedGraph::json(created)["id"]});
  EXPECT_EQ(ids(graph.json("/v1.0/users/delta?$deltatoken=")).size(), 6U);
}

TEST(ReadDelta, StaleTokensAreGoneAndBadOnesBad) {
  EmulatedGraph graph(users(5));
  const std::string link = EmulatedGraph::target_of(
      graph.json("/v1.0/users/delta?$deltatoken=latest"), "@odata.deltaLink");
  graph.now += 24h * 7;
  EXPECT_TRUE(graph.get(link));
  graph.now += 1s;
  const auto gone = graph.get(link);
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().status, 410);
  EXPECT_EQ(gone.error().headers.find("Location"),
            "http://localhost:8080/@t/v1.0/users/delta?$deltatoken=");
  for (const std::string target :
       {"/v1.0/users/delta?$deltatoken=x", "/v1.0/users/delta?$skiptoken=x",
        "/v1.0/users/delta?$top=5", "/v1.0/users/delta?$expand=manager"}) {
    const auto bad = graph.get(target);
    ASSERT_FALSE(bad) << target;
    EXPECT_EQ(bad.error().status, 400) << target;
  }
}

TEST(ReadDelta, ATokenFromBeforeAResetIsGone) {
  EmulatedGraph before(users(5));
  ASSERT_TRUE(before.ask(before.call(
      "DELETE", "/v1.0/users/" + before.json("/v1.0/users")["value"][0]["id"].get<std::string>())));
  const std::string link = EmulatedGraph::target_of(
      before.json("/v1.0/users/delta?$deltatoken=latest"), "@odata.deltaLink");
  EmulatedGraph after(users(5));
  const auto gone = after.get(link);
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().status, 410);
}

TEST(ReadDelta, PagesAreAsLargeAsPreferred) {
  EmulatedGraph graph(users(9));
  EXPECT_EQ(ids(graph.json("/v1.0/users/delta", {{"Prefer", "odata.maxpagesize=4"}})).size(), 4U);
  EXPECT_EQ(ids(graph.json("/v1.0/users/delta", {{"Prefer", "odata.maxpagesize=x"}})).size(), 9U);
}

}  // namespace
}  // namespace graphfault::engine
