// SPDX-License-Identifier: MIT
// What is refused, and how; the routes; users, collections and /me.
#include "engine/emulation/emulation.hpp"

#include "engine/emulation/testing/emulated_graph.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphfault::engine {
namespace {

using testing::EmulatedGraph;
using testing::kEventual;

scenario::Scenario sample() {
  scenario::Scenario made;
  made.data.users.source = scenario::GeneratedUsers{.count = 250, .guests = 0.4, .seed = 7};
  made.data.collections = {{.path = "/groups",
                            .page_size = 2,
                            .items = {{{"id", "g1"}, {"displayName", "Finance"}},
                                      {{"id", "g2"}, {"displayName", "Legal"}},
                                      {{"id", "g3"}, {"displayName", "Sales"}}}},
                           {.path = "/me/messages", .items = {{{"id", "m0"}}}},
                           {.path = "/users/ann@contoso.com/messages",
                            .page_size = 10,
                            .items = {{{"id", "m1"}, {"subject", "Hello"}, {"size", 5}},
                                      {{"id", "m2"}, {"subject", "World"}, {"size", 9}}}}};
  return made;
}

struct Refused {
  std::string method{};
  std::string target{};
  http::Headers headers{};
  std::string body{};
  int status = 0;
  std::string code{};
  std::string message{};  ///< how it begins
};

TEST(Emulation, NaturalFaults) {
  const http::Headers json = {{"Content-Type", "application/json"}};
  const std::string allowed = "Specified HTTP method is not allowed for the request target.";
  const std::vector<Refused> cases = {
      {"GET",
       "/v1.0/nope",
       {},
       "",
       400,
       "BadRequest",
       "Resource not found for the segment 'nope'."},
      {"GET", "/users", {}, "", 400, "BadRequest", "Resource not found for the segment 'users'."},
      {"GET", "/", {}, "", 400, "BadRequest", "Resource not found for the segment ''."},
      {"GET",
       "/v1.0/users/x/mef",
       {},
       "",
       400,
       "BadRequest",
       "Resource not found for the segment 'mef'."},
      {"GET",
       "/v1.0/users/$value",
       {},
       "",
       400,
       "BadRequest",
       "Resource not found for the segment '$value'."},
      {"GET",
       "/v1.0/groups/g1/members",
       {},
       "",
       400,
       "BadRequest",
       "Resource not found for the segment 'members'."},
      {"GET",
       "/v1.0/users/nobody",
       {},
       "",
       404,
       "Request_ResourceNotFound",
       "Resource 'nobody' does not exist or one of its queried reference-property objects are not "
       "present."},
      {"GET", "/v1.0/groups/g9", {}, "", 404, "Request_ResourceNotFound", "Resource 'g9' does not"},
      {"PATCH", "/v1.0/users/nobody", json, "{}", 404, "Request_ResourceNotFound", ""},
      {"DELETE", "/v1.0/users/nobody", {}, "", 404, "Request_ResourceNotFound", ""},
      {"PUT", "/v1.0/users", json, "{}", 405, "Request_BadRequest", allowed},
      {"DELETE", "/v1.0/users", {}, "", 405, "Request_BadRequest", allowed},
      {"POST", "/v1.0/users/u1", json, "{}", 405, "Request_BadRequest", allowed},
      {"PUT", "/v1.0/users/u1", json, "{}", 405, "Request_BadRequest", allowed},
      {"POST", "/v1.0/users/$count", json, "{}", 405, "Request_BadRequest", allowed},
      {"POST", "/v1.0/users/delta", json, "{}", 405, "Request_BadRequest", allowed},
      {"BREW", "/v1.0/users", {}, "", 405, "Request_BadRequest", allowed},
      {"POST", "/v1.0", {}, "", 405, "Request_BadRequest", allowed},
      {"GET", "/v1.0/users", {{"Accept", "text/csv"}}, "", 406, "notAcceptable", ""},
      {"GET",
       "/v1.0/users",
       {{"Accept", "application/json;q=0, */*"}},
       "",
       406,
       "notAcceptable",
       ""},
      {"GET",
       "/v1.0/users",
       {{"Accept", R"(text/csv;a=",application/json,")"}},
       "",
       406,
       "notAcceptable",
       ""},
      {"GET",
       "/v1.0/users/delta",
       {{"Accept", "image/png, text/html"}},
       "",
       406,
       "notAcceptable",
       ""},
      {"POST",
       "/v1.0/users",
       {{"Content-Type", "text/plain"}},
       "{}",
       415,
       "RequestBodyRead",
       "A supported MIME type could not be found that matches the content type of the response. "
       "None of the supported type(s) 'application/json' matches the content type 'text/plain'."},
      {"POST", "/v1.0/users", json, "{", 400, "BadRequest", "Unable to read JSON request payload."},
      {"POST", "/v1.0/users", json, "[]", 400, "BadRequest", "Unable to read JSON"},
      {"POST", "/v1.0/users", {}, "{}", 400, "BadRequest", "Unable to read JSON"},
      {"POST", "/v1.0/users", json, "", 400, "BadRequest", "Empty Payload. JSON content expected."},
      {"GET",
       "/v1.0/users/$count",
       {},
       "",
       400,
       "Request_BadRequest",
       "$count is not currently supported."},
      {"GET",
       "/v1.0/users?$top=1000",
       {},
       "",
       400,
       "Request_BadRequest",
       "Invalid page size specified: '1000'."},
      {"GET",
       "/v1.0/users?$skiptoken=abc",
       {},
       "",
       400,
       "Request_BadRequest",
       "Invalid Skip Token"},
      {"GET", "/v1.0/users/u1?$filter=a", {}, "", 400, "BadRequest", ""},
      {"GET",
       "/v1.0/users/a@b.com?$select=signInActivity",
       {},
       "",
       400,
       "BadRequest",
       "Get By Key only supports UserId and the key has to be a valid Guid"},
  };
  EmulatedGraph graph(sample());
  for (const Refused& refused : cases) {
    const std::string what = refused.method + " " + refused.target;
    const auto answer =
        graph.ask(graph.call(refused.method, refused.target, refused.headers, refused.body));
    ASSERT_FALSE(answer) << what;
    EXPECT_EQ(answer.error().status, refused.status) << what;
    EXPECT_EQ(answer.error().code, refused.code) << what;
    EXPECT_EQ(answer.error().message.substr(0, refused.message.size()), refused.message) << what;
  }
}

TEST(Emulation, A405NamesWhatIsAllowed) {
  EmulatedGraph graph(sample());
  const auto allow = [&](const std::string& method, const std::string& target) {
    const auto answer = graph.send(method, target, "{}");
    return answer ? "" : std::string(answer.error().headers.find("Allow").value_or(""));
  };
  EXPECT_EQ(allow("DELETE", "/v1.0/users"), "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(allow("PUT", "/v1.0/users/1"), "GET, HEAD, PATCH, DELETE, OPTIONS");
  EXPECT_EQ(allow("POST", "/v1.0/me/messages/1"), "GET, HEAD, PATCH, PUT, DELETE, OPTIONS");
  EXPECT_EQ(allow("POST", "/v1.0/users/delta"), "GET, HEAD, OPTIONS");
}

TEST(Emulation, AnswersCarryTheContractsHeaders) {
  EmulatedGraph graph(sample());
  const auto users = graph.get("/v1.0/users");
  ASSERT_TRUE(users);
  EXPECT_EQ(users->headers,
            (http::Headers{{"Cache-Control", "no-cache"},
                           {"Content-Type",
                            "application/json;odata.metadata=minimal;odata.streaming=true;"
                            "IEEE754Compatible=false;charset=utf-8"},
                           {"OData-Version", "4.0"},
                           {"x-ms-resource-unit", "2"}}));
  const auto messages = graph.get("/v1.0/users/ann@contoso.com/messages");
  ASSERT_TRUE(messages);
  EXPECT_EQ(messages->headers.find("Cache-Control"), "private");
  EXPECT_FALSE(messages->headers.contains("x-ms-resource-unit"));
  const auto count = graph.get("/v1.0/users/$count", kEventual);
  ASSERT_TRUE(count);
  EXPECT_EQ(count->body, "250");
  EXPECT_EQ(count->headers.find("Content-Type"), "text/plain");
  EXPECT_TRUE(graph.get("/v1.0/users", {{"Accept", "text/html, application/json;q=0.5"}}));
  EXPECT_TRUE(graph.get("/v1.0/users", {{"Accept", ""}}));
  EXPECT_TRUE(graph.get("/v1.0/users", {{"Accept", "*/*;q=0, application/*;q=0.1"}}));
  EXPECT_TRUE(graph.get("/v1.0/users/$count",
                        {{"ConsistencyLevel", "eventual"}, {"Accept", "text/plain"}}));
  EXPECT_FALSE(graph.get("/v1.0/users/$count",
                         {{"ConsistencyLevel", "eventual"}, {"Accept", "text/plain;q=0"}}));
}

TEST(Emulation, HeadIsGetAndOptionsIsPreflight) {
  EmulatedGraph graph(sample());
  const auto get = graph.get("/v1.0/users?$top=2");
  const auto head = graph.ask(graph.call("HEAD", "/v1.0/users?$top=2"));
  ASSERT_TRUE(get && head);
  EXPECT_EQ(head->body, get->body);
  const auto options = graph.ask(
      graph.call("OPTIONS", "/v1.0/anything", {{"Access-Control-Request-Method", "PATCH"}}));
  ASSERT_TRUE(options);
  EXPECT_EQ(options->status, 200);
  EXPECT_EQ(options->headers.find("Access-Control-Allow-Methods"), "PATCH");
}

TEST(Emulation, TheServiceDocumentNamesTheSets) {
  EmulatedGraph graph(sample());
  const Json root = graph.json("/v1.0");
  EXPECT_EQ(root["@odata.context"], "http://localhost:8080/@t/v1.0/$metadata");
  EXPECT_EQ(root["value"].size(), 2U);
  EXPECT_EQ(root["value"][1]["url"], "groups");
}

TEST(Emulation, OneUserByIdAndByName) {
  EmulatedGraph graph(sample());
  const Json first = graph.json("/beta/users?$top=1")["value"][0];
  const std::string id = first["id"];
  const std::string name = first["userPrincipalName"];
  const auto answer = graph.get("/v1.0/users/" + id);
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->headers.contains("ETag"));
  const Json user = EmulatedGraph::json(answer);
  EXPECT_EQ(user["@odata.context"], "http://localhost:8080/@t/v1.0/$metadata#users/$entity");
  EXPECT_EQ(user["displayName"], first["displayName"]);
  EXPECT_EQ(graph.json("/v1.0/Users('" + name + "')?$select=ID"),
            (Json{{"@odata.context", "http://localhost:8080/@t/v1.0/$metadata#users(id)/$entity"},
                  {"id", id}}));
  EXPECT_TRUE(graph.json("/v1.0/users/" + id + "?$select=aboutMe").contains("aboutMe"));
  EXPECT_TRUE(graph.json("/v1.0/users/" + id + "?$expand=memberOf,manager")["memberOf"].is_array());
}

TEST(Emulation, SignInActivityNeedsAPremiumTenant) {
  scenario::Scenario free = sample();
  free.tenant.license = scenario::License::free;
  EmulatedGraph graph(free);
  for (const std::string target :
       {"/v1.0/users?$select=id,SignInActivity",
        "/v1.0/users?$filter=signInActivity/lastSignInDateTime%20le%202025-01-01T00:00:00Z",
        "/v1.0/users/delta?$select=signInActivity"}) {
    const auto answer = graph.get(target);
    ASSERT_FALSE(answer) << target;
    EXPECT_EQ(answer.error().status, 403);
    EXPECT_EQ(answer.error().code, "Authentication_RequestFromNonPremiumTenantOrB2CTenant");
  }
  EXPECT_TRUE(graph.get("/v1.0/users"));
  EmulatedGraph premium(sample());
  const Json page = premium.json("/v1.0/users?$select=displayName,signInActivity&$top=1");
  EXPECT_TRUE(page["value"][0].contains("signInActivity"));
  EXPECT_TRUE(page["value"][0].contains("id"));
}

TEST(Emulation, MeNeedsAUser) {
  EmulatedGraph graph(sample());
  auto app = std::make_shared<graph::Token>();
  app->roles = {"User.Read.All"};
  graph.token = app;
  for (const std::string target : {"/v1.0/me", "/v1.0/me/messages"}) {
    const auto refused = graph.get(target);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().status, 400);
    EXPECT_EQ(refused.error().message.substr(0, 68),
              "Current authenticated context is not valid for this request. This oc");
  }
  const Json known = graph.json("/v1.0/users?$top=3")["value"][2];
  auto user = std::make_shared<graph::Token>();
  user->user = known["userPrincipalName"];
  graph.token = user;
  EXPECT_EQ(graph.json("/v1.0/me")["id"], known["id"]);
  EXPECT_EQ(graph.json("/v1.0/me/messages")["value"][0]["id"], "m0");
  const auto unknown = graph.get("/v1.0/me/drive");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().message, "Resource not found for the segment 'drive'.");
}

TEST(Emulation, WhoSignsInUnderANewNameIsAdded) {
  EmulatedGraph graph(sample());
  auto user = std::make_shared<graph::Token>();
  user->user = "new.person@contoso.com";
  user->object_id = "2d6a4b1c-0000-4000-8000-000000000001";
  graph.token = user;
  const Json me = graph.json("/v1.0/me");
  EXPECT_EQ(me["id"], user->object_id);
  EXPECT_EQ(me["userPrincipalName"], user->user);
  EXPECT_EQ(graph.json("/v1.0/me")["id"], me["id"]);
  EXPECT_EQ(graph.get("/v1.0/users/$count", kEventual)->body, "251");
}

TEST(Emulation, ABearerThatIsNotOursIsTheFirstUser) {
  EmulatedGraph graph(sample());
  EXPECT_EQ(graph.json("/v1.0/me")["id"], graph.json("/v1.0/users?$top=1")["value"][0]["id"]);
}

TEST(Emulation, CollectionsOfTheFile) {
  EmulatedGraph graph(sample());
  const Json page = graph.json("/v1.0/groups");
  EXPECT_EQ(page["@odata.context"], "http://localhost:8080/@t/v1.0/$metadata#groups");
  EXPECT_EQ(page["value"].size(), 2U);
  const Json last = graph.json(EmulatedGraph::target_of(page, "@odata.nextLink"));
  EXPECT_EQ(last["value"].size(), 1U);
  EXPECT_FALSE(last.contains("@odata.nextLink"));
  EXPECT_EQ(graph.json("/v1.0/Groups/g2?$select=displayName")["displayName"], "Legal");
  EXPECT_EQ(graph.json("/v1.0/groups?$filter=startsWith(displayName,'S')")["value"][0]["id"], "g3");
  EXPECT_FALSE(graph.get("/v1.0/groups/$count"));
  EXPECT_EQ(graph.get("/v1.0/groups/$count", kEventual)->body, "3");
  EXPECT_FALSE(graph.get("/v1.0/groups?$filter=displayName%20ne%20'x'"));
}

TEST(Emulation, CollectionsBelowAUser) {
  EmulatedGraph graph(sample());
  const std::string path = "/v1.0/users/ann@contoso.com/messages";
  const Json page = graph.json(path + "?$filter=contains(subject,'o')%20and%20size%20gt%205");
  EXPECT_EQ(page["value"].size(), 1U);
  EXPECT_EQ(page["@odata.context"],
            "http://localhost:8080/@t/v1.0/$metadata#users('ann@contoso.com')/messages");
  EXPECT_EQ(graph.get(path + "/$count")->body, "2");
  EXPECT_EQ(graph.json(path + "?$skip=1&$count=true")["@odata.count"], 2);
  EXPECT_EQ(graph.json(path + "?$skip=1")["value"][0]["id"], "m2");
  // By the id of the user of that name, too.
  const auto created = graph.send(
      "POST", "/v1.0/users",
      R"({"displayName":"Ann","userPrincipalName":"ann@contoso.com","accountEnabled":true})");
  ASSERT_TRUE(created);
  const std::string id = EmulatedGraph::json(created)["id"];
  EXPECT_EQ(graph.json("/v1.0/users/" + id + "/messages")["value"].size(), 2U);
}

}  // namespace
}  // namespace graphfault::engine
