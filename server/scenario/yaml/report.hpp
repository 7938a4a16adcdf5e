// SPDX-License-Identifier: MIT
#pragma once

#include "base/problem.hpp"
#include "scenario/yaml/source_text.hpp"

#include <cstddef>
#include <string>

namespace graphfault::scenario {

/// Collects the problems of one file, each with its place and its line.
class Report {
 public:
  Report(const SourceText& source, std::string file) : source_(source), file_(std::move(file)) {}

  void add(Mark at, std::string message, std::string hint = {});
  void add(const Node& at, std::string message, std::string hint = {}) {
    add(at.mark, std::move(message), std::move(hint));
  }
  /// A problem that a lower layer found, put in its place.
  void add(const Node& at, const Problem& problem) { add(at, problem.message, problem.hint); }

  Place place(Mark mark) const;
  const SourceText& source() const { return source_; }
  /// How many there are, left-out ones too.
  std::size_t count() const { return problems_.size() + left_out_; }
  /// In the order of their places. Beyond the first thousand they are only counted.
  Problems take();

 private:
  const SourceText& source_;
  std::string file_;
  Problems problems_;
  std::size_t left_out_ = 0;
};

}  // namespace graphfault::scenario
