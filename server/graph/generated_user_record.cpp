// SPDX-License-Identifier: MIT
// Generated users as JSON and as records.
#include "graph/generated_user_text.hpp"
#include "graph/generated_users.hpp"

#include <numeric>
#include <vector>

namespace graphfault::graph {
namespace {

void append_value(std::string& out, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    append_json_string(out, *text);
  } else if (const auto* flag = std::get_if<bool>(&value)) {
    out += *flag ? "true" : "false";
  } else {
    out += "null";
  }
}

void append_property(std::string& out, const GeneratedUser& user, const Property& property) {
  const auto start = out.size();
  if (out.back() != '{') {
    out += ',';
  }
  out.append("\"").append(property.name).append("\":");
  if (append_generated_json(out, user, property.name)) {
    return;
  }
  if (property.kind == PropertyKind::text_list || property.kind == PropertyKind::object_list) {
    out += "[]";
  } else if (property.kind == PropertyKind::object) {
    if (property.name == "signInActivity") {
      out.resize(start);
    } else {
      out += "null";
    }
  } else {
    append_value(out, generated_value(user, property.name));
  }
}

std::string json_of(const GeneratedUser& user, std::string_view property) {
  std::string text;
  return append_generated_json(text, user, property) ? text : "null";
}

}  // namespace

void GeneratedUsers::append(std::string& out, std::uint64_t index,
                            const Projection& projection) const {
  const GeneratedUser made = user(index);
  const auto properties = user_type().properties;
  out += '{';
  for (const std::size_t property : projection.properties) {
    append_property(out, made, properties[property]);
  }
  out += '}';
}

Json GeneratedUsers::item(std::uint64_t index) const {
  Projection everything;
  everything.properties.resize(user_type().properties.size());
  std::iota(everything.properties.begin(), everything.properties.end(), std::size_t{0});
  std::string text;
  append(text, index, everything);
  return parse_json(text).value_or(Json::object());
}

Value GeneratedUserRecord::value(const PropertyPath& path) const {
  if (path.size() == 1) {
    return generated_value(user_, path.front());
  }
  if (path.empty()) {
    return {};
  }
  const auto json = parse_json(json_of(user_, path.front()));
  if (!json) {
    return {};
  }
  return JsonRecord(*json).value(PropertyPath(path.begin() + 1, path.end()));
}

Json GeneratedUserRecord::list(const PropertyPath& path) const {
  const auto json = parse_json(path.size() == 1 ? json_of(user_, path.front()) : "[]");
  return json && json->is_array() ? *json : Json::array();
}

}  // namespace graphfault::graph
