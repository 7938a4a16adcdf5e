// SPDX-License-Identifier: MIT
#include "graph/paths/graph_path.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphfault::graph {
namespace {

using Segments = std::vector<std::string>;

TEST(GraphPath, SplitsTheVersionAndNormalisesKeysAndFunctions) {
  struct Case {
    Segments segments{};
    GraphPath expected{};
  };
  const std::vector<Case> cases = {
      {{}, {}},
      {{"v1.0"}, {"v1.0", {}}},
      {{"V1.0", "users"}, {"v1.0", {"users"}}},
      {{"BETA", "me"}, {"beta", {"me"}}},
      {{"users"}, {"", {"users"}}},
      {{"v2.0", "users"}, {"", {"v2.0", "users"}}},
      {{"v1.0", "users('u1')"}, {"v1.0", {"users", "u1"}}},
      {{"v1.0", "users('O''Neil@x')", "messages"}, {"v1.0", {"users", "O'Neil@x", "messages"}}},
      {{"v1.0", "users(0a-1B)"}, {"v1.0", {"users", "0a-1B"}}},
      {{"v1.0", "users(id='u1')"}, {"v1.0", {"users", "u1"}}},
      {{"v1.0", "users(userPrincipalName='a@b')"}, {"v1.0", {"users", "a@b"}}},
      {{"v1.0", "users", "delta()"}, {"v1.0", {"users", "delta"}}},
      {{"v1.0", "users", "microsoft.graph.delta()"}, {"v1.0", {"users", "delta"}}},
      {{"v1.0", "users", "microsoft.graph.delta"}, {"v1.0", {"users", "delta"}}},
      {{"v1.0", "users", "$count"}, {"v1.0", {"users", "$count"}}},
      {{"v1.0", "reports", "getUsage(period='D7')"},
       {"v1.0", {"reports", "getUsage(period='D7')"}}},
      {{"v1.0", "users('a'b')"}, {"v1.0", {"users('a'b')"}}},
      {{"v1.0", "users('"}, {"v1.0", {"users('"}}},
      {{"v1.0", "('x')"}, {"v1.0", {"('x')"}}},
      {{"v1.0", ")"}, {"v1.0", {")"}}},
      {{"v1.0", "microsoft.graph.user"}, {"v1.0", {"microsoft.graph.user"}}},
  };
  for (const auto& [segments, expected] : cases) {
    EXPECT_EQ(graph_path(segments), expected) << ::testing::PrintToString(segments);
  }
}

TEST(GraphPath, EverySpellingOfAnOperationsUrlIsTheSame) {
  struct Case {
    std::string url{};
    std::string expected{};
  };
  const std::vector<Case> cases = {
      {"/users?$top=5", "/v1.0/users?$top=5"},
      {"users?$top=5", "/v1.0/users?$top=5"},
      {"/v1.0/users?$top=5", "/v1.0/users?$top=5"},
      {"v1.0/users?$top=5", "/v1.0/users?$top=5"},
      {"/@t.a/v1.0/users?$top=5", "/v1.0/users?$top=5"},
      {"https://graph.microsoft.com/v1.0/users?$top=5", "/v1.0/users?$top=5"},
      {"http://localhost:8080/@t/v1.0/users?$top=5", "/v1.0/users?$top=5"},
      {"//users?$top=5", "/v1.0/users?$top=5"},
      {"/beta/me", "/beta/me"},
      {"", "/v1.0/"},
      {"https://graph.microsoft.com", "/v1.0/"},
      {"/users?$filter=userType eq 'Guest'", "/v1.0/users?$filter=userType%20eq%20'Guest'"},
      {"/users?$filter=userType%20eq%20'Guest'", "/v1.0/users?$filter=userType%20eq%20'Guest'"},
      {"/users?redirect=http://x/y", "/v1.0/users?redirect=http://x/y"},
      {"/users/\xC3\xA9", "/v1.0/users/%C3%A9"},
  };
  for (const auto& [url, expected] : cases) {
    EXPECT_EQ(operation_target(url, "v1.0"), expected) << url;
  }
}

}  // namespace
}  // namespace graphfault::graph
