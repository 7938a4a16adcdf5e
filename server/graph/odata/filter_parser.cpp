// SPDX-License-Identifier: MIT
// $filter by recursive descent: one member function for each level of the grammar.
#include "graph/odata/filter_parser.hpp"

#include "base/letter_case.hpp"
#include "graph/odata/filter_lexer.hpp"
#include "graph/odata/filter_words.hpp"
#include "graph/odata/odata_filter.hpp"
#include "graph/odata/odata_literal.hpp"

#include <optional>
#include <utility>

namespace graphfault::graph {
namespace {

using TokenKind = FilterToken::Kind;
using Parsed = Result<Filter>;

class FilterParser {
 public:
  explicit FilterParser(std::string_view text) : lexer_(text) {}

  Parsed whole() {
    if (!advance()) {
      return problem();
    }
    Parsed filter = chain("or", Filter::Kind::either);
    if (filter && token_.kind != TokenKind::end) {
      return unexpected();
    }
    return filter;
  }

 private:
  /// Reads the next token; false where there is none to be read, with the problem kept.
  bool advance() {
    auto token = lexer_.next();
    if (!token) {
      problem_ = std::move(token.error());
      return false;
    }
    token_ = *std::move(token);
    return true;
  }

  tl::unexpected<Problem> problem() { return tl::unexpected<Problem>(std::move(problem_)); }
  tl::unexpected<Problem> failed(const std::string& what) {
    return fail(what + " at position " + std::to_string(token_.position) + " in '" +
                std::string(lexer_.text()) + "'.");
  }
  tl::unexpected<Problem> unexpected() {
    return failed(token_.kind == TokenKind::end ? "Expression expected" : "Syntax error");
  }

  bool at_word(std::string_view word) const {
    return token_.kind == TokenKind::word && equal_ignoring_case(token_.text, word);
  }

  /// Takes a token of that kind; otherwise false, with a problem that names what was expected.
  bool take(TokenKind kind, std::string_view name) {
    if (token_.kind != kind) {
      problem_ = failed("'" + std::string(name) + "' expected").value();
      return false;
    }
    return advance();
  }

  /// Operands joined by `or` (of `and` chains) or by `and`.
  Parsed chain(std::string_view word, Filter::Kind kind) {
    const bool outer = kind == Filter::Kind::either;
    Parsed first = outer ? chain("and", Filter::Kind::both) : unary();
    if (!first || !at_word(word)) {
      return first;
    }
    Filter joined{.kind = kind};
    joined.operands.push_back(*std::move(first));
    while (at_word(word)) {
      if (!advance()) {
        return problem();
      }
      Parsed next = outer ? chain("and", Filter::Kind::both) : unary();
      if (!next) {
        return next;
      }
      joined.operands.push_back(*std::move(next));
    }
    return joined;
  }

  Parsed unary() {
    if (++depth_ > kMaxFilterDepth) {
      return failed("The recursion limit of filters has been exceeded");
    }
    Parsed filter = at_word("not")                   ? negation()
                    : token_.kind == TokenKind::open ? group()
                                                     : predicate();
    --depth_;
    return filter;
  }

  Parsed negation() {
    if (!advance()) {
      return problem();
    }
    Parsed operand = unary();
    if (!operand) {
      return operand;
    }
    Filter filter{.kind = Filter::Kind::negation};
    filter.operands.push_back(*std::move(operand));
    return filter;
  }

  Parsed group() {
    if (!advance()) {
      return problem();
    }
    Parsed filter = chain("or", Filter::Kind::either);
    if (filter && !take(TokenKind::close, ")")) {
      return problem();
    }
    return filter;
  }

  Parsed predicate() {
    if (token_.kind == TokenKind::text || token_.kind == TokenKind::literal) {
      return turned_comparison();
    }
    Filter leaf;
    if (!path(leaf)) {
      return problem();
    }
    if (token_.kind != TokenKind::open) {
      return relation(std::move(leaf));
    }
    return leaf.path.empty() && !leaf.of_element ? call() : lambda(std::move(leaf));
  }

  /// Reads names joined by slashes. Stops at a parenthesis, with the name before it in called_. The
  /// variable of the any() around it is dropped from the path.
  bool path(Filter& leaf) {
    while (true) {
      if (token_.kind != TokenKind::word || (leaf.path.empty() && is_reserved(token_.text))) {
        problem_ = unexpected().value();
        return false;
      }
      std::string name = std::move(token_.text);
      if (!advance()) {
        return false;
      }
      if (token_.kind == TokenKind::open) {
        called_ = std::move(name);
        return true;
      }
      if (leaf.path.empty() && !leaf.of_element && !variable_.empty() && name == variable_) {
        leaf.of_element = true;
      } else {
        leaf.path.push_back(std::move(name));
      }
      if (token_.kind != TokenKind::slash) {
        return true;
      }
      if (!advance()) {
        return false;
      }
    }
  }

  /// A path that is neither a call nor an any().
  bool plain_path(Filter& leaf) {
    if (!path(leaf)) {
      return false;
    }
    if (token_.kind == TokenKind::open) {
      problem_ = unexpected().value();
      return false;
    }
    return true;
  }

  Parsed relation(Filter leaf) {
    if (token_.kind != TokenKind::word) {
      return truth(std::move(leaf));
    }
    if (at_word("in")) {
      return advance() ? membership(std::move(leaf)) : Parsed(problem());
    }
    const auto comparison = comparison_named(token_.text);
    if (!comparison) {
      return truth(std::move(leaf));
    }
    leaf.comparison = *comparison;
    return advance() ? with_literal(std::move(leaf)) : Parsed(problem());
  }

  /// A property alone is asked whether it is true; what follows is the caller's to refuse.
  Parsed truth(Filter leaf) {
    leaf.literals.emplace_back(true);
    return leaf;
  }

  Parsed with_literal(Filter leaf) {
    if (!literal(leaf.literals)) {
      return problem();
    }
    return leaf;
  }

  bool literal(std::vector<Value>& out) {
    std::optional<Value> value;
    if (token_.kind == TokenKind::text) {
      value = Value(token_.text);
    } else if (token_.kind == TokenKind::literal || token_.kind == TokenKind::word) {
      value = bare_literal(token_.text);
    }
    if (!value) {
      problem_ = unexpected().value();
      return false;
    }
    out.push_back(*std::move(value));
    return advance();
  }

  Parsed membership(Filter leaf) {
    leaf.kind = Filter::Kind::membership;
    if (!take(TokenKind::open, "(") || !literal(leaf.literals)) {
      return problem();
    }
    while (token_.kind == TokenKind::comma) {
      if (!advance() || !literal(leaf.literals)) {
        return problem();
      }
    }
    if (!take(TokenKind::close, ")")) {
      return problem();
    }
    return leaf;
  }

  Parsed turned_comparison() {
    Filter leaf;
    if (!literal(leaf.literals)) {
      return problem();
    }
    const auto comparison =
        token_.kind == TokenKind::word ? comparison_named(token_.text) : std::nullopt;
    if (!comparison) {
      return unexpected();
    }
    leaf.comparison = turned(*comparison);
    if (!advance()) {
      return problem();
    }
    return plain_path(leaf) ? Parsed(std::move(leaf)) : Parsed(problem());
  }

  Parsed call() {
    const auto function = text_function_named(called_);
    if (!function) {
      return fail("An unknown function with name '" + called_ +
                  "' was found. This may also be a function import or a key lookup on a "
                  "navigation property, which is not allowed.");
    }
    Filter leaf{.kind = Filter::Kind::text_function};
    leaf.function = *function;
    if (!take(TokenKind::open, "(") || !plain_path(leaf) || !take(TokenKind::comma, ",")) {
      return problem();
    }
    if (token_.kind != TokenKind::text) {
      return failed("A string literal expected");
    }
    if (!literal(leaf.literals) || !take(TokenKind::close, ")")) {
      return problem();
    }
    return after_call(std::move(leaf));
  }

  /// `startsWith(...) eq true` is the call alone, `eq false` its negation.
  Parsed after_call(Filter leaf) {
    if (!at_word("eq")) {
      return leaf;
    }
    std::vector<Value> wanted;
    if (!advance() || !literal(wanted)) {
      return problem();
    }
    const auto* flag = std::get_if<bool>(&wanted.front());
    if (flag == nullptr) {
      return failed("A Boolean literal expected before");
    }
    if (*flag) {
      return leaf;
    }
    Filter negated{.kind = Filter::Kind::negation};
    negated.operands.push_back(std::move(leaf));
    return negated;
  }

  Parsed lambda(Filter leaf) {
    if (!equal_ignoring_case(called_, "any")) {
      return fail("An unknown function with name '" + called_ + "' was found.");
    }
    if (!variable_.empty()) {
      return failed("any() inside any() is not supported");
    }
    leaf.kind = Filter::Kind::any;
    if (!take(TokenKind::open, "(")) {
      return problem();
    }
    if (token_.kind == TokenKind::word && !lambda_body(leaf)) {
      return problem();
    }
    if (!take(TokenKind::close, ")")) {
      return problem();
    }
    return leaf;
  }

  bool lambda_body(Filter& leaf) {
    const std::string variable = token_.text;
    if (!advance() || !take(TokenKind::colon, ":")) {
      return false;
    }
    variable_ = variable;
    Parsed operand = chain("or", Filter::Kind::either);
    variable_.clear();
    if (!operand) {
      problem_ = std::move(operand.error());
      return false;
    }
    leaf.operands.push_back(*std::move(operand));
    return true;
  }

  FilterLexer lexer_;
  FilterToken token_{};
  Problem problem_{};
  std::string variable_{};
  std::string called_{};
  int depth_ = 0;
};

}  // namespace

Result<Filter> parse_filter(std::string_view text) {
  if (text.size() > kMaxFilterLength) {
    return fail("The filter is longer than " + std::to_string(kMaxFilterLength) + " characters.");
  }
  return FilterParser(text).whole();
}

}  // namespace graphfault::graph
