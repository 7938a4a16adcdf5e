// SPDX-License-Identifier: MIT
#include "graph/odata/filter_rules.hpp"

#include "base/letter_case.hpp"
#include "graph/errors/natural_error.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace graphfault::graph {
namespace {

using FilterKind = Filter::Kind;

/// The members of the complex properties whose types we know.
struct ComplexType {
  std::string_view property{};
  std::string_view name{};
  std::array<std::string_view, 6> members{};
};
constexpr std::array<ComplexType, 2> kComplexTypes = {
    {{kSignInActivity,
      "microsoft.graph.signInActivity",
      {"lastSignInDateTime", "lastSignInRequestId", "lastNonInteractiveSignInDateTime",
       "lastNonInteractiveSignInRequestId", "lastSuccessfulSignInDateTime",
       "lastSuccessfulSignInRequestId"}},
     {"identities",
      "microsoft.graph.objectIdentity",
      {"signInType", "issuer", "issuerAssignedId"}}}};

const ComplexType* complex_type(std::string_view property) {
  const auto* const at = std::find_if(kComplexTypes.begin(), kComplexTypes.end(),
                                      [&](const auto& type) { return type.property == property; });
  return at == kComplexTypes.end() ? nullptr : &*at;
}

bool is_leaf(const Filter& filter) {
  return filter.kind == FilterKind::comparison || filter.kind == FilterKind::membership ||
         filter.kind == FilterKind::text_function || filter.kind == FilterKind::any;
}

std::string_view edm_name(PropertyKind kind) {
  switch (kind) {
    case PropertyKind::text:
      return "Edm.String";
    case PropertyKind::boolean:
      return "Edm.Boolean";
    case PropertyKind::number:
      return "Edm.Double";
    case PropertyKind::date:
      return "Edm.DateTimeOffset";
    case PropertyKind::object:
    case PropertyKind::text_list:
    case PropertyKind::object_list:
      break;
  }
  return "Edm.ComplexType";
}

PropertyKind kind_of(const Value& literal) {
  constexpr std::array kKinds = {PropertyKind::object, PropertyKind::boolean, PropertyKind::number,
                                 PropertyKind::text, PropertyKind::date};
  return kKinds.at(literal.index());
}

std::string_view operator_name(const Filter& filter) {
  constexpr std::array<std::string_view, 6> kNames = {
      "Equal", "NotEqual", "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual"};
  return filter.kind == FilterKind::comparison
             ? kNames.at(static_cast<std::size_t>(filter.comparison))
             : "Equal";
}

std::string mismatch(PropertyKind property, const Value& literal, const Filter& filter) {
  std::string text =
      "A binary operator with incompatible types was detected. Found operand types '";
  text.append(edm_name(property)).append("' and '").append(edm_name(kind_of(literal)));
  return text.append("' for operator kind '").append(operator_name(filter)).append("'.");
}

/// What OData finds wrong, or nothing.
using Found = std::optional<std::string>;

Found check_literals(const Filter& leaf, PropertyKind kind) {
  for (const Value& literal : leaf.literals) {
    const bool null = std::holds_alternative<std::monostate>(literal);
    if (!null && kind_of(literal) != kind) {
      return mismatch(kind, literal, leaf);
    }
  }
  return std::nullopt;
}

/// Spells a member of a complex property and checks what it is compared with.
Found resolve_member(Filter& leaf, std::size_t at, const ComplexType* type) {
  if (type == nullptr || at >= leaf.path.size()) {
    return std::nullopt;
  }
  std::string& name = leaf.path[at];
  const auto* const known = std::find_if(
      type->members.begin(), type->members.end(),
      [&](auto member) { return !member.empty() && equal_ignoring_case(member, name); });
  if (known == type->members.end()) {
    return unknown_property_text(name, type->name);
  }
  name = *known;
  const bool date = name.ends_with("DateTime");
  return check_literals(leaf, date ? PropertyKind::date : PropertyKind::text);
}

/// Inside an any() over `list`.
Found resolve_element(Filter& filter, const Property& list) {
  for (Filter& operand : filter.operands) {
    if (auto found = resolve_element(operand, list)) {
      return found;
    }
  }
  if (!is_leaf(filter) || !filter.of_element) {
    return std::nullopt;
  }
  if (list.kind == PropertyKind::text_list) {
    return filter.path.empty() ? check_literals(filter, PropertyKind::text)
                               : Found(unknown_property_text(filter.path.front(), "Edm.String"));
  }
  return resolve_member(filter, 0, complex_type(list.name));
}

Found resolve_any(Filter& leaf, const Property& list) {
  for (Filter& operand : leaf.operands) {
    if (auto found = resolve_element(operand, list)) {
      return found;
    }
  }
  return std::nullopt;
}

Found resolve_leaf(Filter& leaf, const EntityType& type) {
  const Property* property = type.find(leaf.path.front());
  if (property == nullptr) {
    return leaf.path.front().starts_with("extension_")
               ? std::nullopt
               : Found(unknown_property_text(leaf.path.front(), type.name));
  }
  leaf.path.front() = property->name;
  if (leaf.kind == FilterKind::any) {
    return resolve_any(leaf, *property);
  }
  if (leaf.path.size() > 1) {
    return leaf.path.back() == "$count" ? std::nullopt
                                        : resolve_member(leaf, 1, complex_type(property->name));
  }
  const bool scalar = property->kind != PropertyKind::object &&
                      property->kind != PropertyKind::text_list &&
                      property->kind != PropertyKind::object_list;
  return scalar ? check_literals(leaf, property->kind) : std::nullopt;
}

Found resolve_tree(Filter& filter, const EntityType& type) {
  if (is_leaf(filter)) {
    // Inside an any() other operands are reached through it.
    return filter.path.empty() ? Found("An any() needs a property to look at.")
                               : resolve_leaf(filter, type);
  }
  for (Filter& operand : filter.operands) {
    if (auto found = resolve_tree(operand, type)) {
      return found;
    }
  }
  return std::nullopt;
}

/// The rules that hold for every directory object.
std::optional<GraphError> unsupported_operation(const Filter& filter, bool advanced) {
  if (advanced) {
    return std::nullopt;
  }
  if (filter.kind == FilterKind::negation) {
    return advanced_only("not");
  }
  if (filter.kind == FilterKind::comparison && filter.comparison == Comparison::ne) {
    return advanced_only("ne");
  }
  if (filter.kind == FilterKind::text_function && filter.function != TextFunction::starts_with) {
    return advanced_only(filter.function == TextFunction::ends_with ? "endsWith" : "contains");
  }
  if (is_leaf(filter) && filter.path.size() > 1 && filter.path.back() == "$count") {
    return advanced_only("$count");
  }
  return std::nullopt;
}

/// The rules of the property that a leaf reads.
std::optional<GraphError> unsupported_property(const Filter& leaf, const EntityType& type,
                                               bool advanced) {
  const Property* property = leaf.path.empty() ? nullptr : type.find(leaf.path.front());
  if (property == nullptr) {
    return std::nullopt;
  }
  const bool list =
      property->kind == PropertyKind::text_list || property->kind == PropertyKind::object_list;
  const bool whole = leaf.path.size() == 1 && leaf.kind != FilterKind::any;
  const bool never = property->filter == FilterSupport::none ||
                     (property->filter == FilterSupport::advanced && !advanced) ||
                     (whole && (list || property->kind == PropertyKind::object));
  const bool ends_with = leaf.kind == FilterKind::text_function &&
                         leaf.function == TextFunction::ends_with && !property->ends_with;
  if (never || ends_with) {
    return unsupported_filter(property->name, type.resource);
  }
  return std::nullopt;
}

bool reads_only(const Filter& filter, std::string_view property) {
  if (is_leaf(filter)) {
    return !filter.path.empty() && filter.path.front() == property;
  }
  return std::all_of(filter.operands.begin(), filter.operands.end(),
                     [&](const Filter& operand) { return reads_only(operand, property); });
}

std::optional<GraphError> unsupported_tree(const Filter& filter, const EntityType& type,
                                           bool advanced) {
  if (auto error = unsupported_operation(filter, advanced)) {
    return error;
  }
  if (is_leaf(filter) && !filter.of_element) {
    if (auto error = unsupported_property(filter, type, advanced)) {
      return error;
    }
  }
  for (const Filter& operand : filter.operands) {
    if (auto error = unsupported_tree(operand, type, advanced)) {
      return error;
    }
  }
  return std::nullopt;
}

}  // namespace

tl::expected<Filter, GraphError> resolve(Filter filter, const EntityType& type) {
  if (!type.open()) {
    if (auto found = resolve_tree(filter, type)) {
      return tl::unexpected<GraphError>(invalid_filter(*std::move(found)));
    }
  }
  return filter;
}

std::optional<GraphError> unsupported(const Filter& filter, const EntityType& type, bool advanced) {
  if (!type.directory) {
    return std::nullopt;
  }
  if (!type.open() && reads(filter, kSignInActivity)) {
    // Its own operators need no advanced query, but it goes with nothing else.
    return reads_only(filter, kSignInActivity) ? unsupported_tree(filter, type, true)
                                               : unsupported_filter(kSignInActivity, type.resource);
  }
  return unsupported_tree(filter, type, advanced);
}

bool reads(const Filter& filter, std::string_view property) {
  if (is_leaf(filter) && !filter.of_element) {
    return !filter.path.empty() && filter.path.front() == property;
  }
  return std::any_of(filter.operands.begin(), filter.operands.end(),
                     [&](const Filter& operand) { return reads(operand, property); });
}

}  // namespace graphfault::graph
