// SPDX-License-Identifier: MIT
#include "graph/model/projection.hpp"

#include "base/letter_case.hpp"

#include <algorithm>

namespace graphfault::graph {
namespace {

const Json* member(const Json& item, std::string_view name) {
  const auto exact = item.find(std::string(name));
  if (exact != item.end()) {
    return &*exact;
  }
  for (const auto& [key, value] : item.items()) {
    if (equal_ignoring_case(key, name)) {
      return &value;
    }
  }
  return nullptr;
}

void append_name(std::string& out, std::string_view name) {
  if (out.back() != '{') {
    out += ',';
  }
  append_json_string(out, name);
  out += ':';
}

bool is_list(PropertyKind kind) {
  return kind == PropertyKind::text_list || kind == PropertyKind::object_list;
}

void append_typed(std::string& out, const Property& property, const Json& item) {
  const Json* value = member(item, property.name);
  if (value == nullptr && property.name == "signInActivity") {
    return;
  }
  append_name(out, property.name);
  if (value != nullptr) {
    out += json_text(*value);
  } else {
    out += is_list(property.kind) ? "[]" : "null";
  }
}

/// Annotations go along whatever is selected.
void append_annotations(std::string& out, const Json& item) {
  for (const auto& [key, value] : item.items()) {
    if (key.starts_with('@')) {
      append_name(out, key);
      out += json_text(value);
    }
  }
}

}  // namespace

Projection project(const EntityType& type, const std::vector<std::string>& select) {
  Projection projection;
  if (type.open()) {
    projection.names = select;
    return projection;
  }
  for (const std::string& name : select) {
    const Property* property = type.find(name);
    if (property != nullptr) {
      projection.properties.push_back(type.index_of(*property));
    } else {
      projection.names.push_back(name);
    }
  }
  for (std::size_t i = 0; select.empty() && i < type.properties.size(); ++i) {
    if (type.properties[i].by_default) {
      projection.properties.push_back(i);
    }
  }
  return projection;
}

void append_projected(std::string& out, const EntityType& type, const Projection& projection,
                      const Json& item) {
  if (type.open() && projection.names.empty()) {
    out += json_text(item);
    return;
  }
  out += '{';
  append_annotations(out, item);
  for (const std::size_t index : projection.properties) {
    append_typed(out, type.properties[index], item);
  }
  for (const std::string& name : projection.names) {
    const Json* value = name.starts_with('@') ? nullptr : member(item, name);
    if (value != nullptr) {
      append_name(out, name);
      out += json_text(*value);
    }
  }
  out += '}';
}

std::string context_of(std::string_view set, const std::vector<std::string>& select, bool single) {
  std::string context = "#";
  context += set;
  for (std::size_t i = 0; i < select.size(); ++i) {
    context += i == 0 ? "(" : ",";
    context += select[i];
  }
  if (!select.empty()) {
    context += ')';
  }
  return single ? context + "/$entity" : context;
}

}  // namespace graphfault::graph
