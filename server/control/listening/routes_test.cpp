// SPDX-License-Identifier: MIT
#include "control/listening/routes.hpp"

#include <gtest/gtest.h>

namespace graphfault::control {
namespace {

constexpr std::string_view kEmulated = "http://localhost:8080";

Json refusal(std::string_view method, const std::vector<std::string>& segments) {
  const auto route = find_route(method, segments, kEmulated);
  EXPECT_FALSE(route);
  return route ? Json() : parse_json(route.error().body)->at("error");
}

TEST(Routes, EveryRowIsFoundByItsOwnPath) {
  for (const Route& route : routes()) {
    std::vector<std::string> segments;
    for (std::size_t at = 1; at < route.path.size();) {
      const std::size_t slash = std::min(route.path.find('/', at), route.path.size());
      const auto part = route.path.substr(at, slash - at);
      segments.emplace_back(part == "{t}" ? "throttled.t42" : part);
      at = slash + 1;
    }
    const auto found = find_route(route.method, segments, kEmulated);
    ASSERT_TRUE(found) << route.path;
    EXPECT_EQ(*found, &route) << route.path;
  }
}

TEST(Routes, HeadIsGet) { EXPECT_TRUE(find_route("HEAD", {"health"}, kEmulated)); }

TEST(Routes, AnUnknownPathNamesTheNearest) {
  EXPECT_EQ(refusal("GET", {"helth"}).at("hint"), "did you mean /health?");
  EXPECT_EQ(refusal("POST", {"tenants", "x", "restet"}).at("hint"),
            "did you mean /tenants/{t}/reset?");
  const Json error = refusal("GET", {"something", "else"});
  EXPECT_EQ(error.at("message"), "the control API has no /something/else");
  EXPECT_FALSE(error.contains("hint"));
  EXPECT_EQ(error.at("calls").size(), routes().size());
}

TEST(Routes, GraphCallsAreSentToTheOtherPort) {
  for (const std::vector<std::string>& segments : {std::vector<std::string>{"v1.0", "users"},
                                                   {"users"},
                                                   {"contoso", "oauth2", "v2.0", "token"},
                                                   {"@throttled.t1", "v1.0", "users"}}) {
    EXPECT_EQ(refusal("GET", segments).at("hint"),
              "this is the control API; the emulated Graph is at http://localhost:8080");
  }
}

TEST(Routes, AWrongMethodNamesTheRightOnes) {
  const auto route = find_route("PUT", {"tenants", "x"}, kEmulated);
  ASSERT_FALSE(route);
  EXPECT_EQ(route.error().status, 405);
  EXPECT_EQ(route.error().headers.find("Allow"), "GET, POST, DELETE");
  EXPECT_EQ(refusal("GET", {"tenants", "x", "reset"}).at("message"),
            "/tenants/{t}/reset does not take GET");
}

}  // namespace
}  // namespace graphfault::control
