// SPDX-License-Identifier: MIT
#include "journal/redaction.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace graphfault::journal {
namespace {

struct TextCase {
  const char* text;
  const char* kept;
};

TEST(Redaction, Headers) {
  const http::Headers sent = {{"authorization", "Bearer abc.def.ghi"},
                              {"Accept", "application/json"},
                              {"Cookie", "session=secret"},
                              {"Proxy-Authorization", "nothing-but-the-secret"},
                              {"COOKIE", "again=secret"}};
  const http::Headers kept = {{"authorization", "Bearer [redacted]"},
                              {"Accept", "application/json"},
                              {"Cookie", "[redacted]"},
                              {"Proxy-Authorization", "[redacted]"},
                              {"COOKIE", "[redacted]"}};
  EXPECT_EQ(redact(sent), kept);
  http::Headers moved = sent;
  EXPECT_EQ(redact(std::move(moved)), kept);
}

TEST(Redaction, OneSecretHeaderIsReplacedInPlace) {
  http::Headers sent = {{"Accept", "*/*"}, {"Authorization", "Bearer Junk"}, {"X", "y"}};
  EXPECT_EQ(redact(std::move(sent)),
            (http::Headers{{"Accept", "*/*"}, {"Authorization", "Bearer [redacted]"}, {"X", "y"}}));
}

TEST(Redaction, HeadersWithoutASecretStay) {
  http::Headers sent = {{"Accept", "*/*"}, {"X-Authorization-Hint", "kept"}};
  const http::Headers kept = sent;
  EXPECT_EQ(redact(std::move(sent)), kept);
}

TEST(Redaction, Form) {
  const TextCase cases[] = {
      {"", ""},
      {"&", "&"},
      {"grant_type=client_credentials", "grant_type=client_credentials"},
      {"client_id=a&client_secret=s3cr%20t&scope=x",
       "client_id=a&client_secret=[redacted]&scope=x"},
      {"client_secret=last", "client_secret=[redacted]"},
      {"Client%5FSecret=hidden&a=b", "Client%5FSecret=[redacted]&a=b"},
      {"client_secret=&a=b", "client_secret=&a=b"},
      {"client_secret", "client_secret"},
      {"password=p&username=u", "password=[redacted]&username=u"},
      {"refresh_token=r&assertion=a&code=c&device_code=d",
       "refresh_token=[redacted]&assertion=[redacted]&code=[redacted]&device_code=[redacted]"},
      {"client_assertion=eyJ&client_assertion_type=urn",
       "client_assertion=[redacted]&client_assertion_type=urn"},
      {"$skiptoken=abc&$top=5", "$skiptoken=abc&$top=5"},
      {"access_token=eyJ", "access_token=[redacted]"},
  };
  for (const TextCase& c : cases) {
    EXPECT_EQ(redact_form(c.text), c.kept) << c.text;
  }
}

TEST(Redaction, Json) {
  const TextCase cases[] = {
      {"", ""},
      {"no json", "no json"},
      {"\"", "\""},
      {R"({"access_token":"eyJ.a.b","expires_in":3599})",
       R"({"access_token":"[redacted]","expires_in":3599})"},
      {R"({"access_token" : "eyJ)", R"({"access_token" : "[redacted])"},
      {R"({"access_token":"with \" quote","a":1})", R"({"access_token":"[redacted]","a":1})"},
      {R"({"access_token":{"acrs":{"essential":true}}})",
       R"({"access_token":{"acrs":{"essential":true}}})"},
      {R"({"a":"access_token"})", R"({"a":"access_token"})"},
      {R"({"passwordProfile":{"password":"hunter2","forceChangePasswordNextSignIn":true}})",
       R"({"passwordProfile":{"password":"[redacted]","forceChangePasswordNextSignIn":true}})"},
      {R"({"requests":[{"headers":{"Authorization":"Bearer x"}}]})",
       R"({"requests":[{"headers":{"Authorization":"[redacted]"}}]})"},
      {R"({"refresh_token":"r","id_token":"i"})",
       R"({"refresh_token":"[redacted]","id_token":"[redacted]"})"},
      {R"({"error":{"code":"InvalidAuthenticationToken"}})",
       R"({"error":{"code":"InvalidAuthenticationToken"}})"},
      {R"({"client_secret":)", R"({"client_secret":)"},
      {R"({"client_secret)", R"({"client_secret)"},
      {"{\"client_secret\":\"ends in \\", "{\"client_secret\":\"[redacted]"},
  };
  for (const TextCase& c : cases) {
    EXPECT_EQ(redact_tokens(c.text), c.kept) << c.text;
  }
}

}  // namespace
}  // namespace graphfault::journal
