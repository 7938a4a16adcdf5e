// SPDX-License-Identifier: MIT
#include "graph/model/entity_type.hpp"

#include "base/letter_case.hpp"

#include <algorithm>
#include <array>

namespace graphfault::graph {
namespace {

constexpr EntityType directory_set(std::string_view name, std::string_view resource) {
  EntityType type;
  type.name = name;
  type.resource = resource;
  type.directory = true;
  return type;
}

constexpr EntityType soft_deleted(EntityType type) {
  type.soft_delete = true;
  return type;
}

constexpr EntityType without_page_sizes(EntityType type) {
  type.custom_page_sizes = false;
  return type;
}

struct NamedSet {
  std::string_view set{};
  EntityType type{};
};

/// The directory's entity sets: those of which the advanced queries page says that they need
/// ConsistencyLevel. directoryRoles refuses page sizes.
constexpr std::array<NamedSet, 9> kDirectorySets = {{
    {"groups", soft_deleted(directory_set("microsoft.graph.group", "Group"))},
    {"applications", soft_deleted(directory_set("microsoft.graph.application", "Application"))},
    {"servicePrincipals", directory_set("microsoft.graph.servicePrincipal", "ServicePrincipal")},
    {"devices", directory_set("microsoft.graph.device", "Device")},
    {"contacts", directory_set("microsoft.graph.orgContact", "OrgContact")},
    {"administrativeUnits",
     directory_set("microsoft.graph.administrativeUnit", "AdministrativeUnit")},
    {"directoryRoles",
     without_page_sizes(directory_set("microsoft.graph.directoryRole", "DirectoryRole"))},
    {"members", directory_set("microsoft.graph.directoryObject", "DirectoryObject")},
    {"memberOf", directory_set("microsoft.graph.directoryObject", "DirectoryObject")},
}};

constexpr EntityType open_type() {
  EntityType type;
  type.name = "microsoft.graph.entity";
  type.resource = "Entity";
  return type;
}

constexpr EntityType kOpenType = open_type();

}  // namespace

const Property* EntityType::find(std::string_view property) const {
  const auto at = std::find_if(properties.begin(), properties.end(), [&](const Property& known) {
    return equal_ignoring_case(known.name, property);
  });
  return at == properties.end() ? nullptr : &*at;
}

std::size_t EntityType::index_of(const Property& property) const {
  return static_cast<std::size_t>(&property - properties.data());
}

const EntityType& entity_type_of(std::string_view set) {
  for (const NamedSet& known : kDirectorySets) {
    if (equal_ignoring_case(known.set, set)) {
      return known.type;
    }
  }
  return kOpenType;
}

}  // namespace graphfault::graph
