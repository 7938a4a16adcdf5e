// SPDX-License-Identifier: MIT
#include "wire/base64.hpp"
#include "wire/headers.hpp"
#include "wire/http_date.hpp"
#include "wire/json.hpp"
#include "wire/url.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphclient {
namespace {

TEST(Url, SplitsAbsoluteUrls) {
  struct Row {
    std::string text{};
    std::string origin{};
    std::string target{};
  };
  const std::vector<Row> rows{
      {"http://localhost:8080/v1.0/users?$top=5", "http://localhost:8080", "/v1.0/users?$top=5"},
      {"HTTPS://Graph.Microsoft.com/v1.0", "https://graph.microsoft.com", "/v1.0"},
      {"https://graph.microsoft.com:443/x", "https://graph.microsoft.com", "/x"},
      {"http://h:80", "http://h", "/"},
      {"http://[::1]:9/a#part", "http://[::1]:9", "/a"},
      {"http://h?x=1", "http://h", "/?x=1"},
  };
  for (const Row& row : rows) {
    const std::optional<Url> url = parse_url(row.text);
    ASSERT_TRUE(url) << row.text;
    EXPECT_EQ(url->origin, row.origin) << row.text;
    EXPECT_EQ(url->target, row.target) << row.text;
  }
}

TEST(Url, RefusesEverythingElse) {
  for (const char* text : {"", "/v1.0/users", "localhost:8080", "ftp://h/x", "http://", "http:///x",
                           "http://user:pw@h/x", "javascript:alert(1)"}) {
    EXPECT_FALSE(parse_url(text)) << text;
  }
}

TEST(Url, ComparesOrigins) {
  EXPECT_TRUE(same_origin("http://A:80/x", "http://a/y"));
  EXPECT_FALSE(same_origin("http://a/x", "https://a/x"));
  EXPECT_FALSE(same_origin("http://a/x", "http://a.evil/x"));
  EXPECT_FALSE(same_origin("http://a:1/x", "http://a:2/x"));
  EXPECT_FALSE(same_origin("/x", "/x"));
}

TEST(Url, ResolvesLocations) {
  EXPECT_EQ(resolve_url("http://a/x?y", "http://b/z"), "http://b/z");
  EXPECT_EQ(resolve_url("http://a:1/x/y", "/z?q=1"), "http://a:1/z?q=1");
  EXPECT_FALSE(resolve_url("http://a/x", "z"));
  EXPECT_FALSE(resolve_url("http://a/x", "//b/z"));
  EXPECT_FALSE(resolve_url("http://a/x", ""));
}

TEST(Url, EncodesQueryValues) {
  EXPECT_EQ(percent_encode("userType eq 'Guest'"), "userType%20eq%20%27Guest%27");
  EXPECT_EQ(percent_encode("a+b&c=\xC3\xA9"), "a%2Bb%26c%3D%C3%A9");
  EXPECT_EQ(percent_encode("A-z_0.9~"), "A-z_0.9~");
}

TEST(Headers, FindsAndReplacesWithoutRegardToCase) {
  Headers headers{{"Retry-After", "1"}, {"X", "a"}, {"x", "b"}};
  EXPECT_EQ(header_or_empty(headers, "retry-after"), "1");
  EXPECT_EQ(all_headers(headers, "X"), (std::vector<std::string>{"a", "b"}));
  set_header(headers, "RETRY-AFTER", "2");
  EXPECT_EQ(headers.front(), (Header{"Retry-After", "2"}));
  EXPECT_EQ(headers.size(), 3U);
  set_header(headers, "New", "3");
  EXPECT_EQ(headers.back(), (Header{"New", "3"}));
}

TEST(Base64, DecodesAllFourSpellings) {
  EXPECT_EQ(decode_base64("eyJhIjoiPz8/In0="), "{\"a\":\"???\"}");
  EXPECT_EQ(decode_base64("eyJhIjoiPz8_In0"), "{\"a\":\"???\"}");
  EXPECT_EQ(decode_base64("YQ=="), "a");
  EXPECT_EQ(decode_base64(""), "");
}

TEST(Base64, RefusesWhatIsNone) {
  for (const char* text : {"a", "YQ=", "Y===", "YQ==YQ==", "{\"a\":1}", "eyJ h", "=", "===="}) {
    EXPECT_FALSE(decode_base64(text)) << text;
  }
}

TEST(HttpDate, ReadsAllThreeForms) {
  for (const char* text : {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
                           "Sun Nov  6 08:49:37 1994"}) {
    const auto time = parse_http_date(text);
    ASSERT_TRUE(time) << text;
    EXPECT_EQ(time->time_since_epoch().count(), 784111777) << text;
    EXPECT_EQ(http_date(*time), "Sun, 06 Nov 1994 08:49:37 GMT");
  }
}

TEST(HttpDate, RefusesWhatIsNone) {
  for (const char* text :
       {"", "soon", "120", "Sun, 31 Feb 2021 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Foo 1994 08:49:37 GMT",
        "Sun, 06 Nov 99999 08:49:37 GMT", "1994-11-06T08:49:37Z", "Sun, -6 Nov 1994 08:49 GMT"}) {
    EXPECT_FALSE(parse_http_date(text)) << text;
  }
}

TEST(JsonText, IsReadWithoutThrowing) {
  EXPECT_FALSE(parse_json(""));
  EXPECT_FALSE(parse_json("<html>"));
  EXPECT_FALSE(parse_json("{\"value\":[{\"id\":"));
  EXPECT_FALSE(parse_json("{} {}"));
  const Json value = *parse_json("{\"b\":1,\"a\":\"x\"}");
  EXPECT_EQ(text_of(value, "a"), "x");
  EXPECT_EQ(text_of(value, "b"), "");
  EXPECT_EQ(text_of(Json::array(), "a"), "");
  EXPECT_EQ(compact(value), "{\"b\":1,\"a\":\"x\"}");
  EXPECT_EQ(compact(Json("\xFF")), "\"\xEF\xBF\xBD\"");
}

}  // namespace
}  // namespace graphclient
