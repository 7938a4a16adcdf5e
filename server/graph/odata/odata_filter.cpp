// SPDX-License-Identifier: MIT
// Evaluation.
#include "graph/odata/odata_filter.hpp"

#include "base/letter_case.hpp"

#include <algorithm>

namespace graphfault::graph {
namespace {

bool evaluate(const Filter& filter, const EntityView& view, const EntityView* element);

bool holds(Comparison comparison, const Value& value, const Value& literal) {
  const bool null_literal = std::holds_alternative<std::monostate>(literal);
  if (comparison == Comparison::eq || comparison == Comparison::ne) {
    const bool equal =
        null_literal ? std::holds_alternative<std::monostate>(value) : compare(value, literal) == 0;
    return equal == (comparison == Comparison::eq);
  }
  const auto order = compare(value, literal);
  if (!order) {
    return false;
  }
  switch (comparison) {
    case Comparison::gt:
      return *order > 0;
    case Comparison::ge:
      return *order >= 0;
    case Comparison::lt:
      return *order < 0;
    case Comparison::le:
      return *order <= 0;
    case Comparison::eq:
    case Comparison::ne:
      break;
  }
  return false;
}

bool holds(TextFunction function, const Value& value, const Value& literal) {
  const auto* text = std::get_if<std::string>(&value);
  const auto* part = std::get_if<std::string>(&literal);
  if (text == nullptr || part == nullptr || part->size() > text->size()) {
    return false;
  }
  const std::string_view whole = *text;
  switch (function) {
    case TextFunction::starts_with:
      return equal_ignoring_case(whole.substr(0, part->size()), *part);
    case TextFunction::ends_with:
      return equal_ignoring_case(whole.substr(whole.size() - part->size()), *part);
    case TextFunction::contains:
      break;
  }
  return lower(whole).find(lower(*part)) != std::string::npos;
}

bool any_element(const Filter& filter, const EntityView& view) {
  return view.any(filter.path, [&](const EntityView& element) {
    return filter.operands.empty() || evaluate(filter.operands.front(), view, &element);
  });
}

bool is_member(const Value& value, const std::vector<Value>& literals) {
  return std::any_of(literals.begin(), literals.end(),
                     [&](const Value& literal) { return holds(Comparison::eq, value, literal); });
}

bool evaluate(const Filter& filter, const EntityView& view, const EntityView* element) {
  const EntityView& from = filter.of_element && element != nullptr ? *element : view;
  const auto part = [&](const Filter& operand) { return evaluate(operand, view, element); };
  switch (filter.kind) {
    case Filter::Kind::either:
      return std::any_of(filter.operands.begin(), filter.operands.end(), part);
    case Filter::Kind::both:
      return std::all_of(filter.operands.begin(), filter.operands.end(), part);
    case Filter::Kind::negation:
      return !part(filter.operands.front());
    case Filter::Kind::comparison:
      return holds(filter.comparison, from.value(filter.path), filter.literals.front());
    case Filter::Kind::membership:
      return is_member(from.value(filter.path), filter.literals);
    case Filter::Kind::text_function:
      return holds(filter.function, from.value(filter.path), filter.literals.front());
    case Filter::Kind::any:
      break;
  }
  return any_element(filter, view);
}

}  // namespace

bool matches(const Filter& filter, const EntityView& view) {
  return evaluate(filter, view, nullptr);
}

}  // namespace graphfault::graph
