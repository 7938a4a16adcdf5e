// SPDX-License-Identifier: MIT
#include "http/status.hpp"

#include <gtest/gtest.h>

namespace graphfault::http {
namespace {

TEST(ReasonPhrase, IsTheRegisteredOne) {
  struct Row {
    int status;
    std::string_view phrase;
  };
  for (const Row& row :
       {Row{200, "OK"}, Row{204, "No Content"}, Row{402, "Payment Required"}, Row{423, "Locked"},
        Row{424, "Failed Dependency"}, Row{429, "Too Many Requests"},
        Row{431, "Request Header Fields Too Large"}, Row{499, "Client Closed Request"},
        Row{507, "Insufficient Storage"}, Row{509, "Bandwidth Limit Exceeded"}}) {
    EXPECT_EQ(reason_phrase(row.status), row.phrase);
  }
  for (const int status : {-1, 0, 99, 299, 430, 512, 999}) {
    EXPECT_EQ(reason_phrase(status), "Unknown") << status;
  }
}

TEST(IsBodyless, FollowsMethodAndStatus) {
  EXPECT_TRUE(is_bodyless("HEAD", 200));
  EXPECT_TRUE(is_bodyless("GET", 100));
  EXPECT_TRUE(is_bodyless("GET", 204));
  EXPECT_TRUE(is_bodyless("GET", 304));
  EXPECT_FALSE(is_bodyless("GET", 200));
  EXPECT_FALSE(is_bodyless("head", 200));
  EXPECT_FALSE(is_bodyless("DELETE", 205));
}

}  // namespace
}  // namespace graphfault::http
