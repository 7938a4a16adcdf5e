// SPDX-License-Identifier: MIT
#include "base/problem.hpp"

#include <gtest/gtest.h>

namespace graphfault {
namespace {

TEST(RenderProblem, ShowsPlaceLineCaretAndHint) {
  EXPECT_EQ(render(Problem{.message = "unknown key 'tims'",
                           .hint = "did you mean 'times'?",
                           .place = {.file = "a.yaml", .line = 3, .column = 10},
                           .source_line = "  then: {tims: 2}"}),
            "a.yaml:3:10: unknown key 'tims'\n"
            "    then: {tims: 2}\n"
            "           ^\n"
            "  did you mean 'times'?\n");
}

TEST(RenderProblem, LeavesOutWhatIsUnknown) {
  EXPECT_EQ(render(Problem{.message = "no such tenant"}), "no such tenant\n");
  EXPECT_EQ(render(Problem{.message = "empty", .place = {.file = "a.yaml"}}), "a.yaml: empty\n");
  EXPECT_EQ(render(Problem{.message = "m", .place = {.file = "a", .line = 2}, .source_line = "x"}),
            "a:2: m\n  x\n");
  EXPECT_EQ(render(Problem{.message = "m", .hint = "one\ntwo"}), "m\n  one\n  two\n");
}

TEST(RenderProblem, TheCaretStandsWhereItShould) {
  struct Row {
    std::string_view what;
    std::string line;
    int column;
    std::string shown;
  };
  const Row rows[] = {
      {"a tab is one blank", "\ta: b", 2,
       "  "
       " a: b\n"
       "  "
       " ^\n"},
      {"control characters are blanks", "a\x1b[31mb", 2, "  a [31mb\n   ^\n"},
      {"a character of two bytes is one column", "\xc3\xa9: x", 5, "  \xc3\xa9: x\n     ^\n"},
      {"a stray byte is one column", "\xff: x", 4, "   : x\n     ^\n"},
      {"past the end it stands at the end", "ab", 9, "  ab\n    ^\n"},
  };
  for (const Row& row : rows) {
    const Problem problem{.message = "m",
                          .place = {.file = "f", .line = 1, .column = row.column},
                          .source_line = row.line};
    EXPECT_EQ(render(problem), "f:1:" + std::to_string(row.column) + ": m\n" + row.shown)
        << row.what;
  }
}

TEST(RenderProblem, CutsALongLineAroundTheCaret) {
  const Problem problem{.message = "m",
                        .place = {.file = "f", .line = 1, .column = 501},
                        .source_line = std::string(500, 'a') + 'X' + std::string(500, 'b')};
  EXPECT_EQ(render(problem), "f:1:501: m\n  ..." + std::string(50, 'a') + 'X' +
                                 std::string(49, 'b') + "...\n  " + std::string(53, ' ') + "^\n");
}

TEST(RenderProblem, ShowsAllOfThem) {
  EXPECT_EQ(render(Problems{{.message = "one"}, {.message = "two"}}), "one\ntwo\n");
  EXPECT_EQ(render(Problems{}), "");
}

}  // namespace
}  // namespace graphfault
