// SPDX-License-Identifier: MIT
#include "engine/emulation/me.hpp"

#include "base/random.hpp"
#include "base/time_text.hpp"
#include "engine/emulation/user_body.hpp"
#include "graph/errors/error_catalogue.hpp"

namespace graphfault::engine {
namespace {

std::string add_user(const graph::Token& token, const Call& call, graph::EntityStore& store) {
  const std::string local = token.user.substr(0, token.user.find('@'));
  const Json body = {{"displayName", local}, {"userPrincipalName", token.user}};
  const std::string id = is_guid(token.object_id) ? token.object_id : guid_of(token.user);
  return store.id(store.create(new_user(body, id, iso_date(call.received))));
}

}  // namespace

tl::expected<std::string, graph::GraphError> signed_in_user(const Call& call,
                                                            Directory& directory) {
  auto& store = directory.users().store;
  const auto& token = call.caller.token;
  const std::uint64_t first = store.next_existing(0);
  if (!token && first < store.slots()) {
    return store.id(first);
  }
  if (!token || token->user.empty()) {
    return tl::unexpected<graph::GraphError>(graph::make_error("me-requires-user"));
  }
  for (const std::string& key : {token->object_id, token->user}) {
    if (const auto slot = store.find(key)) {
      return store.id(*slot);
    }
  }
  return add_user(*token, call, store);
}

}  // namespace graphfault::engine
