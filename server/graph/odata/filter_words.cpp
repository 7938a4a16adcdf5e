// SPDX-License-Identifier: MIT
#include "graph/odata/filter_words.hpp"

#include "base/letter_case.hpp"
#include "graph/odata/odata_literal.hpp"

#include <array>

namespace graphfault::graph {
namespace {

template <class T>
struct Named {
  std::string_view name{};
  T value{};
};

constexpr std::array<Named<Comparison>, 6> kComparisons = {{{"eq", Comparison::eq},
                                                            {"ne", Comparison::ne},
                                                            {"gt", Comparison::gt},
                                                            {"ge", Comparison::ge},
                                                            {"lt", Comparison::lt},
                                                            {"le", Comparison::le}}};
constexpr std::array<Named<TextFunction>, 3> kFunctions = {
    {{"startsWith", TextFunction::starts_with},
     {"endsWith", TextFunction::ends_with},
     {"contains", TextFunction::contains}}};

template <class T, std::size_t N>
std::optional<T> named(const std::array<Named<T>, N>& table, std::string_view name) {
  for (const auto& row : table) {
    if (equal_ignoring_case(row.name, name)) {
      return row.value;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Comparison> comparison_named(std::string_view word) {
  return named(kComparisons, word);
}

std::optional<TextFunction> text_function_named(std::string_view word) {
  return named(kFunctions, word);
}

bool is_reserved(std::string_view word) {
  return comparison_named(word) || bare_literal(word) || equal_ignoring_case(word, "and") ||
         equal_ignoring_case(word, "or") || equal_ignoring_case(word, "in");
}

Comparison turned(Comparison comparison) {
  switch (comparison) {
    case Comparison::gt:
      return Comparison::lt;
    case Comparison::ge:
      return Comparison::le;
    case Comparison::lt:
      return Comparison::gt;
    case Comparison::le:
      return Comparison::ge;
    case Comparison::eq:
    case Comparison::ne:
      break;
  }
  return comparison;
}

}  // namespace graphfault::graph
