// SPDX-License-Identifier: MIT
#include "graph/odata/filter_lexer.hpp"

#include "base/letter_case.hpp"

namespace graphfault::graph {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || c == '_' || c == '$'; }

FilterToken::Kind mark_kind(char c) {
  using Kind = FilterToken::Kind;
  switch (c) {
    case '(':
      return Kind::open;
    case ')':
      return Kind::close;
    case ',':
      return Kind::comma;
    case '/':
      return Kind::slash;
    case ':':
      return Kind::colon;
    default:
      return Kind::end;
  }
}

}  // namespace

FilterToken FilterLexer::bare(FilterToken::Kind kind, std::string_view more) {
  const std::size_t start = at_++;
  while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]) ||
                                more.find(text_[at_]) != std::string_view::npos)) {
    ++at_;
  }
  return {.kind = kind, .text = std::string(text_.substr(start, at_ - start)), .position = start};
}

Result<FilterToken> FilterLexer::quoted() {
  FilterToken token{.kind = FilterToken::Kind::text, .text = {}, .position = at_};
  for (++at_; at_ < text_.size(); ++at_) {
    if (text_[at_] != '\'') {
      token.text += text_[at_];
    } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '\'') {
      token.text += '\'';
      ++at_;
    } else {
      ++at_;
      return token;
    }
  }
  return fail("There is an unterminated string literal at position " +
              std::to_string(token.position) + " in '" + std::string(text_) + "'.");
}

Result<FilterToken> FilterLexer::next() {
  while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) {
    ++at_;
  }
  if (at_ == text_.size()) {
    return FilterToken{.kind = FilterToken::Kind::end, .text = {}, .position = at_};
  }
  const char c = text_[at_];
  if (c == '\'') {
    return quoted();
  }
  if (is_digit(c) || c == '-') {
    return bare(FilterToken::Kind::literal, ".:+-");
  }
  if (is_letter(c)) {
    return bare(FilterToken::Kind::word, ".-@#");
  }
  const auto kind = mark_kind(c);
  if (kind == FilterToken::Kind::end) {
    return fail("Syntax error: character '" + std::string(1, c) + "' is not valid at position " +
                std::to_string(at_) + " in '" + std::string(text_) + "'.");
  }
  return FilterToken{.kind = kind, .text = std::string(1, c), .position = at_++};
}

}  // namespace graphfault::graph
