// SPDX-License-Identifier: MIT
#include "engine/answers/authored_error.hpp"

#include "graph/errors/error_catalogue.hpp"

#include <gtest/gtest.h>

#include <string>

namespace graphfault::engine {
namespace {

Call call_of(const std::string& path) {
  Call call;
  call.request.method = "GET";
  call.target = *http::parse_target("/v1.0" + path);
  call.version = "v1.0";
  call.segments.assign(call.target.segments.begin() + 1, call.target.segments.end());
  call.base = "http://localhost:8080/@t";
  return call;
}

graph::GraphError answer(std::string_view id, const std::string& path,
                         const scenario::Step& step = {}) {
  return authored_error({.catalogue_id = std::string(id), .error = graph::make_error(id)}, step,
                        call_of(path));
}

TEST(AuthoredError, NamesWhatWasAskedFor) {
  EXPECT_EQ(answer("resource-not-found", "/users/42").message,
            "Resource '42' does not exist or one of its queried reference-property objects are not "
            "present.");
  EXPECT_EQ(answer("segment-not-found", "/mef").message,
            "Resource not found for the segment 'mef'.");
  EXPECT_EQ(answer("segment-not-found", "").message, "Resource not found for the segment ''.");
}

TEST(AuthoredError, ChallengesWhereGraphDoes) {
  const graph::GraphError plain = answer("token-expired", "/users");
  EXPECT_EQ(plain.headers.find("WWW-Authenticate"),
            "Bearer realm=\"\", "
            "authorization_uri=\"http://localhost:8080/@t/common/oauth2/authorize\", "
            "client_id=\"00000003-0000-0000-c000-000000000000\"");
  for (const std::string_view id : {"insufficient-claims", "insufficient-claims-401"}) {
    const graph::GraphError error = answer(id, "/users");
    const auto challenge = error.headers.find("WWW-Authenticate");
    ASSERT_TRUE(challenge) << id;
    EXPECT_NE(challenge->find("error=\"insufficient_claims\""), std::string_view::npos) << id;
  }
  scenario::Step step;
  step.claims = Json::object();
  EXPECT_TRUE(answer("permission-missing", "/users", step).headers.contains("WWW-Authenticate"));
  EXPECT_FALSE(answer("permission-missing", "/users").headers.contains("WWW-Authenticate"));
}

TEST(AuthoredError, SaysWhereToResynchronise) {
  const graph::GraphError error =
      answer("resync-required", "/users/delta?$deltatoken=x&$select=id");
  EXPECT_EQ(error.headers.find("Location"),
            "http://localhost:8080/@t/v1.0/users/delta?$deltatoken=");
  EXPECT_FALSE(answer("sync-state-not-found", "/users/delta").headers.contains("Location"));
}

}  // namespace
}  // namespace graphfault::engine
