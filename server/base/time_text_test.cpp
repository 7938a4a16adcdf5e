// SPDX-License-Identifier: MIT
#include "base/time_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault {
namespace {

using namespace std::chrono_literals;

Instant at(std::int64_t seconds, Duration more = {}) {
  return Instant(std::chrono::seconds(seconds)) + more;
}

constexpr std::int64_t kRfcExample = 784111777;  // RFC 9110 section 5.6.7

TEST(TimeText, WritesEachForm) {
  const Instant time = at(kRfcExample, 987ms);
  EXPECT_EQ(http_date(time), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(graph_date(time), "1994-11-06T08:49:37");
  EXPECT_EQ(iso_date(time), "1994-11-06T08:49:37Z");
  EXPECT_EQ(iso_date_millis(time), "1994-11-06T08:49:37.987Z");
  EXPECT_EQ(iso_date_millis(at(0, 7ms)), "1970-01-01T00:00:00.007Z");
  EXPECT_EQ(sign_in_date(time), "1994-11-06 08:49:37Z");
  EXPECT_EQ(unix_seconds(time), kRfcExample);
  EXPECT_EQ(unix_seconds(at(0, -1ms)), -1);
  EXPECT_EQ(http_date(at(-1)), "Wed, 31 Dec 1969 23:59:59 GMT");
  EXPECT_EQ(http_date(at(1709210096)), "Thu, 29 Feb 2024 12:34:56 GMT");
}

TEST(ParseHttpDate, ReadsWhatHttpDateWrites) {
  for (const std::int64_t seconds : {std::int64_t{0}, kRfcExample, std::int64_t{1709210096}}) {
    EXPECT_EQ(parse_http_date(http_date(at(seconds))), at(seconds));
  }
}

TEST(ParseHttpDate, RefusesOtherTexts) {
  for (const std::string_view bad :
       {"", "Sun, 06 Nov 1994 08:49:37", "Mon, 06 Nov 1994 08:49:37 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nox 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994 08:60:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT ", "Thu, 30 Feb 2024 12:34:56 GMT",
        "Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 9999 08:49:37 GMT", "120"}) {
    EXPECT_EQ(parse_http_date(bad), std::nullopt) << bad;
  }
}

TEST(ParseIsoDate, ReadsDatesWithAndWithoutTimes) {
  struct Row {
    std::string_view text;
    Instant time;
  };
  for (const Row& row :
       {Row{"1994-11-06", at(kRfcExample) - 8h - 49min - 37s},
        Row{"1994-11-06T08:49:37", at(kRfcExample)}, Row{"1994-11-06T08:49:37Z", at(kRfcExample)},
        Row{"1994-11-06t08:49:37z", at(kRfcExample)},
        Row{"1994-11-06T08:49:37.5Z", at(kRfcExample, 500ms)},
        Row{"1994-11-06T08:49:37.1234567Z", at(kRfcExample, 123456700ns)},
        Row{"1994-11-06T08:49:37.1234567899Z", at(kRfcExample, 123456789ns)},
        Row{"1994-11-06T10:49:37+02:00", at(kRfcExample)},
        Row{"1994-11-06T01:19:37-0730", at(kRfcExample)}}) {
    EXPECT_EQ(parse_iso_date(row.text), row.time) << row.text;
  }
}

TEST(ParseIsoDate, RefusesOtherTexts) {
  for (const std::string_view bad : {"",
                                     "1994",
                                     "1994-11",
                                     "1994-11-6",
                                     "1994-13-01",
                                     "1994-00-01",
                                     "1994-02-29",
                                     "1994-11-06T",
                                     "1994-11-06T08:49",
                                     "1994-11-06T08:49:37.",
                                     "1994-11-06T08:49:37.Z",
                                     "1994-11-06T25:00:00Z",
                                     "1994-11-06T08:49:61Z",
                                     "1994-11-06T08:49:37Zx",
                                     "1994-11-06T08:49:37+2",
                                     "1994-11-06 x",
                                     "1994-11-06T08:49:37+24:00",
                                     "0001-01-01T00:00:00Z",
                                     "9999-12-31",
                                     "-994-11-06",
                                     "abcd-ef-gh"}) {
    EXPECT_EQ(parse_iso_date(bad), std::nullopt) << bad;
  }
}

TEST(ParseDuration, ReadsEveryUnit) {
  struct Row {
    std::string_view text;
    Duration duration;
  };
  for (const Row& row :
       {Row{"0", 0s}, Row{"0s", 0s}, Row{"200ms", 200ms}, Row{"2s", 2s}, Row{"2.5s", 2500ms},
        Row{"2.128s", 2128ms}, Row{"5m", 5min}, Row{"1h", 1h}, Row{"90us", 90us}, Row{"0.1h", 6min},
        Row{"1.5m", 90s}, Row{"0.123456789s", 123456789ns}, Row{"0.0000000001s", 0s},
        Row{"007s", 7s}, Row{"87600h", 87600h}}) {
    EXPECT_EQ(parse_duration(row.text), row.duration) << row.text;
  }
}

TEST(ParseDuration, SaysWhatIsWrongAndHowToWriteIt) {
  struct Row {
    std::string_view text;
    std::string_view why;
  };
  for (const Row& row :
       {Row{"", "no number"}, Row{"s", "no number"}, Row{"2", "no unit"}, Row{"00", "no unit"},
        Row{"2.5", "no unit"}, Row{"-2s", "negative"}, Row{"2.s", "no number"},
        Row{".5s", "no number"}, Row{"2 s", "no unit is called ' s'"}, Row{"2S", "called 'S'"},
        Row{"2sec", "called 'sec'"}, Row{"2s ", "called 's '"}, Row{"1h30m", "called 'h30m'"},
        Row{"87601h", "10 years"}, Row{"99999999999999999999s", "10 years"},
        Row{"87600.1h", "10 years"}, Row{"+2s", "no number"}, Row{"1e3s", "called 'e3s'"}}) {
    const auto read = parse_duration(row.text);
    ASSERT_FALSE(read.has_value()) << row.text;
    EXPECT_THAT(read.error().message, ::testing::HasSubstr(std::string(row.why)));
    EXPECT_THAT(read.error().hint, ::testing::HasSubstr("200ms"));
  }
}

TEST(DurationText, IsTheShortestExactForm) {
  struct Row {
    Duration duration;
    std::string_view text;
  };
  for (const Row& row : {Row{0s, "0s"}, Row{2s, "2s"}, Row{200ms, "200ms"}, Row{1h, "1h"},
                         Row{1500ms, "1.5s"}, Row{90s, "90s"}, Row{61min, "61m"}, Row{120s, "2m"},
                         Row{2128ms, "2.128s"}, Row{1001us, "1.001ms"}, Row{90us, "90us"},
                         Row{1500ns, "1.5us"}, Row{5ns, "0.005us"}, Row{3600500ms, "3600.5s"}}) {
    EXPECT_EQ(duration_text(row.duration), row.text);
    EXPECT_EQ(parse_duration(row.text), row.duration) << row.text;
  }
  EXPECT_EQ(duration_text(-2s), "-2s");
}

}  // namespace
}  // namespace graphfault
