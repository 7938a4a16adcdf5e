// SPDX-License-Identifier: MIT
// Generated users as JSON and as views.
#include "graph/entities/generated_user_text.hpp"
#include "graph/entities/generated_users.hpp"
#include "graph/model/user_type.hpp"

#include <numeric>
#include <string_view>
#include <utility>
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

/// An element of a generated list: a text, or a member of `identities`.
class ElementView final : public EntityView {
 public:
  explicit ElementView(std::string text) : text_(std::move(text)) {}
  ElementView(std::string_view type, std::string_view issuer, std::string assigned)
      : type_(type), issuer_(issuer), text_(std::move(assigned)) {}

  Value value(const PropertyPath& path) const override {
    if (path.empty()) {
      return type_.empty() ? Value(text_) : Value();
    }
    if (path.size() > 1 || type_.empty()) {
      return {};
    }
    if (path.front() == "signInType") {
      return {std::string(type_)};
    }
    if (path.front() == "issuer") {
      return {std::string(issuer_)};
    }
    return path.front() == "issuerAssignedId" && !text_.empty() ? Value(text_) : Value();
  }
  bool any(const PropertyPath& /*path*/, const ElementTest& /*wanted*/) const override {
    return false;
  }

 private:
  std::string_view type_{};
  std::string_view issuer_{};
  std::string text_;
};

bool is_scalar(PropertyKind kind) {
  return kind != PropertyKind::object && kind != PropertyKind::text_list &&
         kind != PropertyKind::object_list;
}

void append_property(std::string& out, const GeneratedUser& user, const Property& property) {
  const auto start = out.size();
  if (out.back() != '{') {
    out += ',';
  }
  out.append("\"").append(property.name).append("\":");
  if (is_scalar(property.kind)) {
    append_value(out, generated_value(user, property));
  } else if (append_generated_json(out, user, property.name)) {
    return;
  } else if (property.kind != PropertyKind::object) {
    out += "[]";
  } else if (property.name == "signInActivity") {
    out.resize(start);
  } else {
    out += "null";
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

Value GeneratedUserView::value(const PropertyPath& path) const {
  if (path.size() == 1) {
    const Property* property = user_type().find(path.front());
    return property == nullptr ? Value() : generated_value(user_, *property);
  }
  if (path.empty()) {
    return {};
  }
  const auto json = parse_json(json_of(user_, path.front()));
  if (!json) {
    return {};
  }
  return JsonView(*json).value(PropertyPath(path.begin() + 1, path.end()));
}

bool GeneratedUserView::any(const PropertyPath& path, const ElementTest& wanted) const {
  if (path.size() != 1) {
    return false;
  }
  if (path.front() != "identities") {
    const auto text = generated_list_item(user_, path.front());
    return text && wanted(ElementView(*text));
  }
  const std::string name = principal_name(user_);
  return (user_.guest && wanted(ElementView("federated", "ExternalAzureAD", {}))) ||
         wanted(ElementView("userPrincipalName", kUserDomain, name));
}

}  // namespace graphfault::graph
