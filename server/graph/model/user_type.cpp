// SPDX-License-Identifier: MIT
// microsoft.graph.user: the properties of its resource page, in the order in which v1.0 answers the
// default ones. Which filters need the advanced mode follows that page and the advanced queries
// page; both change now and then (docs/fidelity.md).
#include "graph/model/user_type.hpp"

#include "graph/model/entity_type.hpp"

#include <array>

namespace graphfault::graph {
namespace {

using Kind = PropertyKind;

constexpr Property plain(std::string_view name, Kind kind = Kind::text) {
  Property property;
  property.name = name;
  property.kind = kind;
  property.filter = FilterSupport::plain;
  return property;
}
constexpr Property advanced(std::string_view name, Kind kind = Kind::text) {
  Property property = plain(name, kind);
  property.filter = FilterSupport::advanced;
  return property;
}
constexpr Property unfiltered(std::string_view name, Kind kind = Kind::text) {
  Property property = plain(name, kind);
  property.filter = FilterSupport::none;
  return property;
}
constexpr Property by_default(Property property) {
  property.by_default = true;
  return property;
}
constexpr Property sortable(Property property) {
  property.sortable = true;
  return property;
}
constexpr Property ends_with(Property property) {
  property.ends_with = true;
  return property;
}
constexpr Property elsewhere(std::string_view name, Kind kind = Kind::text) {
  Property property = unfiltered(name, kind);
  property.not_in_lists = true;
  return property;
}

constexpr std::array kUserProperties = {
    by_default(advanced("businessPhones", Kind::text_list)),
    by_default(sortable(plain("displayName"))),
    by_default(plain("givenName")),
    by_default(plain("jobTitle")),
    by_default(ends_with(plain("mail"))),
    by_default(advanced("mobilePhone")),
    by_default(advanced("officeLocation")),
    by_default(advanced("preferredLanguage")),
    by_default(plain("surname")),
    by_default(sortable(ends_with(plain("userPrincipalName")))),
    by_default(plain("id")),
    plain("accountEnabled", Kind::boolean),
    plain("userType"),
    plain("identities", Kind::object_list),
    plain("signInActivity", Kind::object),
    sortable(advanced("createdDateTime", Kind::date)),
    plain("city"),
    advanced("companyName"),
    plain("country"),
    plain("creationType"),
    plain("department"),
    plain("employeeId"),
    advanced("employeeType"),
    advanced("employeeHireDate", Kind::date),
    plain("externalUserState"),
    advanced("externalUserStateChangeDateTime", Kind::date),
    plain("mailNickname"),
    ends_with(plain("otherMails", Kind::text_list)),
    ends_with(plain("proxyAddresses", Kind::text_list)),
    plain("imAddresses", Kind::text_list),
    advanced("postalCode"),
    plain("state"),
    advanced("streetAddress"),
    plain("usageLocation"),
    plain("ageGroup"),
    plain("consentProvidedForMinor"),
    unfiltered("legalAgeGroupClassification"),
    unfiltered("faxNumber"),
    plain("assignedLicenses", Kind::object_list),
    plain("assignedPlans", Kind::object_list),
    unfiltered("provisionedPlans", Kind::object_list),
    unfiltered("licenseAssignmentStates", Kind::object_list),
    unfiltered("authorizationInfo", Kind::object),
    unfiltered("passwordPolicies"),
    unfiltered("passwordProfile", Kind::object),
    advanced("lastPasswordChangeDateTime", Kind::date),
    unfiltered("deletedDateTime", Kind::date),
    plain("onPremisesImmutableId"),
    plain("onPremisesSyncEnabled", Kind::boolean),
    advanced("onPremisesLastSyncDateTime", Kind::date),
    plain("onPremisesSecurityIdentifier"),
    advanced("onPremisesSamAccountName"),
    advanced("onPremisesDomainName"),
    unfiltered("onPremisesDistinguishedName"),
    advanced("onPremisesUserPrincipalName"),
    advanced("onPremisesExtensionAttributes", Kind::object),
    unfiltered("onPremisesProvisioningErrors", Kind::object_list),
    advanced("employeeOrgData", Kind::object),
    unfiltered("employeeLeaveDateTime", Kind::date),
    plain("securityIdentifier"),
    unfiltered("isResourceAccount", Kind::boolean),
    unfiltered("showInAddressList", Kind::boolean),
    unfiltered("refreshTokensValidFromDateTime", Kind::date),
    unfiltered("signInSessionsValidFromDateTime", Kind::date),
    elsewhere("aboutMe"),
    elsewhere("birthday", Kind::date),
    elsewhere("hireDate", Kind::date),
    elsewhere("interests", Kind::text_list),
    elsewhere("mailboxSettings", Kind::object),
    elsewhere("mySite"),
    elsewhere("pastProjects", Kind::text_list),
    elsewhere("preferredName"),
    elsewhere("responsibilities", Kind::text_list),
    elsewhere("schools", Kind::text_list),
    elsewhere("skills", Kind::text_list),
};

constexpr EntityType make_user_type() {
  EntityType type;
  type.name = "microsoft.graph.user";
  type.resource = "User";
  type.alternate_key = "userPrincipalName";
  type.directory = true;
  type.soft_delete = true;
  type.properties = kUserProperties;
  return type;
}

constexpr EntityType kUserType = make_user_type();

}  // namespace

const EntityType& user_type() { return kUserType; }

}  // namespace graphfault::graph
