// SPDX-License-Identifier: MIT
#include "scenario/yaml/report.hpp"

#include "base/counted.hpp"

#include <algorithm>
#include <tuple>

namespace graphfault::scenario {
namespace {

constexpr std::size_t kMostProblems = 1000;

}  // namespace

void Report::add(Mark at, std::string message, std::string hint) {
  if (problems_.size() >= kMostProblems) {
    ++left_out_;
    return;
  }
  problems_.push_back({.message = std::move(message),
                       .hint = std::move(hint),
                       .place = place(at),
                       .source_line = std::string(source_.line(at.line))});
}

Place Report::place(Mark mark) const {
  return {.file = file_, .line = mark.line, .column = mark.column};
}

Problems Report::take() {
  std::stable_sort(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  if (left_out_ > 0) {
    problems_.push_back(
        {.message = "and " + counted(left_out_, "more problem"), .place = {.file = file_}});
  }
  return std::move(problems_);
}

}  // namespace graphfault::scenario
