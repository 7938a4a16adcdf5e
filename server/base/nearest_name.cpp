// SPDX-License-Identifier: MIT
#include "base/nearest_name.hpp"

#include "base/letter_case.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace graphfault {
namespace {

using Row = std::vector<std::size_t>;

/// True where the two characters before `i` of a are those before `j` of b, swapped.
bool swapped(std::string_view a, std::size_t i, std::string_view b, std::size_t j) {
  return i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
}

/// The distances between the first i characters of a and every start of b, from the two rows
/// before.
Row next_row(std::string_view a, std::size_t i, std::string_view b, const Row& back,
             const Row& two_back) {
  Row row(b.size() + 1, i);
  for (std::size_t j = 1; j <= b.size(); ++j) {
    const std::size_t replaced = lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1;
    row[j] = std::min({back[j] + 1, row[j - 1] + 1, back[j - 1] + replaced});
    if (swapped(a, i, b, j)) {
      row[j] = std::min(row[j], two_back[j - 2] + 1);
    }
  }
  return row;
}

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
std::size_t distance(std::string_view a, std::string_view b) {
  Row two_back;
  Row back(b.size() + 1);
  std::iota(back.begin(), back.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    Row row = next_row(a, i, b, back, two_back);
    two_back = std::exchange(back, std::move(row));
  }
  return back[b.size()];
}

}  // namespace

std::optional<std::string> nearest_name(std::string_view written,
                                        std::span<const std::string_view> allowed) {
  std::optional<std::string> best;
  std::size_t best_distance = 0;
  for (const std::string_view name : allowed) {
    const std::size_t longer = std::max(written.size(), name.size());
    const std::size_t shorter = std::min(written.size(), name.size());
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
