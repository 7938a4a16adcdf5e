// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/yaml/node.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace graphfault::scenario {

/// A text by lines. Keeps a view: the text must outlive it.
class SourceText {
 public:
  explicit SourceText(std::string_view text);

  std::string_view text() const { return text_; }
  int line_count() const { return static_cast<int>(starts_.size()); }
  /// The line without its line end; empty beyond the text. Lines count from 1.
  std::string_view line(int number) const;
  Mark mark_at(std::size_t offset) const;
  /// The byte offset of a mark; the text's size beyond it.
  std::size_t offset_of(Mark mark) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

/// The first byte that no text file has: a broken UTF-8 sequence or a control character.
std::optional<std::size_t> find_binary(std::string_view text);

}  // namespace graphfault::scenario
