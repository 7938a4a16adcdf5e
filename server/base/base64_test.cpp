// SPDX-License-Identifier: MIT
#include "base/base64.hpp"

#include <gtest/gtest.h>

namespace graphfault {
namespace {

struct Base64Row {
  std::string_view bytes;
  std::string_view standard;
  std::string_view url_safe;
};

// RFC 4648 section 10, and bytes whose digits differ between the alphabets.
constexpr Base64Row kRows[] = {
    {"", "", ""},
    {"f", "Zg==", "Zg"},
    {"fo", "Zm8=", "Zm8"},
    {"foo", "Zm9v", "Zm9v"},
    {"foob", "Zm9vYg==", "Zm9vYg"},
    {"fooba", "Zm9vYmE=", "Zm9vYmE"},
    {"foobar", "Zm9vYmFy", "Zm9vYmFy"},
    {"\xfb\xff\xfe", "+//+", "-__-"},
    {std::string_view("\0\0", 2), "AAA=", "AAA"},
};

TEST(Base64, WritesAndReadsBothAlphabets) {
  for (const Base64Row& row : kRows) {
    EXPECT_EQ(base64(row.bytes), row.standard);
    EXPECT_EQ(base64url(row.bytes), row.url_safe);
    EXPECT_EQ(from_base64(row.standard), row.bytes);
    EXPECT_EQ(from_base64(row.url_safe), row.bytes);
  }
}

TEST(Base64, RefusesWhatIsNoBase64) {
  for (const std::string_view bad : {"Z", "Zm9vY", "Zg=", "Zg===", "Zm9v=", "Zm9v====", "=",
                                     "Z=g=", "Zm 9v", "Zm9v\n", "Zm9*", "Z\xc3\xa4=="}) {
    EXPECT_EQ(from_base64(bad), std::nullopt) << bad;
  }
}

}  // namespace
}  // namespace graphfault
