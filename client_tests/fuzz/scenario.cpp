// SPDX-License-Identifier: MIT
// The loader gives a scenario that can be told, or problems in the order of their places.
#include "base/problem.hpp"
#include "driver/target.hpp"
#include "scenario/describe/explain.hpp"
#include "scenario/loading/load.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace graphfault::fuzz {
namespace {

constexpr std::array<std::string_view, 2> kFindings{"retry-after-honoured", "token-cached"};

Result<std::string> read_file(std::string_view path) {
  return path == "users.json" ? Result<std::string>(R"([{"id":"u1","displayName":"Ada"}])")
                              : fail("no such file");
}

bool earlier(const Problem& a, const Problem& b) { return a.place.line < b.place.line; }

}  // namespace

void try_input(std::string_view input) {
  const scenario::Loaded loaded = scenario::load(
      input, {.file = "fuzz.yaml", .read_file = read_file, .finding_ids = kFindings});
  if (loaded) {
    require(!scenario::explain(**loaded).empty(), "a scenario has a story");
    return;
  }
  const Problems& problems = loaded.error();
  require(!problems.empty(), "no scenario without a problem");
  require(std::is_sorted(problems.begin(), problems.end(), earlier), "problems are in order");
  require(!render(problems).empty(), "problems have texts");
}

}  // namespace graphfault::fuzz
