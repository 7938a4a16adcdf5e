// SPDX-License-Identifier: MIT
// $filter, $search and $orderby alone, and all options of a list together, over one user.
#include "driver/target.hpp"
#include "graph/model/entity_view.hpp"
#include "graph/model/user_type.hpp"
#include "graph/odata/filter_parser.hpp"
#include "graph/odata/odata_query.hpp"

namespace graphfault::fuzz {
namespace {

const Json& ada() {
  static const Json user = Json::parse(R"({
    "id": "u1", "displayName": "Ada L.", "mail": null, "accountEnabled": true, "userType": "Guest",
    "createdDateTime": "2024-02-29T10:00:00Z", "proxyAddresses": ["SMTP:ada@a.test", "smtp:a@a.test"],
    "identities": [{"signInType": "federated", "issuer": "a.test"}],
    "signInActivity": {"lastSignInDateTime": "2024-03-01T00:00:00Z"}})");
  return user;
}

void try_list(std::string_view text, const graph::EntityType& type, bool eventual) {
  const graph::JsonView user(ada());
  const auto query = graph::read_list_query(http::parse_fields(text), type, eventual);
  if (!query) {
    return;
  }
  if (query->filter) {
    graph::matches(*query->filter, user);
  }
  if (query->search) {
    graph::matches(*query->search, user);
  }
  const std::size_t size = graph::page_size(*query, 100);
  require(size > 0 && size <= graph::kMaxPage, "a page keeps its bound");
  require(graph::resource_units(*query) >= 1, "a read costs something");
}

}  // namespace

void try_input(std::string_view input) {
  const graph::JsonView user(ada());
  if (const auto filter = graph::parse_filter(input)) {
    graph::matches(*filter, user);
  }
  if (const auto search = graph::parse_search(input)) {
    graph::matches(*search, user);
  }
  if (const auto order = graph::parse_order(input)) {
    graph::sort_key(*order, user);
  }
  try_list(input, graph::user_type(), true);
  try_list(input, graph::entity_type_of("messages"), false);
}

}  // namespace graphfault::fuzz
