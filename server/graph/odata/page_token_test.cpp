// SPDX-License-Identifier: MIT
#include "graph/odata/page_token.hpp"

#include "base/base64.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace graphfault::graph {
namespace {

PageToken sample() {
  PageToken token;
  token.kind = PageToken::Kind::delta_link;
  token.page = 7;
  token.position = 999'900;
  token.change = 12;
  token.query = 0xFFFF'FFFF'FFFF'FFFFU;
  token.issued = Instant(std::chrono::seconds(1'760'000'000));
  token.note = "id,displayName";
  return token;
}

TEST(PageToken, ComesBackAsItWent) {
  const PageToken token = sample();
  EXPECT_EQ(read_page_token(write_page_token(token)), token);
  EXPECT_EQ(read_page_token(write_page_token(PageToken{})), PageToken{});
}

TEST(PageToken, LooksLikeGraphs) {
  EXPECT_EQ(write_page_token(sample()).substr(0, 9), "RFNwdAoAA");
}

TEST(PageToken, ReadsTheHexadecimalForm) {
  const auto bytes = from_base64(write_page_token(sample()));
  ASSERT_TRUE(bytes);
  std::string hex = "X'";
  for (const char c : *bytes) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    hex += kDigits[byte / 16U];
    hex += kDigits[byte % 16U];
  }
  EXPECT_EQ(read_page_token(hex + "'"), sample());
  EXPECT_FALSE(read_page_token(hex));
  EXPECT_FALSE(read_page_token(hex + "0'"));
  EXPECT_FALSE(read_page_token("X'GG'"));
}

TEST(PageToken, TellsItsPage) {
  EXPECT_EQ(page_of(write_page_token(sample())), 7);
  EXPECT_EQ(page_of("2"), std::nullopt);
  EXPECT_EQ(page_of(""), std::nullopt);
}

TEST(PageToken, ForgedOrCutTokensAreNone) {
  const std::string good = write_page_token(sample());
  for (std::size_t i = 0; i < good.size(); ++i) {
    EXPECT_FALSE(read_page_token(good.substr(0, i))) << i;
    std::string changed = good;
    changed[i] = changed[i] == 'x' ? 'y' : 'x';
    const auto read = read_page_token(changed);
    // The last character may carry bits that base64 ignores.
    EXPECT_TRUE(!read || (i + 1 == good.size() && *read == sample())) << i;
  }
  for (const std::string text : {"RFNwdAoAAQ", "!!!!", "X''", "X'44537074'", " "}) {
    EXPECT_FALSE(read_page_token(text)) << text;
  }
}

}  // namespace
}  // namespace graphfault::graph
