// SPDX-License-Identifier: MIT
#include "graph/tokens/claims_challenge.hpp"

#include "base/base64.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphfault::graph {
namespace {

constexpr std::string_view kBase = "http://localhost:8080";

Json json(std::string_view text) { return *parse_json(text); }

Instant challenge_time(std::int64_t seconds) { return Instant(std::chrono::seconds(seconds)); }

TEST(Challenge, OfAPlain401NamesTheOriginThatWasCalled) {
  EXPECT_EQ(plain_challenge(kBase),
            "Bearer realm=\"\", "
            "authorization_uri=\"http://localhost:8080/common/oauth2/authorize\", "
            "client_id=\"00000003-0000-0000-c000-000000000000\"");
}

TEST(Challenge, HasTheDocumentedForm) {
  EXPECT_EQ(claims_challenge(step_up_request("cp1"), kBase),
            "Bearer realm=\"\", "
            "authorization_uri=\"http://localhost:8080/common/oauth2/authorize\", "
            "error=\"insufficient_claims\", "
            "claims=\"eyJhY2Nlc3NfdG9rZW4iOnsiYWNycyI6eyJlc3NlbnRpYWwiOnRydWUsInZhbHVlIjoiY3AxIn19"
            "fQ==\"");
}

TEST(Challenge, NamesTheSignInOfTheCloudThatWasCalled) {
  EXPECT_EQ(plain_challenge("https://graph.microsoft.com"),
            "Bearer realm=\"\", "
            "authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", "
            "client_id=\"00000003-0000-0000-c000-000000000000\"");
  EXPECT_NE(claims_challenge(step_up_request(), "https://graph.microsoft.us")
                .find("\"https://login.microsoftonline.us/common/oauth2/authorize\""),
            std::string::npos);
}

// What the parsers of section 3.3 look for: `claims="` after a comma and at most one blank, no
// comma and no quote inside, standard base64 with its padding.
TEST(Challenge, IsReadByEveryParser) {
  for (const std::string_view value : {"c1", "c12", "c123", "c1234"}) {
    const std::string header = claims_challenge(step_up_request(value), kBase);
    const std::size_t begin = header.find(", claims=\"");
    ASSERT_NE(begin, std::string::npos);
    const std::string text = header.substr(begin + 10, header.size() - begin - 11);
    EXPECT_EQ(text.find_first_of("\",-_ "), std::string::npos) << text;
    EXPECT_EQ(text.size() % 4, 0U) << text;
    EXPECT_EQ(json(*from_base64(text)), step_up_request(value));
    EXPECT_TRUE(header.ends_with('"'));
  }
}

TEST(Challenge, OfARevocationAsksForALaterToken) {
  EXPECT_EQ(json_text(revocation_request(challenge_time(1604106651))),
            R"({"access_token":{"nbf":{"essential":true,"value":"1604106651"}}})");
}

TEST(ClaimsParameter, IsReadAsClaims) {
  struct Row {
    std::string_view text;
    std::string_view claims;
    bool capable;
  };
  const Row rows[] = {
      {R"({"access_token":{"acrs":{"essential":true,"value":"c1"}}})", R"({"acrs":["c1"]})", false},
      {R"({"access_token":{"nbf":{"essential":true, "value":"1604106651"}}})",
       R"({"nbf":"1604106651"})", false},
      {R"({"access_token":{"xms_cc":{"values":["cp1"]},"acrs":{"values":["c1","c2"]}}})",
       R"({"acrs":["c1","c2"]})", true},
      {R"({"access_token":{"xms_cc":{"values":["CP1"]},"acrs":{"values":["c1","c2"]}}})",
       R"({"acrs":["c1","c2"]})", true},
      {R"({"access_token":{"polids":{"essential":true,"Values":["g"]}}})", R"({"polids":["g"]})",
       false},
      {R"({"access_token":{"xms_cc":{"values":["cp2"]},"given_name":null}})",
       R"({"given_name":true})", false},
      {R"({"id_token":{"auth_time":{"essential":true}}})", "{}", false},
      {"{}", "{}", false},
  };
  for (const Row& row : rows) {
    const auto asked = read_claims_parameter(row.text);
    ASSERT_TRUE(asked) << row.text;
    EXPECT_EQ(asked->claims, json(row.claims)) << row.text;
    EXPECT_EQ(asked->capable, row.capable) << row.text;
  }
}

TEST(ClaimsParameter, IsRefusedWhereItIsNone) {
  for (const std::string_view text :
       {"", "x", "[]", "1", "\"c1\"", R"({"access_token":[]})", R"({"access_token":"acrs"})",
        "eyJhY2Nlc3NfdG9rZW4iOnt9fQ==", "{\"access_token\":{"}) {
    EXPECT_FALSE(read_claims_parameter(text)) << text;
  }
}

TEST(Challenge, IsAnsweredByTheTokenThatItsClaimsParameterGets) {
  const auto asked = read_claims_parameter(json_text(step_up_request("c7")));
  ASSERT_TRUE(asked);
  EXPECT_EQ(claim_values(Token{.claims = asked->claims}, "acrs"), std::vector<std::string>{"c7"});
}

TEST(ClaimValues, AreTexts) {
  using Texts = std::vector<std::string>;
  const Token app{.tenant_id = "t", .app = "a", .roles = {"r"}, .issued = challenge_time(5)};
  const Token user{.scopes = {"s1", "s2"}, .user = "u@x", .object_id = "o"};
  EXPECT_EQ(claim_values(app, "roles"), Texts{"r"});
  EXPECT_EQ(claim_values(app, "idtyp"), Texts{"app"});
  EXPECT_EQ(claim_values(app, "nbf"), Texts{"5"});
  EXPECT_EQ(claim_values(app, "tid"), Texts{"t"});
  EXPECT_EQ(claim_values(app, "upn"), Texts{});
  EXPECT_EQ(claim_values(app, "xms_cc"), Texts{});
  EXPECT_EQ(claim_values(app, "acrs"), Texts{});
  EXPECT_EQ(claim_values(user, "scp"), (Texts{"s1", "s2"}));
  EXPECT_EQ(claim_values(user, "upn"), Texts{"u@x"});
  EXPECT_EQ(claim_values(user, "sub"), Texts{"o"});
}

}  // namespace
}  // namespace graphfault::graph
