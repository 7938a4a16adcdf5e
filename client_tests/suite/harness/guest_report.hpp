// SPDX-License-Identifier: MIT
// The query that the seeds' script set out to run.
#pragma once

#include "graph/listing.hpp"
#include "harness/scenario.hpp"

#include <set>
#include <string>

namespace graphclient::suite {

inline const std::string kGuestFilter = "userType eq 'Guest'";
inline const std::string kGuestSelect =
    "displayName,UserprincipalName,userType,identities,signInActivity";

Listing read_guests(Tenant& tenant, const std::string& select = kGuestSelect);
/// By displayName or userPrincipalName, whichever an item has; to see rows that come twice.
std::set<std::string> distinct_names(const Listing& listing);
/// The id of some user. One GET of /users.
std::string any_user(Tenant& tenant);
/// The calls of that method only.
Journal only(const Journal& journal, const std::string& method);

}  // namespace graphclient::suite
