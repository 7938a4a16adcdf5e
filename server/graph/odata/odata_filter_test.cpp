// SPDX-License-Identifier: MIT
#include "graph/odata/odata_filter.hpp"

#include "base/random.hpp"
#include "graph/odata/filter_parser.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::graph {
namespace {

const Json& ann() {
  static const Json item = Json::parse(R"({
    "id": "8e07b731-5ba7-4081-b482-15e6eca35c45", "displayName": "Ann O'Neil",
    "userPrincipalName": "ann@contoso.com", "mail": null, "userType": "Guest",
    "accountEnabled": true, "age": 42, "createdDateTime": "2024-05-01T10:00:00Z",
    "businessPhones": ["+1 425", "+44 20"], "otherMails": [],
    "signInActivity": {"lastSignInDateTime": "2025-06-15T08:30:00Z"},
    "identities": [
      {"signInType": "federated", "issuer": "ExternalAzureAD", "issuerAssignedId": null},
      {"signInType": "userPrincipalName", "issuer": "contoso.com", "issuerAssignedId": "ann"}]})");
  return item;
}

struct Good {
  std::string_view filter{};
  bool matches = false;
};

constexpr Good kGood[] = {
    {"userType eq 'Guest'", true},
    {"userType eq 'guest'", true},
    {"USERTYPE EQ 'Guest'", true},
    {"userType eq 'Member'", false},
    {"userType ne 'Member'", true},
    {"'Guest' eq userType", true},
    {"40 lt age", true},
    {"40 gt age", false},
    {"42 le age and 42 ge age", true},
    {"  userType   eq\t'Guest'  ", true},
    {"displayName eq 'Ann O''Neil'", true},
    {"displayName eq ''", false},
    {"displayName eq ''''", false},
    {"mail eq null", true},
    {"mail ne null", false},
    {"missing eq null", true},
    {"displayName eq null", false},
    {"displayName ne null", true},
    {"accountEnabled eq true", true},
    {"accountEnabled eq TRUE", true},
    {"accountEnabled eq false", false},
    {"accountEnabled", true},
    {"not accountEnabled", false},
    {"age eq 42", true},
    {"age eq 42.0", true},
    {"age gt 41.5", true},
    {"age lt -1", false},
    {"age ge 42", true},
    {"age le 41", false},
    {"displayName gt 'Ann'", true},
    {"displayName lt 'B'", true},
    {"mail gt 'a'", false},
    {"mail lt 'a'", false},
    {"createdDateTime ge 2024-05-01T10:00:00Z", true},
    {"createdDateTime gt 2024-05-01T10:00:00Z", false},
    {"createdDateTime lt 2024-05-01T10:00:00.5Z", true},
    {"createdDateTime ge 2024-05-02", false},
    {"createdDateTime le 2024-05-01T12:00:00+02:00", true},
    {"signInActivity/lastSignInDateTime le 2025-07-01T00:00:00Z", true},
    {"signInActivity/lastSignInDateTime le 2025-01-01T00:00:00Z", false},
    {"SignInActivity/LastSignInDateTime ge 2025-01-01T00:00:00Z", true},
    {"signInActivity/none eq null", true},
    {"id eq 8e07b731-5ba7-4081-b482-15e6eca35c45", true},
    {"id in ('a','8e07b731-5ba7-4081-b482-15e6eca35c45')", true},
    {"userType in ('Member', 'Guest')", true},
    {"userType in ('Member')", false},
    {"age in (1,2,42)", true},
    {"mail in (null)", true},
    {"startsWith(displayName,'ann')", true},
    {"startswith( displayName , 'Bob' )", false},
    {"startsWith(mail,'a')", false},
    {"startsWith(displayName,'')", true},
    {"endsWith(userPrincipalName,'@CONTOSO.com')", true},
    {"endsWith(userPrincipalName,'@fabrikam.com')", false},
    {"contains(displayName,'o''n')", true},
    {"contains(displayName,'x')", false},
    {"startsWith(displayName,'ann') eq true", true},
    {"startsWith(displayName,'ann') eq false", false},
    {"not startsWith(displayName,'bob')", true},
    {"not(userType eq 'Guest')", false},
    {"not not accountEnabled", true},
    {"userType eq 'Guest' and accountEnabled eq true", true},
    {"userType eq 'Guest' and accountEnabled eq false", false},
    {"userType eq 'Member' or accountEnabled eq true", true},
    {"userType eq 'Member' or accountEnabled eq false", false},
    {"accountEnabled eq true or userType eq 'x' and userType eq 'y'", true},
    {"(accountEnabled eq true or userType eq 'x') and userType eq 'y'", false},
    {"((userType eq 'Guest'))", true},
    {"not userType eq 'Member' and age eq 42", true},
    {"identities/any()", true},
    {"otherMails/any()", false},
    {"identities/any(c:c/issuer eq 'contoso.com' and c/issuerAssignedId eq 'ann')", true},
    {"identities/any(c:c/issuer eq 'ExternalAzureAD' and c/issuerAssignedId eq 'ann')", false},
    {"identities/any(id:id/signInType eq 'federated')", true},
    {"identities/any(c:c/issuerAssignedId eq null)", true},
    {"businessPhones/any(p:p eq '+44 20')", true},
    {"businessPhones/any(p:startsWith(p,'+44'))", true},
    {"businessPhones/any(p:startsWith(p,'+49'))", false},
    {"not businessPhones/any(p:p eq 'x')", true},
    {"identities/any(c:c/issuer eq 'contoso.com' and userType eq 'Guest')", true},
    {"identities/any(c:(c/issuer eq 'x' or c/issuer eq 'contoso.com'))", true},
    {"businessPhones/$count eq 2", true},
    {"otherMails/$count ne 0", false},
};

TEST(Filter, GoodOnesAreEvaluated) {
  EXPECT_GE(std::size(kGood), 60U);
  for (const auto& [text, expected] : kGood) {
    const auto filter = parse_filter(text);
    ASSERT_TRUE(filter) << text << ": " << filter.error().message;
    EXPECT_EQ(matches(*filter, JsonView(ann())), expected) << text;
  }
}

constexpr std::string_view kBad[] = {
    "",
    " ",
    "eq",
    "eq 'Guest'",
    "userType eq",
    "userType 'Guest'",
    "userType = 'Guest'",
    "userType == 'Guest'",
    "userType eq 'Guest",
    "userType eq Guest'",
    "userType eq \"Guest\"",
    "userType eq Guest",
    "userType eq 'a' 'b'",
    "userType eq 'O'Neil'",
    "userType like 'Guest'",
    "userType eq 'Guest' and",
    "userType eq 'Guest' or",
    "and userType eq 'Guest'",
    "or",
    "not",
    "not (",
    "userType eq 'Guest' && accountEnabled eq true",
    "userType eq 'Guest' accountEnabled eq true",
    "(userType eq 'Guest'",
    "userType eq 'Guest')",
    "((userType eq 'Guest')",
    "()",
    "(",
    ")",
    "userType in",
    "userType in ()",
    "userType in 'Guest'",
    "userType in ('Guest'",
    "userType in ('Guest',)",
    "userType in (,'Guest')",
    "userType in ('Guest' 'Member')",
    "in ('a')",
    "startsWith()",
    "startsWith(displayName)",
    "startsWith(displayName,)",
    "startsWith(displayName,'a'",
    "startsWith(displayName,a)",
    "startsWith(displayName,1)",
    "startsWith('a',displayName)",
    "startsWith(displayName 'a')",
    "startsWith(displayName,'a') eq 'x'",
    "startsWith(displayName,'a') eq",
    "startsWith(startsWith(a,'b'),'c')",
    "toLower(displayName) eq 'ann'",
    "length(displayName) gt 3",
    "unknown(displayName,'a')",
    "displayName/ eq 'a'",
    "/displayName eq 'a'",
    "displayName//x eq 'a'",
    "signInActivity/'x' eq 'a'",
    "identities/any(",
    "identities/any(c",
    "identities/any(c:)",
    "identities/any(c:c/issuer eq 'x'",
    "identities/any(c c/issuer eq 'x')",
    "identities/all(c:c/issuer eq 'x')",
    "identities/any(c:c/list/any(d:d eq 'x'))",
    "identities/any(:c/issuer eq 'x')",
    "any(c:c eq 'x')",
    "age eq 4x2",
    "age eq 1e999",
    "age eq --1",
    "createdDateTime ge 2024-13-01",
    "createdDateTime ge 2024-05-01T99:00:00Z",
    "'a' eq 'b'",
    "1 eq 1",
    "null eq null",
    "true eq true eq true",
    "userType eq 'Guest';",
    "userType eq 'Guest' -- x",
    "userType % 2",
    "\x01",
    "userType eq \xC3\xA9",
    "[userType] eq 'Guest'",
    "userType eq {guid'x'}",
    "!accountEnabled",
};

TEST(Filter, BadOnesAreProblemsWithAMessage) {
  EXPECT_GE(std::size(kBad), 60U);
  for (const std::string_view text : kBad) {
    const auto filter = parse_filter(text);
    ASSERT_FALSE(filter) << text;
    EXPECT_FALSE(filter.error().message.empty()) << text;
  }
}

TEST(Filter, ProblemsSayWhatODataSays) {
  struct Case {
    std::string_view filter{};
    std::string_view message{};
  };
  constexpr Case kCases[] = {
      {"userType eq", "Expression expected at position 11 in 'userType eq'."},
      {"userType 'Guest'", "Syntax error at position 9 in 'userType 'Guest''."},
      {"userType eq 'Guest",
       "There is an unterminated string literal at position 12 in 'userType eq 'Guest'."},
      {"(userType eq 'x'", "')' expected at position 16 in '(userType eq 'x''."},
      {"userType = 'x'",
       "Syntax error: character '=' is not valid at position 9 in 'userType = 'x''."},
      {"f(x)",
       "An unknown function with name 'f' was found. This may also be a function import or a key "
       "lookup on a navigation property, which is not allowed."},
  };
  for (const auto& [text, message] : kCases) {
    const auto filter = parse_filter(text);
    ASSERT_FALSE(filter) << text;
    EXPECT_EQ(filter.error().message, message);
  }
}

TEST(Filter, DepthAndLengthAreBounded) {
  const auto nested = [](int depth) {
    const auto count = static_cast<std::size_t>(depth);
    return std::string(count, '(') + "a eq 1" + std::string(count, ')');
  };
  EXPECT_TRUE(parse_filter(nested(kMaxFilterDepth - 1)));
  EXPECT_FALSE(parse_filter(nested(kMaxFilterDepth)));
  EXPECT_FALSE(parse_filter(nested(4000)));
  std::string nots;
  for (int i = 0; i < 2000; ++i) {
    nots += "not ";
  }
  EXPECT_FALSE(parse_filter(nots + "a"));
  EXPECT_FALSE(parse_filter("a eq '" + std::string(kMaxFilterLength, 'x') + "'"));
  std::string chain = "a eq 1";
  while (chain.size() + 10 < kMaxFilterLength) {
    chain += " or a eq 1";
  }
  EXPECT_TRUE(parse_filter(chain));
}

TEST(Filter, RandomTextsNeverCrashAndGoodOnesEvaluate) {
  constexpr std::string_view kWords[] = {"userType",
                                         "eq",
                                         "ne",
                                         "gt",
                                         "in",
                                         "and",
                                         "or",
                                         "not",
                                         "(",
                                         ")",
                                         ",",
                                         "/",
                                         ":",
                                         "'x'",
                                         "''",
                                         "'",
                                         "1",
                                         "-",
                                         "null",
                                         "true",
                                         "identities",
                                         "any",
                                         "c",
                                         "startsWith",
                                         "contains",
                                         "2024-05-01",
                                         "$count",
                                         " ",
                                         "\xFF",
                                         "any(c:c/issuer eq 'x')",
                                         "endsWith(mail,'x')"};
  Random random(20'240'501);
  int good = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const auto words = 1 + random.next() % 12;
    for (std::uint64_t i = 0; i < words; ++i) {
      text.append(kWords[random.next() % std::size(kWords)]);
      if (random.next() % 3 != 0) {
        text += ' ';
      }
    }
    const auto filter = parse_filter(text);
    if (filter) {
      ++good;
      static_cast<void>(matches(*filter, JsonView(ann())));
    } else {
      EXPECT_FALSE(filter.error().message.empty());
    }
  }
  EXPECT_GT(good, 100);
}

}  // namespace
}  // namespace graphfault::graph
