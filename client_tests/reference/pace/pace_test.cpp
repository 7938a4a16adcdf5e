// SPDX-License-Identifier: MIT
#include "pace/duration_text.hpp"
#include "pace/patience.hpp"
#include "pace/retry_after.hpp"
#include "testing/doubles.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace graphclient {
namespace {

using testing::FakeClock;
using testing::FakeRandom;

TEST(RetryAfter, ReadsEveryFormThatNamesAWait) {
  struct Row {
    Headers headers{};
    Milliseconds wait{};
  };
  const std::string date = "Thu, 15 Jan 2026 00:00:10 GMT";
  const std::vector<Row> rows{
      {{{"Retry-After", "2"}}, Milliseconds(2000)},
      {{{"retry-after", " 10 "}}, Milliseconds(10'000)},
      {{{"Retry-After", "2.128"}}, Milliseconds(2128)},
      {{{"Retry-After", "0.2491"}}, Milliseconds(250)},
      {{{"Retry-After", "0"}}, Milliseconds(0)},
      {{{"Retry-After", "315"}}, Milliseconds(315'000)},
      {{{"Retry-After", std::string(400, '9')}}, Milliseconds(366LL * 24 * 3600 * 1000)},
      // The service's clock is 5 s ahead of ours: its own Date counts.
      {{{"Date", "Thu, 15 Jan 2026 00:00:05 GMT"}, {"Retry-After", date}}, Milliseconds(5000)},
      {{{"Retry-After", date}}, Milliseconds(10'000)},
      {{{"Date", "never"}, {"Retry-After", date}}, Milliseconds(10'000)},
      {{{"Date", "Thu, 15 Jan 2026 01:00:00 GMT"}, {"Retry-After", date}}, Milliseconds(0)},
  };
  FakeClock clock;
  for (const Row& row : rows) {
    const auto wait = retry_after(row.headers, clock.now());
    ASSERT_TRUE(wait) << row.headers.back().value;
    EXPECT_EQ(*wait, row.wait) << row.headers.back().value;
  }
}

TEST(RetryAfter, IsUnreadableElsewise) {
  FakeClock clock;
  for (const char* text :
       {"", " ", "31,120", "31, 120", "-5", "+5", "soon", "2s", "1e3", "0x10", ".", "1.2.3", "inf",
        "nan", "2026-01-15T00:00:10Z", "Thu, 15 Jan 2026"}) {
    EXPECT_FALSE(retry_after({{"Retry-After", text}}, clock.now())) << text;
  }
  EXPECT_FALSE(retry_after({}, clock.now()));
  EXPECT_FALSE(retry_after({{"Retry-After", "1"}, {"Retry-After", "2"}}, clock.now()));
}

TEST(BackOff, DoublesWithJitterUpToItsCap) {
  const Patience patience{.first_delay = Milliseconds(1000), .longest_delay = Milliseconds(5000)};
  FakeRandom random;
  int attempt = 0;
  for (const int expected : {750, 1500, 3000, 3750, 3750}) {
    EXPECT_EQ(back_off(patience, ++attempt, random).count(), expected) << attempt;
  }
  EXPECT_EQ(back_off(patience, 1'000'000, random).count(), 3750);
}

TEST(BackOff, StaysBetweenHalfAndWhole) {
  const Patience patience{};
  const auto random = make_system_random();
  std::set<long> seen;
  for (int i = 0; i < 200; ++i) {
    const Milliseconds wait = back_off(patience, 3, *random);
    EXPECT_GE(wait, Milliseconds(2000));
    EXPECT_LE(wait, Milliseconds(4000));
    seen.insert(wait.count());
  }
  EXPECT_GT(seen.size(), 50U);
}

TEST(Deadline, EndsAtZero) {
  FakeClock clock;
  const Deadline deadline(clock, Milliseconds(1000));
  clock.sleep(Milliseconds(400));
  EXPECT_EQ(deadline.left(clock), Milliseconds(600));
  clock.sleep(Milliseconds(4000));
  EXPECT_EQ(deadline.left(clock), Milliseconds(0));
}

TEST(Guid, IsVersion4AndNew) {
  const auto random = make_system_random();
  const std::string one = new_guid(*random);
  EXPECT_EQ(one.size(), 36U);
  EXPECT_EQ(one[14], '4') << one;
  EXPECT_NE(std::string("89ab").find(one[19]), std::string::npos) << one;
  EXPECT_NE(one, new_guid(*random));
}

TEST(DurationText, NeedsAUnit) {
  EXPECT_EQ(parse_duration("200ms"), Milliseconds(200));
  EXPECT_EQ(parse_duration("2s"), Milliseconds(2000));
  EXPECT_EQ(parse_duration("5m"), Milliseconds(300'000));
  EXPECT_EQ(parse_duration("1h"), Milliseconds(3'600'000));
  EXPECT_EQ(parse_duration("0s"), Milliseconds(0));
  for (const char* text :
       {"", "5", "s", "-1s", "1.5s", "2 s", "2sec", "99999999999999999999s", "9999999h", "1s2"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
}

TEST(DurationText, IsShownRoundedUp) {
  EXPECT_EQ(shown_duration(Milliseconds(800)), "800 ms");
  EXPECT_EQ(shown_duration(Milliseconds(1001)), "2 s");
  EXPECT_EQ(shown_duration(Milliseconds(60'000)), "1 min");
  EXPECT_EQ(shown_duration(Milliseconds(185'000)), "3 min 5 s");
}

}  // namespace
}  // namespace graphclient
