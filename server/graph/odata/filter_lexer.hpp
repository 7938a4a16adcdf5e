// SPDX-License-Identifier: MIT
// The words of a $filter, one after the other.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace graphfault::graph {

struct FilterToken {
  enum class Kind { end, word, literal, text, open, close, comma, slash, colon };
  Kind kind = Kind::end;
  std::string text{};  ///< a word or a bare literal as written; a text without quotes, '' undone
  std::size_t position = 0;  ///< in bytes, from 0

  bool operator==(const FilterToken&) const = default;
};

/// Reads a text that outlives it. Problems: an unterminated text, a character that starts nothing.
class FilterLexer {
 public:
  explicit FilterLexer(std::string_view text) : text_(text) {}

  /// Kind::end for ever once the text is used up.
  Result<FilterToken> next();
  std::string_view text() const { return text_; }

 private:
  Result<FilterToken> quoted();
  FilterToken bare(FilterToken::Kind kind, std::string_view more);

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace graphfault::graph
