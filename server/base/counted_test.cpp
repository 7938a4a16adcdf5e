// SPDX-License-Identifier: MIT
#include "base/counted.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace graphfault {
namespace {

constexpr std::uint64_t kOpen = std::numeric_limits<std::uint64_t>::max();

TEST(Counted, TheNounAgreesWithTheNumber) {
  struct Row {
    std::uint64_t number;
    std::string_view one;
    std::string_view many;
    std::string_view text;
  };
  for (const Row& row :
       {Row{1, "request", "", "1 request"}, Row{2, "request", "", "2 requests"},
        Row{0, "request", "", "0 requests"}, Row{21, "request", "", "21 requests"},
        Row{1, "process", "processes", "1 process"}, Row{0, "process", "processes", "0 processes"},
        Row{kOpen, "byte", "", "18446744073709551615 bytes"}}) {
    EXPECT_EQ(counted(row.number, row.one, row.many), row.text);
  }
}

TEST(Counted, TheNounAlone) {
  EXPECT_EQ(agreeing(1, "request was", "requests were"), "request was");
  EXPECT_EQ(agreeing(0, "request was", "requests were"), "requests were");
  EXPECT_EQ(agreeing(2, "operation"), "operations");
}

TEST(Counted, Times) {
  EXPECT_EQ(how_often(0), "0 times");
  EXPECT_EQ(how_often(1), "once");
  EXPECT_EQ(how_often(2), "2 times");
}

TEST(Counted, Bounds) {
  struct Row {
    std::uint64_t least;
    std::uint64_t most;
    std::string_view text;
  };
  for (const Row& row : {Row{3, 3, "3"}, Row{0, 0, "0"}, Row{2, 6, "2 to 6"},
                         Row{3, kOpen, "at least 3"}, Row{0, kOpen, "at least 0"},
                         Row{kOpen, kOpen, "18446744073709551615"}, Row{0, 6, "at most 6"}}) {
    EXPECT_EQ(number_range(row.least, row.most), row.text);
  }
}

}  // namespace
}  // namespace graphfault
