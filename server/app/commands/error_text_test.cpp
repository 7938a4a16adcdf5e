// SPDX-License-Identifier: MIT
#include "app/commands/error_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(ErrorText, AllOfThem) {
  const std::string text = *error_text("");
  EXPECT_THAT(text, StartsWith("STATUS  ID "));
  for (const char* part : {"TooManyRequests", "insufficient-claims-401", "AADSTS7000215",
                           "documented", "captured", "inferred"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
}

TEST(ErrorText, SeveralByStatusOrCode) {
  const std::string forbidden = *error_text("403");
  EXPECT_THAT(forbidden, HasSubstr("Authorization_RequestDenied"));
  EXPECT_THAT(forbidden, Not(HasSubstr("429")));
  EXPECT_THAT(*error_text("invalidauthenticationtoken"), HasSubstr("token-expired"));
}

TEST(ErrorText, OneInFull) {
  const std::string text = *error_text("token-expired");
  EXPECT_THAT(text, StartsWith("id:       token-expired\nevidence: "));
  EXPECT_THAT(text, HasSubstr("\nHTTP/1.1 401 Unauthorized\n"));
  EXPECT_THAT(text, HasSubstr(R"({"error":{"code":"InvalidAuthenticationToken")"));
  const std::string sign_in = *error_text("AADSTS7000215");
  EXPECT_THAT(sign_in, HasSubstr(R"("error":"invalid_client")"));
  EXPECT_EQ(sign_in, *error_text("7000215"));
}

TEST(ErrorText, AnUnknownName) {
  EXPECT_EQ(error_text("TooManyRequest").error().hint, "did you mean TooManyRequests?");
  EXPECT_EQ(error_text("999").error().message, "no error is named '999'");
  EXPECT_EQ(error_text("qqqqqqqqqqqq").error().hint, "graphfault errors lists them all");
}

}  // namespace
}  // namespace graphfault::app
