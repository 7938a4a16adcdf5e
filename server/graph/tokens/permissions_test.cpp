// SPDX-License-Identifier: MIT
#include "graph/tokens/permissions.hpp"

#include <gtest/gtest.h>

namespace graphfault::graph {
namespace {

using Path = std::vector<std::string>;

struct PermissionRow {
  std::string_view method;
  Path path;
  std::vector<std::string> held;
};

std::string missing(const Token& token, const PermissionRow& row) {
  const auto found = missing_permission(token, {.method = row.method, .segments = row.path});
  return found ? found->permission : std::string();
}

std::string text(const PermissionRow& row) {
  std::string out(row.method);
  for (const std::string& segment : row.path) {
    out += "/" + segment;
  }
  return out;
}

TEST(Permissions, OfAnAppAreItsRoles) {
  const PermissionRow enough[] = {
      {"GET", {"users"}, {"User.Read.All"}},
      {"GET", {"users", "$count"}, {"directory.read.all"}},
      {"GET", {"Users", "42"}, {"User.ReadWrite.All"}},
      {"POST", {"users"}, {"Directory.ReadWrite.All"}},
      {"PATCH", {"users", "42"}, {"User.ReadWrite.All"}},
      {"GET", {"users", "42", "messages"}, {"Mail.Read"}},
      {"GET", {"users", "42", "mailFolders", "inbox", "messages"}, {"Mail.ReadWrite"}},
      {"POST", {"users", "42", "sendMail"}, {"Mail.Send"}},
      {"GET", {"users", "42", "manager"}, {"User.Read.All"}},
      {"GET", {"groups", "g", "members"}, {"GroupMember.Read.All"}},
      {"POST", {"users", "42", "checkMemberGroups"}, {"User.Read.All"}},
      {"GET", {"auditLogs", "signIns"}, {"AuditLog.Read.All"}},
      {"GET", {"unknown"}, {}},
      {"POST", {"$batch"}, {}},
      {"OPTIONS", {"users"}, {}},
      {"GET", {}, {}},
  };
  for (const PermissionRow& row : enough) {
    EXPECT_EQ(missing({.roles = row.held}, row), "") << text(row);
  }
}

TEST(Permissions, NameTheLeastPrivilegedOneThatLacks) {
  struct Lacking {
    PermissionRow row;
    std::string_view wanted;
  };
  const Lacking rows[] = {
      {{"GET", {"users"}, {}}, "User.Read.All"},
      {{"GET", {"users"}, {"User.Read", "Mail.Read"}}, "User.Read.All"},
      {{"POST", {"users"}, {"User.Read.All", "Directory.Read.All"}}, "User.ReadWrite.All"},
      {{"DELETE", {"users", "42"}, {"User.Read.All"}}, "User.ReadWrite.All"},
      {{"GET", {"users", "42", "messages"}, {"User.Read.All"}}, "Mail.Read"},
      {{"PATCH", {"users", "42", "messages", "m"}, {"Mail.Read"}}, "Mail.ReadWrite"},
      {{"GET", {"groups"}, {"User.Read.All"}}, "GroupMember.Read.All"},
      {{"POST", {"groups"}, {"Group.Read.All"}}, "Group.ReadWrite.All"},
      {{"GET", {"auditLogs", "signIns"}, {"Directory.Read.All"}}, "AuditLog.Read.All"},
      {{"PURGE", {"users"}, {"User.Read.All"}}, "User.ReadWrite.All"},
  };
  for (const Lacking& lacking : rows) {
    EXPECT_EQ(missing({.roles = lacking.row.held}, lacking.row), lacking.wanted)
        << text(lacking.row);
  }
}

TEST(Permissions, OfAUserAreTheScopes) {
  const Token user{.roles = {"User.Read.All"}, .scopes = {"User.Read"}, .user = "u@x"};
  EXPECT_EQ(missing(user, {"GET", {"me"}, {}}), "");
  EXPECT_EQ(missing(user, {"GET", {"me", "messages"}, {}}), "Mail.Read");
  EXPECT_EQ(missing(user, {"PATCH", {"me"}, {}}), "User.ReadWrite.All");
  EXPECT_EQ(missing(user, {"GET", {"users"}, {}}), "User.Read.All");
  const Token mail{.scopes = {"Mail.Read"}, .user = "u@x"};
  EXPECT_EQ(missing(mail, {"GET", {"me", "messages"}, {}}), "");
}

TEST(Permissions, AreAllHeldByAnUnlimitedApp) {
  EXPECT_EQ(missing({.all_roles = true}, {"DELETE", {"users", "42"}, {}}), "");
}

TEST(Permissions, AskForTheAuditLogWhereSignInsAreRead) {
  const Path users{"users"};
  const GraphAccess access{.method = "GET", .segments = users, .sign_in_activity = true};
  const auto found = missing_permission({.roles = {"User.Read.All"}}, access);
  ASSERT_TRUE(found);
  EXPECT_EQ(
      permission_error(*found).message,
      "The principal does not have required Microsoft Graph permission(s): AuditLog.Read.All "
      "to call this API. For more information about Microsoft Graph permissions, please visit "
      "https://learn.microsoft.com/graph/permissions-overview.");
  EXPECT_EQ(permission_error(*found).code, "Authentication_MSGraphPermissionMissing");
  const auto less = missing_permission({}, access);
  ASSERT_TRUE(less);
  EXPECT_EQ(permission_error(*less).code, "Authorization_RequestDenied");
  EXPECT_FALSE(missing_permission({.roles = {"User.Read.All", "AuditLog.Read.All"}}, access));
}

TEST(Permissions, SeeWhoAsksForSignIns) {
  EXPECT_TRUE(asks_for_sign_in_activity({{"$select", "displayName,SignInActivity"}}));
  EXPECT_TRUE(asks_for_sign_in_activity(
      {{"$top", "5"}, {"filter", "signInActivity/lastSignInDateTime ge 2020-01-01"}}));
  EXPECT_FALSE(asks_for_sign_in_activity({{"$search", "signInActivity"}}));
  EXPECT_FALSE(asks_for_sign_in_activity({{"$select", "displayName"}}));
  EXPECT_FALSE(asks_for_sign_in_activity({}));
}

TEST(Audience, IsGraphsInEveryCloud) {
  for (const std::string_view known :
       {"https://graph.microsoft.com", "https://graph.microsoft.com/",
        "https://Graph.Microsoft.com", "https://graph.microsoft.us",
        "https://microsoftgraph.chinacloudapi.cn", "00000003-0000-0000-c000-000000000000"}) {
    EXPECT_TRUE(is_graph_audience(known)) << known;
  }
  for (const std::string_view other :
       {"", "/", "https://graph.microsoft.com.evil.example", "http://graph.microsoft.com",
        "https://graph.windows.net", "api://app", "00000002-0000-0000-c000-000000000000"}) {
    EXPECT_FALSE(is_graph_audience(other)) << other;
  }
}

}  // namespace
}  // namespace graphfault::graph
