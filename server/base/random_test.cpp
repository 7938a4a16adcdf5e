// SPDX-License-Identifier: MIT
#include "base/random.hpp"

#include <gtest/gtest.h>

#include <set>

namespace graphfault {
namespace {

TEST(Random, IsSplitMix64) {  // the published generator's first numbers for seed 1234567
  Random random(1234567);
  EXPECT_EQ(random.next(), 6457827717110365317U);
  EXPECT_EQ(random.next(), 3203168211198807973U);
  EXPECT_EQ(random.next(), 9817491932198370423U);
}

TEST(Random, UnitStaysBelowOneAndSpreads) {
  Random random(7);
  double sum = 0;
  for (int i = 0; i < 10'000; ++i) {
    const double value = random.unit();
    ASSERT_GE(value, 0.0);
    ASSERT_LT(value, 1.0);
    sum += value;
  }
  EXPECT_NEAR(sum / 10'000, 0.5, 0.02);
}

TEST(Random, GuidsAreVersion4AndDiffer) {
  Random random(7);
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string guid = random.guid();
    ASSERT_TRUE(is_guid(guid)) << guid;
    ASSERT_EQ(guid[14], '4');
    ASSERT_NE(std::string("89ab").find(guid[19]), std::string::npos);
    ASSERT_TRUE(seen.insert(guid).second);
  }
  EXPECT_EQ(Random(7).guid(), Random(7).guid());
}

TEST(Mix, DependsOnSeedAndIndexAlone) {
  EXPECT_EQ(mix(1, 2), mix(1, 2));
  std::set<std::uint64_t> seen;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    for (std::uint64_t index = 0; index < 30; ++index) {
      EXPECT_TRUE(seen.insert(mix(seed, index)).second) << seed << ' ' << index;
    }
  }
}

TEST(HashOf, TellsTextsApart) {
  EXPECT_EQ(hash_of("throttled"), hash_of("throttled"));
  EXPECT_NE(hash_of("throttled"), hash_of("Throttled"));
  EXPECT_NE(hash_of(""), hash_of(std::string_view("\0", 1)));
}

TEST(GuidOf, DependsOnTheNameAlone) {
  EXPECT_EQ(guid_of("default"), guid_of("default"));
  EXPECT_NE(guid_of("default"), guid_of("default.t1"));
  EXPECT_TRUE(is_guid(guid_of("")));
  EXPECT_EQ(guid_of("default")[14], '8');
}

TEST(IsGuid, TakesNothingElse) {
  EXPECT_TRUE(is_guid("11111111-2222-3333-4444-5555555555aF"));
  for (const std::string_view bad :
       {"", "11111111-2222-3333-4444-55555555555", "11111111-2222-3333-4444-5555555555555",
        "1111111122223333444455555555555555555", "11111111-2222-3333-4444-55555555555g",
        "1111111-12222-3333-4444-555555555555", "{1111111-2222-3333-4444-55555555555}"}) {
    EXPECT_FALSE(is_guid(bad)) << bad;
  }
}

}  // namespace
}  // namespace graphfault
