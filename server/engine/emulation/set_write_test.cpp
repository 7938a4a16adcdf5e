// SPDX-License-Identifier: MIT
#include "engine/emulation/set_write.hpp"

#include "engine/emulation/testing/emulated_graph.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphfault::engine {
namespace {

using testing::EmulatedGraph;

scenario::Scenario writable_sample() {
  scenario::Scenario made;
  made.data.users.source = scenario::GeneratedUsers{.count = 10, .guests = 0.4, .seed = 7};
  made.data.collections = {
      {.path = "/messages",
       .items = {{{"id", "m1"}, {"@odata.etag", "W/\"first\""}, {"subject", "a"}}}}};
  return made;
}

const std::string kAnnsName = "ann@contoso.com";
const std::string kAnn =
    R"({"accountEnabled":true,"displayName":"Ann","mailNickname":"ann",)"
    R"("userPrincipalName":"ann@contoso.com","passwordProfile":{"password":"x"},"jobTitle":"QA"})";

TEST(Writes, AUserIsCreatedReadChangedAndDeleted) {
  EmulatedGraph graph(writable_sample());
  const auto created = graph.send("POST", "/v1.0/users", kAnn);
  ASSERT_TRUE(created) << created.error().message;
  EXPECT_EQ(created->status, 201);
  const Json user = EmulatedGraph::json(created);
  const std::string id = user["id"];
  EXPECT_TRUE(is_guid(id));
  EXPECT_EQ(created->headers.find("Location"), "http://localhost:8080/@t/v1.0/users/" + id);
  EXPECT_EQ(user["@odata.context"], "http://localhost:8080/@t/v1.0/$metadata#users/$entity");
  EXPECT_EQ(user["jobTitle"], "QA");
  EXPECT_FALSE(user.contains("passwordProfile"));

  const auto read = graph.get("/v1.0/users/ann@contoso.com?$select=userType,createdDateTime");
  EXPECT_EQ(EmulatedGraph::json(read)["userType"], "Member");
  EXPECT_EQ(EmulatedGraph::json(read)["createdDateTime"], "2026-02-11T09:12:33Z");

  const auto patched = graph.send("PATCH", "/v1.0/users/" + id,
                                  R"({"JobTitle":null,"userPrincipalName":"anna@contoso.com"})");
  ASSERT_TRUE(patched);
  EXPECT_EQ(patched->status, 204);
  EXPECT_EQ(patched->body, "");
  EXPECT_FALSE(graph.get("/v1.0/users/ann@contoso.com"));
  EXPECT_TRUE(graph.json("/v1.0/users/anna@contoso.com")["jobTitle"].is_null());

  EXPECT_EQ(graph.ask(graph.call("DELETE", "/v1.0/users/" + id))->status, 204);
  EXPECT_FALSE(graph.get("/v1.0/users/" + id));
  EXPECT_TRUE(graph.send("POST", "/v1.0/users", kAnn));
}

TEST(Writes, AGeneratedUserCanBeChanged) {
  EmulatedGraph graph(writable_sample());
  const Json before = graph.json("/v1.0/users")["value"][4];
  const std::string path = "/v1.0/users/" + before["id"].get<std::string>();
  ASSERT_TRUE(graph.send("PATCH", path, R"({"officeLocation":"9/9"})"));
  const Json after = graph.json("/v1.0/users")["value"][4];
  EXPECT_EQ(after["officeLocation"], "9/9");
  EXPECT_EQ(after["userPrincipalName"], before["userPrincipalName"]);
}

struct Bad {
  std::string body{};
  std::string message{};
};

TEST(Writes, BadUsersAreRefusedAsGraphRefusesThem) {
  EmulatedGraph graph(writable_sample());
  ASSERT_TRUE(graph.send("POST", "/v1.0/users", kAnn));
  const std::string invalid_name =
      "Invalid value specified for property 'userPrincipalName' of resource 'User'.";
  const std::vector<Bad> cases = {
      {kAnn, "Another object with the same value for property userPrincipalName already exists."},
      {R"({"displayName":"A","userPrincipalName":"ANN@contoso.com"})",
       "Another object with the same value for property userPrincipalName already exists."},
      {"{}", "A value is required for property 'displayName' of resource 'User'."},
      {R"({"displayName":"A"})",
       "A value is required for property 'userPrincipalName' of resource 'User'."},
      {R"({"displayName":"","userPrincipalName":"a@b"})",
       "Invalid value specified for property 'displayName' of resource 'User'."},
      {R"({"displayName":"A","userPrincipalName":"nobody"})", invalid_name},
      {R"({"displayName":"A","userPrincipalName":"@b"})", invalid_name},
      {R"({"displayName":"A","userPrincipalName":"a@"})", invalid_name},
      {R"({"displayName":"A","userPrincipalName":"a b@c"})", invalid_name},
      {R"({"displayName":"A","userPrincipalName":5})", invalid_name},
      {R"({"displayName":"A","userPrincipalName":null})", invalid_name},
      {R"({"displayName":"A","userPrincipalName":"a@b","accountEnabled":"yes"})",
       "Invalid value specified for property 'accountEnabled' of resource 'User'."},
      {R"({"displayName":"A","userPrincipalName":"a@b","businessPhones":"1"})",
       "Invalid value specified for property 'businessPhones' of resource 'User'."},
      {R"({"displayName":"A","userPrincipalName":"a@b","nope":1})",
       "Property 'nope' does not exist as a declared property or extension property."},
      {R"({"displayName":"A","userPrincipalName":"a@b","id":"x"})",
       "Property 'id' is read-only and cannot be set."},
  };
  for (const auto& [body, message] : cases) {
    const auto answer = graph.send("POST", "/v1.0/users", body);
    ASSERT_FALSE(answer) << body;
    EXPECT_EQ(answer.error().status, 400) << body;
    EXPECT_EQ(answer.error().code, "Request_BadRequest") << body;
    EXPECT_EQ(answer.error().message, message);
  }
  EXPECT_EQ(graph.get("/v1.0/users/$count", testing::kEventual)->body, "11");
}

TEST(Writes, AUserMayKeepItsNameButNotTakeAnothers) {
  EmulatedGraph graph(writable_sample());
  ASSERT_TRUE(graph.send("POST", "/v1.0/users", kAnn));
  const std::string other = graph.json("/v1.0/users")["value"][0]["userPrincipalName"];
  EXPECT_TRUE(graph.send("PATCH", "/v1.0/users/ann@contoso.com",
                         R"({"userPrincipalName":"ann@contoso.com"})"));
  EXPECT_FALSE(graph.send("PATCH", "/v1.0/users/ann@contoso.com",
                          R"({"userPrincipalName":")" + other + R"("})"));
}

TEST(Writes, IfMatchIsKept) {
  EmulatedGraph graph(writable_sample());
  const std::string id = EmulatedGraph::json(graph.send("POST", "/v1.0/users", kAnn))["id"];
  const std::string path = "/v1.0/users/" + id;
  const auto patch = [&](const std::string& tag) {
    return graph.ask(graph.call("PATCH", path,
                                {{"Content-Type", "application/json"}, {"If-Match", tag}},
                                R"({"city":"Rome"})"));
  };
  const std::string tag(*graph.get(path)->headers.find("ETag"));
  EXPECT_TRUE(patch(tag));
  const auto stale = patch(tag);
  ASSERT_FALSE(stale);
  EXPECT_EQ(stale.error().status, 412);
  EXPECT_EQ(stale.error().inner, std::vector<std::string>{"entityTagDoesNotMatch"});
  EXPECT_TRUE(patch("*"));
  EXPECT_TRUE(patch("\"x\", " + std::string(*graph.get(path)->headers.find("ETag"))));
  const std::string now(*graph.get(path)->headers.find("ETag"));
  EXPECT_TRUE(patch("\"a,b\"," + now.substr(2)));  // as a strong tag: compared weakly
  const std::string inside(*graph.get(path)->headers.find("ETag"));
  EXPECT_FALSE(patch("\"a," + inside + ",b\""));
  const auto deleted = graph.ask(graph.call("DELETE", path, {{"If-Match", "W/\"old\""}}));
  ASSERT_FALSE(deleted);
  EXPECT_EQ(deleted.error().status, 412);
  EXPECT_TRUE(graph.get(path));
}

TEST(Writes, CollectionsTakeAnyItem) {
  EmulatedGraph graph(writable_sample());
  const auto created = graph.send("POST", "/v1.0/messages", R"({"subject":"b","from":{"a":1}})");
  ASSERT_TRUE(created);
  EXPECT_EQ(created->status, 201);
  const std::string id = EmulatedGraph::json(created)["id"];
  EXPECT_TRUE(is_guid(id));
  const auto patched = graph.send("PATCH", "/v1.0/messages/" + id, R"({"from":{"b":2}})");
  ASSERT_TRUE(patched);
  EXPECT_EQ(patched->status, 200);
  EXPECT_EQ(EmulatedGraph::json(patched)["from"], (Json{{"a", 1}, {"b", 2}}));
  const auto put = graph.send("PUT", "/v1.0/messages/" + id, R"({"x":1})");
  ASSERT_TRUE(put);
  EXPECT_FALSE(EmulatedGraph::json(put).contains("subject"));
  EXPECT_EQ(EmulatedGraph::json(put)["id"], id);

  EXPECT_EQ(graph.get("/v1.0/messages/m1")->headers.find("ETag"), "W/\"first\"");
  ASSERT_TRUE(graph.send("PATCH", "/v1.0/messages/m1", R"({"subject":"c"})"));
  EXPECT_NE(graph.get("/v1.0/messages/m1")->headers.find("ETag"), "W/\"first\"");
  for (const std::string body : {R"({"id":"m1"})", R"({"id":""})", R"({"id":5})"}) {
    EXPECT_FALSE(graph.send("POST", "/v1.0/messages", body)) << body;
  }
  EXPECT_EQ(graph.ask(graph.call("DELETE", "/v1.0/messages/m1"))->status, 204);
  EXPECT_EQ(graph.json("/v1.0/messages/delta?$deltatoken=")["value"].size(), 1U);
}

TEST(Writes, AFullTenantTakesNoMore) {
  EmulatedGraph graph(writable_sample());
  graph.directory().users().store.set_room(1600);
  ASSERT_TRUE(graph.send("POST", "/v1.0/users", kAnn));
  const std::string bob = R"({"displayName":"Bob","userPrincipalName":"bob@contoso.com"})";
  ASSERT_TRUE(graph.send("POST", "/v1.0/users", bob));
  for (const std::string& target : {std::string("/v1.0/users"), "/v1.0/users/" + kAnnsName}) {
    const std::string method = target == "/v1.0/users" ? "POST" : "PATCH";
    const auto full =
        graph.send(method, target, R"({"displayName":"Cy","userPrincipalName":"cy@contoso.com"})");
    ASSERT_FALSE(full) << method;
    EXPECT_EQ(full.error().status, 403);
    EXPECT_EQ(full.error().code, "Directory_QuotaExceeded");
    EXPECT_EQ(full.error().message.find('{'), std::string::npos);
  }
  EXPECT_TRUE(graph.ask(graph.call("DELETE", "/v1.0/users/bob@contoso.com")));
  EXPECT_TRUE(graph.send("PATCH", "/v1.0/users/" + kAnnsName, R"({"city":"Rome"})"));
}

}  // namespace
}  // namespace graphfault::engine
