// SPDX-License-Identifier: MIT
#include "graph/odata/filter_rules.hpp"

#include "graph/model/user_type.hpp"
#include "graph/odata/filter_parser.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace graphfault::graph {
namespace {

enum class Asked { plain, advanced };

/// The error's text, `code: message` or `detail`, or empty where the filter is fine.
std::string verdict(std::string_view text, Asked asked, const EntityType& type = user_type()) {
  const auto filter = parse_filter(text);
  if (!filter) {
    return "unreadable";
  }
  const auto resolved = resolve(*filter, type);
  if (!resolved) {
    return resolved.error().message + "|" + resolved.error().details.at(0).message;
  }
  const auto error = unsupported(*resolved, type, asked == Asked::advanced);
  return error ? error->code + ": " + error->message.substr(0, 60) : "";
}

TEST(FilterRules, WhatUsersOfferWithoutAdvancedQueries) {
  for (const std::string_view text :
       {"userType eq 'Guest'", "USERTYPE eq 'Guest'", "userType in ('a','b')",
        "startsWith(displayName,'a')", "displayName eq 'a' or mail eq 'b'",
        "displayName ge 'a' and displayName lt 'b'", "mail eq null", "accountEnabled",
        "identities/any(c:c/issuer eq 'x' and c/issuerAssignedId eq 'y')",
        "proxyAddresses/any(p:p eq 'smtp:a')", "assignedLicenses/any(l:l/skuId eq 'x')",
        "signInActivity/lastSignInDateTime le 2025-01-01T00:00:00Z",
        "not(signInActivity/lastSignInDateTime le 2025-01-01T00:00:00Z)",
        "signInActivity/lastSignInDateTime ge 2025-01-01 and "
        "signInActivity/lastSignInDateTime le 2025-02-01",
        "extension_ab_badge eq 'x'"}) {
    EXPECT_EQ(verdict(text, Asked::plain), "") << text;
  }
}

TEST(FilterRules, WhatNeedsAdvancedQueries) {
  struct Case {
    std::string_view filter{};
    std::string_view error{};
  };
  constexpr std::string_view kOperator = "Request_UnsupportedQuery: Operator '";
  constexpr std::string_view kClause = "Request_UnsupportedQuery: Unsupported or invalid query";
  constexpr Case kCases[] = {
      {"userType ne 'Guest'", kOperator},          {"not(userType eq 'Guest')", kOperator},
      {"endsWith(mail,'@x.com')", kOperator},      {"contains(displayName,'x')", kOperator},
      {"assignedLicenses/$count eq 0", kOperator}, {"identities/any(c:c/issuer ne 'x')", kOperator},
      {"createdDateTime ge 2024-01-01", kClause},  {"officeLocation eq 'x'", kClause},
      {"businessPhones/any(p:p eq '1')", kClause},
  };
  for (const auto& [text, error] : kCases) {
    EXPECT_EQ(verdict(text, Asked::plain).substr(0, error.size()), error) << text;
    EXPECT_EQ(verdict(text, Asked::advanced), "") << text;
  }
}

TEST(FilterRules, WhatIsNeverOffered) {
  for (const std::string_view text :
       {"passwordPolicies eq 'x'", "aboutMe eq 'x'", "endsWith(displayName,'x')",
        "identities eq 'x'", "signInActivity eq null",
        "signInActivity/lastSignInDateTime le 2025-01-01 and userType eq 'Guest'"}) {
    EXPECT_EQ(verdict(text, Asked::advanced).substr(0, 24), "Request_UnsupportedQuery") << text;
  }
}

TEST(FilterRules, UnknownPropertiesAndUnfitLiterals) {
  struct Case {
    std::string_view filter{};
    std::string_view found{};
  };
  constexpr Case kCases[] = {
      {"nope eq 'x'", "Could not find a property named 'nope' on type 'microsoft.graph.user'."},
      {"userType eq 'x' and nope eq 1",
       "Could not find a property named 'nope' on type 'microsoft.graph.user'."},
      {"signInActivity/nope eq 'x'",
       "Could not find a property named 'nope' on type 'microsoft.graph.signInActivity'."},
      {"identities/any(c:c/nope eq 'x')",
       "Could not find a property named 'nope' on type 'microsoft.graph.objectIdentity'."},
      {"accountEnabled eq 'true'",
       "A binary operator with incompatible types was detected. Found operand types 'Edm.Boolean' "
       "and 'Edm.String' for operator kind 'Equal'."},
      {"displayName gt 5",
       "A binary operator with incompatible types was detected. Found operand types 'Edm.String' "
       "and 'Edm.Double' for operator kind 'GreaterThan'."},
      {"createdDateTime ge '2024-01-01'",
       "A binary operator with incompatible types was detected. Found operand types "
       "'Edm.DateTimeOffset' and 'Edm.String' for operator kind 'GreaterThanOrEqual'."},
      {"proxyAddresses/any(p:p/x eq 'a')",
       "Could not find a property named 'x' on type 'Edm.String'."},
  };
  for (const auto& [text, found] : kCases) {
    EXPECT_EQ(verdict(text, Asked::plain), "Invalid filter clause|" + std::string(found)) << text;
  }
}

TEST(FilterRules, OpenSetsTakeEveryPropertyAndDirectorySetsKeepTheirOperators) {
  EXPECT_EQ(verdict("nope ne 'x' and contains(subject,'y')", Asked::plain, entity_type_of("items")),
            "");
  EXPECT_EQ(verdict("nope eq 'x'", Asked::plain, entity_type_of("groups")), "");
  EXPECT_NE(verdict("nope ne 'x'", Asked::plain, entity_type_of("Groups")), "");
  EXPECT_EQ(verdict("nope ne 'x'", Asked::advanced, entity_type_of("groups")), "");
}

TEST(FilterRules, NamesAreSpeltAsTheTypeDoes) {
  const auto filter =
      resolve(*parse_filter("SIGNINACTIVITY/LASTSIGNINDATETIME eq null"), user_type());
  ASSERT_TRUE(filter);
  EXPECT_EQ(filter->path, (PropertyPath{"signInActivity", "lastSignInDateTime"}));
  EXPECT_TRUE(reads(*filter, "signInActivity"));
  EXPECT_FALSE(reads(*filter, "userType"));
}

}  // namespace
}  // namespace graphfault::graph
