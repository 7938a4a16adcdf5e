// SPDX-License-Identifier: MIT
#include "http/range.hpp"

#include <gtest/gtest.h>

namespace graphfault::http {
namespace {

constexpr Range kWhole{};
constexpr Range kUnsatisfiable{.kind = Range::Kind::unsatisfiable};

constexpr Range part(std::uint64_t first, std::uint64_t last) {
  return {.kind = Range::Kind::part, .first = first, .last = last};
}

struct RangeRow {
  std::string_view header;
  std::uint64_t size;
  Range range;
};

TEST(ParseRange, ReadsOneRange) {
  for (const RangeRow& row :
       {RangeRow{"bytes=0-99", 1000, part(0, 99)}, RangeRow{"bytes=0-0", 1, part(0, 0)},
        RangeRow{"Bytes = 10 - 20", 1000, part(10, 20)},
        RangeRow{"bytes=900-", 1000, part(900, 999)},
        RangeRow{"bytes=900-5000", 1000, part(900, 999)},
        RangeRow{"bytes=-50", 1000, part(950, 999)}, RangeRow{"bytes=-5000", 1000, part(0, 999)},
        RangeRow{"bytes=0-99999999999999999999999", 1000, part(0, 999)}}) {
    EXPECT_EQ(parse_range(row.header, row.size), row.range) << row.header;
  }
}

TEST(ParseRange, TellsTheUnsatisfiableFromTheUnreadable) {
  for (const RangeRow& row :
       {RangeRow{"bytes=1000-", 1000, kUnsatisfiable}, RangeRow{"bytes=-0", 1000, kUnsatisfiable},
        RangeRow{"bytes=0-", 0, kUnsatisfiable}, RangeRow{"bytes=-5", 0, kUnsatisfiable},
        RangeRow{"bytes=99999999999999999999999-", 1000, kUnsatisfiable},
        RangeRow{"", 1000, kWhole}, RangeRow{"bytes", 1000, kWhole},
        RangeRow{"bytes=", 1000, kWhole}, RangeRow{"bytes=-", 1000, kWhole},
        RangeRow{"bytes=5", 1000, kWhole}, RangeRow{"items=0-5", 1000, kWhole},
        RangeRow{"bytes=5-2", 1000, kWhole}, RangeRow{"bytes=a-b", 1000, kWhole},
        RangeRow{"bytes=0-5,10-20", 1000, kWhole}, RangeRow{"bytes=--5", 1000, kWhole},
        RangeRow{"bytes=+1-5", 1000, kWhole}, RangeRow{"bytes=1-5x", 1000, kWhole}}) {
    EXPECT_EQ(parse_range(row.header, row.size), row.range) << row.header;
  }
}

TEST(ContentRange, IsWrittenAsTheRfcSays) {
  EXPECT_EQ(content_range(part(0, 99), 1000), "bytes 0-99/1000");
  EXPECT_EQ(content_range(kUnsatisfiable, 1000), "bytes */1000");
}

}  // namespace
}  // namespace graphfault::http
