// SPDX-License-Identifier: MIT
// Good scenarios, spoiled at random with a fixed seed: the loader gives a scenario or problems with
// places, and never crashes or runs away.
#include "base/random.hpp"
#include "scenario/describe/describe.hpp"
#include "scenario/describe/explain.hpp"
#include "scenario/testing/loading.hpp"
#include "scenario/testing/shipped.hpp"
#include "scenario/yaml/document.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace graphfault::scenario {
namespace {

constexpr std::array<std::string_view, 28> kPieces{"{",          "}",
                                                   "[",          "]",
                                                   ": ",         "- ",
                                                   "\n",         "\t",
                                                   "'",          "\"",
                                                   "&a ",        "*a",
                                                   "<<: *a",     "!!str ",
                                                   "~",          "999999999999999999999",
                                                   "-1",         "0",
                                                   "%",          "\xC3\xA9",
                                                   "\xFF",       "times: always",
                                                   "error: 429", "---\n",
                                                   "|\n  ",      "/**",
                                                   R"(\u0000)",  R"("\x00\uD800")"};

std::string mutate(std::string text, Random& random) {
  const std::uint64_t changes = 1 + random.next() % 4;
  for (std::uint64_t i = 0; i < changes && !text.empty(); ++i) {
    const std::size_t at = random.next() % text.size();
    const std::size_t length = std::min<std::size_t>(random.next() % 12, text.size() - at);
    switch (random.next() % 4) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, kPieces[random.next() % kPieces.size()]);
        break;
      case 2:
        text.insert(random.next() % text.size(), text.substr(at, length));
        break;
      default:
        text[at] = static_cast<char>(random.next() % 256);
        break;
    }
  }
  return text;
}

bool in_order(const Problems& problems) {
  return std::is_sorted(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return a.place.line < b.place.line;
  });
}

/// True where the text is a scenario all the same.
bool check(std::string_view text) {
  const Loaded loaded = load_text(text);
  if (loaded) {
    EXPECT_FALSE(explain(**loaded).empty());
    return true;
  }
  EXPECT_FALSE(loaded.error().empty()) << text;
  EXPECT_TRUE(in_order(loaded.error())) << text;
  EXPECT_FALSE(render(loaded.error()).empty()) << text;
  return false;
}

TEST(Mutations, OfTheShippedScenariosNeverCrash) {
  Random random(20'240'218);
  int good = 0;
  int bad = 0;
  for (const ShippedFile& file : shipped_scenarios()) {
    const std::string_view body = std::string_view(file.text).substr(file.text.find("summary:"));
    for (int i = 0; i < 120; ++i) {
      (check(mutate(std::string(body), random)) ? good : bad) += 1;
    }
  }
  EXPECT_GT(good, 20);
  EXPECT_GT(bad, 500);
}

TEST(Mutations, OfPureNoiseNeverCrash) {
  Random random(7);
  for (int i = 0; i < 500; ++i) {
    std::string text;
    for (std::uint64_t piece = random.next() % 40; piece > 0; --piece) {
      text += kPieces[random.next() % kPieces.size()];
    }
    check(text);
  }
}

TEST(Limits, AnAliasBombIsRefused) {
  std::string text = "summary: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    text += "k" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int copy = 0; copy < 9; ++copy) {
      text += before + ", ";
    }
    text += before + "]\n";
  }
  EXPECT_NE(problems_of(text).find("the file has more than 300000 values, aliases written out"),
            std::string::npos);
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) {
    out += text;
  }
  return out;
}

TEST(Limits, DeepNestingIsRefused) {
  for (const int depth : {60, 400, 20'000}) {
    const std::string maps = "summary: " + repeated("{a: ", depth) + repeated("}", depth);
    EXPECT_NE(problems_of(maps).find("the file is nested deeper than 48 levels"), std::string::npos)
        << depth;
    const std::string lists = "summary: " + repeated("[", depth) + repeated("]", depth);
    EXPECT_NE(problems_of(lists).find("the file is nested deeper than 48 levels"),
              std::string::npos)
        << depth;
    EXPECT_NE(problems_of("summary: " + repeated("[", depth)), "") << depth;
  }
  EXPECT_NE(problems_of("summary: " + repeated("[", 40) + repeated("]", 40)).find("takes text"),
            std::string::npos);
}

TEST(Limits, AFileBeyondOneMebibyteIsRefused) {
  const std::string fits = "summary: " + std::string(kMaxFileBytes - 10, 'x') + "\n";
  EXPECT_EQ(problems_of(fits), "");
  const Loaded loaded = load_text(fits + "#");
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().front().message,
            "the file has 1048577 bytes, and a scenario may have at most 1 MiB");
}

TEST(Limits, TenThousandRulesLoad) {
  std::string text = "rules:\n";
  for (int i = 0; i < 10'000; ++i) {
    text += "- {when: GET /bench/" + std::to_string(i) + ", then: {error: 429}}\n";
  }
  EXPECT_EQ(scenario_of(text)->rules.size(), 10'000U);
}

TEST(Limits, ThousandsOfProblemsAreCutOff) {
  struct Row {
    int problems;
    std::string_view last;
  };
  for (const Row& row : {Row{1'500, "bad.yaml: and 500 more problems\n"},
                         Row{1'001, "bad.yaml: and 1 more problem\n"}}) {
    std::string text = "rules:\n";
    for (int i = 0; i < row.problems; ++i) {
      text += "- 5\n";
    }
    const Loaded loaded = load_text(text);
    ASSERT_FALSE(loaded.has_value());
    EXPECT_EQ(loaded.error().size(), 1'001U);
    EXPECT_EQ(render(loaded.error().back()), row.last);
  }
}

}  // namespace
}  // namespace graphfault::scenario
