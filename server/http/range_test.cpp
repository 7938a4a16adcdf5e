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

struct Row {
  std::string_view header;
  std::uint64_t size;
  Range range;
};

TEST(ParseRange, ReadsOneRange) {
  for (const Row& row :
       {Row{"bytes=0-99", 1000, part(0, 99)}, Row{"bytes=0-0", 1, part(0, 0)},
        Row{"Bytes = 10 - 20", 1000, part(10, 20)}, Row{"bytes=900-", 1000, part(900, 999)},
        Row{"bytes=900-5000", 1000, part(900, 999)}, Row{"bytes=-50", 1000, part(950, 999)},
        Row{"bytes=-5000", 1000, part(0, 999)},
        Row{"bytes=0-99999999999999999999999", 1000, part(0, 999)}}) {
    EXPECT_EQ(parse_range(row.header, row.size), row.range) << row.header;
  }
}

TEST(ParseRange, TellsTheUnsatisfiableFromTheUnreadable) {
  for (const Row& row :
       {Row{"bytes=1000-", 1000, kUnsatisfiable}, Row{"bytes=-0", 1000, kUnsatisfiable},
        Row{"bytes=0-", 0, kUnsatisfiable}, Row{"bytes=-5", 0, kUnsatisfiable},
        Row{"bytes=99999999999999999999999-", 1000, kUnsatisfiable}, Row{"", 1000, kWhole},
        Row{"bytes", 1000, kWhole}, Row{"bytes=", 1000, kWhole}, Row{"bytes=-", 1000, kWhole},
        Row{"bytes=5", 1000, kWhole}, Row{"items=0-5", 1000, kWhole},
        Row{"bytes=5-2", 1000, kWhole}, Row{"bytes=a-b", 1000, kWhole},
        Row{"bytes=0-5,10-20", 1000, kWhole}, Row{"bytes=--5", 1000, kWhole},
        Row{"bytes=+1-5", 1000, kWhole}, Row{"bytes=1-5x", 1000, kWhole}}) {
    EXPECT_EQ(parse_range(row.header, row.size), row.range) << row.header;
  }
}

TEST(ContentRange, IsWrittenAsTheRfcSays) {
  EXPECT_EQ(content_range(part(0, 99), 1000), "bytes 0-99/1000");
  EXPECT_EQ(content_range(kUnsatisfiable, 1000), "bytes */1000");
}

}  // namespace
}  // namespace graphfault::http
