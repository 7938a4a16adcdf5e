// SPDX-License-Identifier: MIT
#include "graph/answers/retry_after.hpp"

#include "base/time_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::graph {
namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

const Instant kNow = *parse_iso_date("1994-11-06T08:49:37.400Z");

TEST(RetryAfter, WritesSeconds) {
  struct Row {
    Duration wait;
    std::string_view text;
  };
  const Row rows[] = {{seconds(2), "2"},
                      {milliseconds(2128), "2.128"},
                      {milliseconds(249), "0.249"},
                      {milliseconds(50), "0.05"},
                      {nanoseconds(1), "0.000000001"},
                      {seconds(0), "0"},
                      {seconds(315), "315"},
                      {seconds(-3), "0"}};
  for (const Row& row : rows) {
    const RetryAfterAnswer answer = retry_after_seconds(row.wait);
    EXPECT_EQ(answer.text, row.text);
    EXPECT_EQ(answer.window, std::max(row.wait, Duration::zero())) << row.text;
  }
}

TEST(RetryAfter, RoundsTheEndOfADateUp) {
  EXPECT_EQ(retry_after_date(seconds(30), kNow),
            (RetryAfterAnswer{"Sun, 06 Nov 1994 08:50:08 GMT", milliseconds(30600)}));
  EXPECT_EQ(retry_after_date(milliseconds(600), kNow),
            (RetryAfterAnswer{"Sun, 06 Nov 1994 08:49:38 GMT", milliseconds(600)}));
  EXPECT_EQ(retry_after_date(seconds(-30), kNow),
            (RetryAfterAnswer{"Sun, 06 Nov 1994 08:49:08 GMT", seconds(0)}));
}

TEST(RetryAfter, OpensAWindowForRawTextThatCanBeRead) {
  EXPECT_EQ(retry_after_raw("120", kNow), (RetryAfterAnswer{"120", seconds(120)}));
  EXPECT_EQ(retry_after_raw(" 2.5 ", kNow), (RetryAfterAnswer{" 2.5 ", milliseconds(2500)}));
  EXPECT_EQ(retry_after_raw("Sun, 06 Nov 1994 08:49:38 GMT", kNow).window, milliseconds(600));
  EXPECT_EQ(retry_after_raw("0", kNow), (RetryAfterAnswer{"0", seconds(0)}));
  EXPECT_EQ(retry_after_raw("Sun, 06 Nov 1994 08:49:30 GMT", kNow).window, seconds(0));
}

TEST(RetryAfter, OpensNoneForTextThatCannot) {
  for (const std::string_view text : {"31,120", "", " ", "soon", "-5", "+5", "1e3", "0x10", "2s",
                                      ".5", "5.", "1.2.3", "Sun, 06 Nov 1994", "\xff"}) {
    EXPECT_EQ(read_retry_after(text, kNow), std::nullopt) << text;
    EXPECT_EQ(retry_after_raw(std::string(text), kNow).window, seconds(0)) << text;
  }
}

TEST(RetryAfter, BoundsWhatNobodyWaitsFor) {
  const auto years = read_retry_after("99999999999999999999999999", kNow);
  ASSERT_TRUE(years);
  EXPECT_GT(*years, std::chrono::hours(24 * 3650));
  EXPECT_EQ(read_retry_after("9223372036854775807", kNow), years);
  EXPECT_EQ(read_retry_after("2777777777.104", kNow), years);
  EXPECT_EQ(read_retry_after("Sun, 22 Nov 2099 01:49:23 GMT", kNow), years);
  EXPECT_EQ(read_retry_after("1.0000000019999", kNow), seconds(1) + nanoseconds(1));
}

TEST(RetryAfter, TellsWhatIsLeftInWholeSeconds) {
  EXPECT_EQ(remaining_text(milliseconds(1001)), "2");
  EXPECT_EQ(remaining_text(seconds(1)), "1");
  EXPECT_EQ(remaining_text(nanoseconds(1)), "1");
  EXPECT_EQ(remaining_text(seconds(0)), "1");
}

}  // namespace
}  // namespace graphfault::graph
