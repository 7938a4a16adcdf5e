// SPDX-License-Identifier: MIT
#include "base/gzip.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace graphfault {
namespace {

constexpr std::size_t kLimit = 1 << 20;

std::string mixed_bytes(std::size_t size) {
  std::string out;
  std::uint32_t state = 1;
  while (out.size() < size) {
    state = state * 1664525U + 1013904223U;
    out += static_cast<char>(static_cast<unsigned char>(state >> 24U));
  }
  return out;
}

TEST(Gzip, GivesBackWhatWentIn) {
  const std::vector<std::string> texts = {"",
                                          "a",
                                          std::string(100'000, 'x'),
                                          mixed_bytes(70'000),
                                          mixed_bytes(16384),
                                          std::string(16384, 'y')};
  for (const std::string& text : texts) {
    EXPECT_EQ(gunzip(gzip(text), kLimit), text) << text.size();
  }
}

TEST(Gzip, CompressesText) { EXPECT_LT(gzip(std::string(10'000, 'x')).size(), 200U); }

TEST(Gunzip, ReadsSeveralMembers) {
  EXPECT_EQ(gunzip(gzip("one ") + gzip("") + gzip("two"), kLimit), "one two");
}

TEST(Gunzip, StopsAtTheLimit) {
  const std::string bomb = gzip(std::string(8 << 20, '\0'));
  EXPECT_EQ(gunzip(bomb, kLimit), tl::unexpected(GunzipFault::too_large));
  EXPECT_EQ(gunzip(gzip("12345"), 4), tl::unexpected(GunzipFault::too_large));
  EXPECT_EQ(gunzip(gzip("1234"), 4), "1234");
  EXPECT_EQ(gunzip(gzip("12") + gzip("345"), 4), tl::unexpected(GunzipFault::too_large));
}

TEST(Gunzip, RefusesWhatIsNoGzip) {
  const std::string good = gzip("some text that is long enough to be cut in the middle");
  std::string wrong_sum = good;
  wrong_sum[wrong_sum.size() - 6] = static_cast<char>(wrong_sum[wrong_sum.size() - 6] ^ 1);
  const std::vector<std::string> bad = {"",
                                        "plain",
                                        "\x1f\x8b",
                                        good.substr(0, 5),
                                        good.substr(0, good.size() / 2),
                                        good.substr(0, good.size() - 1),
                                        good + "x",
                                        good + good.substr(0, 10),
                                        wrong_sum};
  for (const std::string& bytes : bad) {
    EXPECT_EQ(gunzip(bytes, kLimit), tl::unexpected(GunzipFault::malformed)) << bytes.size();
  }
}

}  // namespace
}  // namespace graphfault
