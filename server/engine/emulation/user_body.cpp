// SPDX-License-Identifier: MIT
#include "engine/emulation/user_body.hpp"

#include "graph/errors/error_catalogue.hpp"
#include "graph/errors/natural_error.hpp"
#include "graph/model/user_type.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace graphfault::engine {
namespace {

using graph::GraphError;
using graph::PropertyKind;
using Fault = std::optional<GraphError>;

constexpr std::array<std::string_view, 4> kReadOnly = {"id", "createdDateTime", "signInActivity",
                                                       "deletedDateTime"};
constexpr std::array<std::string_view, 2> kRequired = {"displayName", "userPrincipalName"};

GraphError of_property(std::string_view entry, std::string_view property) {
  return graph::fill(graph::fill(graph::make_error(entry), "property", property), "resource",
                     "User");
}

bool fits(const Json& value, PropertyKind kind) {
  switch (kind) {
    case PropertyKind::text:
    case PropertyKind::date:
      return value.is_string();
    case PropertyKind::boolean:
      return value.is_boolean();
    case PropertyKind::number:
      return value.is_number();
    case PropertyKind::object:
      return value.is_object();
    case PropertyKind::text_list:
    case PropertyKind::object_list:
      break;
  }
  return value.is_array();
}

bool is_annotation(std::string_view name) { return name.find('@') != std::string_view::npos; }

Fault check_member(const std::string& name, const Json& value) {
  if (is_annotation(name) || name.starts_with("extension_")) {
    return std::nullopt;
  }
  const graph::Property* property = graph::user_type().find(name);
  if (property == nullptr) {
    return graph::bad_request(
        "Request_BadRequest",
        "Property '" + name + "' does not exist as a declared property or extension property.");
  }
  if (std::find(kReadOnly.begin(), kReadOnly.end(), property->name) != kReadOnly.end()) {
    return graph::bad_request("Request_BadRequest",
                              "Property '" + name + "' is read-only and cannot be set.");
  }
  if (!value.is_null() && !fits(value, property->kind)) {
    return of_property("property-invalid", property->name);
  }
  return std::nullopt;
}

const Json* member(const Json& body, std::string_view name) {
  const auto at = body.find(std::string(name));
  return at == body.end() ? nullptr : &*at;
}

Fault check_required(const Json& body, bool creating) {
  for (const std::string_view name : kRequired) {
    const Json* value = member(body, name);
    if (value == nullptr && creating) {
      return of_property("property-required", name);
    }
    const bool empty =
        value != nullptr && (!value->is_string() || value->get_ref<const std::string&>().empty());
    if (empty) {
      return of_property("property-invalid", name);
    }
  }
  return std::nullopt;
}

Fault check_principal_name(const Json& body, const graph::EntityStore& store,
                           std::optional<std::uint64_t> own) {
  const Json* value = member(body, "userPrincipalName");
  if (value == nullptr) {
    return std::nullopt;
  }
  const auto& name = value->get_ref<const std::string&>();
  const auto at = name.find('@');
  if (at == 0 || at == std::string::npos || at + 1 == name.size() ||
      name.find_first_of(" \t/") != std::string::npos) {
    return of_property("property-invalid", "userPrincipalName");
  }
  const auto holder = store.find(name);
  if (holder && holder != own) {
    return of_property("duplicate-user", "userPrincipalName");
  }
  return std::nullopt;
}

}  // namespace

Fault check_user_body(const Json& body, const graph::EntityStore& store,
                      std::optional<std::uint64_t> own) {
  for (const auto& [name, value] : body.items()) {
    if (auto fault = check_member(name, value)) {
      return fault;
    }
  }
  if (auto fault = check_required(body, !own)) {
    return fault;
  }
  return check_principal_name(body, store, own);
}

Json new_user(const Json& body, std::string id, std::string created) {
  Json user = {{"id", std::move(id)},
               {"accountEnabled", true},
               {"userType", "Member"},
               {"createdDateTime", std::move(created)}};
  for (const auto& [name, value] : body.items()) {
    const graph::Property* property = graph::user_type().find(name);
    if (property == nullptr) {
      user[name] = value;
    } else if (property->name != "passwordProfile") {
      user[std::string(property->name)] = value;
    }
  }
  if (!user.contains("identities")) {
    const std::string name = user["userPrincipalName"].get<std::string>();
    user["identities"] = Json::array({{{"signInType", "userPrincipalName"},
                                       {"issuer", name.substr(name.find('@') + 1)},
                                       {"issuerAssignedId", name}}});
  }
  return user;
}

}  // namespace graphfault::engine
