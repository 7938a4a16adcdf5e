// SPDX-License-Identifier: MIT
#include "verdict/report/timeline_svg.hpp"

#include "verdict/testing/journal_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

std::vector<std::string> ticks_of(const std::string& svg) {
  constexpr std::string_view kTick = R"(class="tick")";
  std::vector<std::string> ticks;
  for (auto at = svg.find(kTick); at != std::string::npos; at = svg.find(kTick, at + 1)) {
    const std::size_t text = svg.find('>', at) + 1;
    ticks.push_back(svg.substr(text, svg.find('<', text) - text));
  }
  return ticks;
}

TEST(TimelineSvg, PartsAnyTimeIntoEightRoundPiecesAtMost) {
  struct Row {
    std::string_view journal;
    std::vector<std::string> ticks;
  };
  const std::vector<Row> rows = {
      {"0 GET /a 200 | 7000 GET /b 200", {"0 s", "1 s", "2 s", "3 s", "4 s", "5 s", "6 s", "7 s"}},
      {"0 GET /a 200 | 9000 GET /b 200", {"0 s", "2 s", "4 s", "6 s", "8 s"}},
      {"0 GET /a 200 | 38000 GET /b 200",
       {"0 s", "5 s", "10 s", "15 s", "20 s", "25 s", "30 s", "35 s"}},
      {"0 GET /a 200 | 57000 GET /b 200", {"0 s", "10 s", "20 s", "30 s", "40 s", "50 s"}},
      {"0 GET /a 200 | 7300000 GET /b 200",
       {"0 s", "1000 s", "2000 s", "3000 s", "4000 s", "5000 s", "6000 s", "7000 s"}},
  };
  for (const Row& row : rows) {
    const Record record(journal_of(row.journal), {.ended = true});
    EXPECT_THAT(ticks_of(timeline_svg(record, "t")), ::testing::ElementsAreArray(row.ticks))
        << row.journal;
  }
}

}  // namespace
}  // namespace graphfault::verdict
