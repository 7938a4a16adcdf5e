// SPDX-License-Identifier: MIT
#include "harness/guest_report.hpp"

#include "graph/users_query.hpp"

#include <algorithm>
#include <iterator>

namespace graphclient::suite {

Listing read_guests(Tenant& tenant, const std::string& select) {
  return read_listing(tenant.session(),
                      users_request(tenant.session(), {.filter = kGuestFilter, .select = select}));
}

std::set<std::string> distinct_names(const Listing& listing) {
  std::set<std::string> names;
  for (const Json& item : listing.items) {
    const std::string name = text_of(item, "userPrincipalName");
    names.insert(name.empty() ? text_of(item, "displayName") : name);
  }
  return names;
}

std::string any_user(Tenant& tenant) {
  const auto reply = tenant.get("/users?$top=1&$select=id");
  EXPECT_TRUE(reply) << report(reply.error());
  const Json page = reply ? parse_json(reply->body).value_or(Json()) : Json();
  const Json* value = member(page, "value");
  return value != nullptr && !value->empty() ? text_of(value->front(), "id") : std::string{};
}

Journal only(const Journal& journal, const std::string& method) {
  Journal out;
  std::copy_if(journal.begin(), journal.end(), std::back_inserter(out),
               [&method](const Entry& entry) { return entry.method == method; });
  return out;
}

}  // namespace graphclient::suite
