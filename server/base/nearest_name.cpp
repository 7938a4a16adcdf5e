// SPDX-License-Identifier: MIT
#include "base/nearest_name.hpp"

#include "base/letter_case.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace graphfault {
namespace {

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> two_back(b.size() + 1);
  std::vector<std::size_t> back(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(back.begin(), back.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({back[j] + 1, row[j - 1] + 1, back[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
          lower(a[i - 2]) == lower(b[j - 1])) {
        row[j] = std::min(row[j], two_back[j - 2] + 1);
      }
    }
    two_back.swap(back);
    back.swap(row);
  }
  return back[b.size()];
}

}  // namespace

std::optional<std::string> nearest_name(std::string_view written,
                                        std::span<const std::string_view> allowed) {
  std::optional<std::string> best;
  std::size_t best_distance = 0;
  for (const std::string_view name : allowed) {
    const auto [shorter, longer] = std::minmax(written.size(), name.size());
    if (longer - shorter > longer / 3) {
      continue;
    }
    const std::size_t apart = distance(written, name);
    if (apart <= longer / 3 && (!best || apart < best_distance)) {
      best = std::string(name);
      best_distance = apart;
    }
  }
  return best;
}

std::string alternatives(std::span<const std::string_view> allowed) {
  std::string out;
  for (std::size_t i = 0; i < allowed.size(); ++i) {
    if (i > 0) {
      out += i + 1 == allowed.size() ? " or " : ", ";
    }
    out += allowed[i];
  }
  return out;
}

}  // namespace graphfault
