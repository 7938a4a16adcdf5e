// SPDX-License-Identifier: MIT
#include "http/percent.hpp"

#include <gtest/gtest.h>

namespace graphfault::http {
namespace {

TEST(PercentDecode, ReadsEscapesAndKeepsBrokenOnes) {
  struct Row {
    std::string_view text;
    std::string_view decoded;
  };
  for (const Row& row :
       {Row{"", ""}, Row{"plain", "plain"}, Row{"%24top", "$top"}, Row{"a%20b%2Fc%2f", "a b/c/"},
        Row{"%C3%A9", "\xc3\xa9"}, Row{"%", "%"}, Row{"a%2", "a%2"}, Row{"%zz", "%zz"},
        Row{"%%41", "%A"}, Row{"%2525", "%25"}, Row{"100%", "100%"}, Row{"a+b", "a+b"},
        Row{"%00", std::string_view("\0", 1)}}) {
    EXPECT_EQ(percent_decode(row.text), row.decoded) << row.text;
  }
}

TEST(PercentDecode, ReadsAPlusAsABlankInQueries) {
  EXPECT_EQ(percent_decode("a+b%2B+", Plus::space), "a b+ ");
  EXPECT_EQ(percent_decode("ab", Plus::space), "ab");
}

TEST(PercentEncode, KeepsUnreservedCharacters) {
  EXPECT_EQ(percent_encode("aZ09-._~"), "aZ09-._~");
  EXPECT_EQ(percent_encode("a b/c?d=e&f+g%"), "a%20b%2Fc%3Fd%3De%26f%2Bg%25");
  EXPECT_EQ(percent_encode("\xc3\xa9"), "%C3%A9");
  EXPECT_EQ(percent_encode("$top=a/b", "$/="), "$top=a/b");
}

TEST(PercentEncode, ComesBackThroughDecode) {
  std::string every;
  for (int c = 0; c < 256; ++c) {
    every += static_cast<char>(static_cast<unsigned char>(c));
  }
  EXPECT_EQ(percent_decode(percent_encode(every)), every);
  EXPECT_EQ(percent_decode(percent_encode(every), Plus::space), every);
}

}  // namespace
}  // namespace graphfault::http
