// SPDX-License-Identifier: MIT
#include "engine/emulation/set_write.hpp"

#include "base/time_text.hpp"
#include "engine/emulation/answers.hpp"
#include "engine/emulation/content.hpp"
#include "engine/emulation/user_body.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "graph/errors/natural_error.hpp"
#include "graph/model/user_type.hpp"

#include <optional>
#include <utility>

namespace graphfault::engine {
namespace {

using graph::GraphError;
using Unexpected = tl::unexpected<GraphError>;
using Fault = std::optional<GraphError>;

bool holds_users(const EntitySet& set) { return &set.store.type() == &graph::user_type(); }

Fault check_room(const EntitySet& set) {
  if (set.store.has_room()) {
    return std::nullopt;
  }
  return graph::fill(graph::make_error("object-quota-exceeded"), "tenant", "Tenant");
}

Fault check_body(const EntitySet& set, const Json& body, std::optional<std::uint64_t> own) {
  if (holds_users(set)) {
    return check_user_body(body, set.store, own);
  }
  const auto id = body.find("id");
  if (id == body.end()) {
    return std::nullopt;
  }
  if (!id->is_string() || id->get_ref<const std::string&>().empty()) {
    return graph::fill(graph::fill(graph::make_error("property-invalid"), "property", "id"),
                       "resource", set.store.type().resource);
  }
  const auto holder = set.store.find(id->get_ref<const std::string&>());
  if (holder && holder != own) {
    GraphError error = graph::fill(graph::make_error("duplicate-user"), "property", "id");
    error.details.clear();
    return error;
  }
  return std::nullopt;
}

Json new_item(const Json& body, const SetCall& at, Random& random) {
  if (holds_users(at.set)) {
    return new_user(body, random.guid(), iso_date(at.call.received));
  }
  if (body.contains("id")) {
    return body;
  }
  Json item = {{"id", random.guid()}};
  item.update(body);
  return item;
}

/// The slot to be written, once its precondition holds.
tl::expected<std::uint64_t, GraphError> find_for_write(const SetCall& at, const std::string& key) {
  const auto slot = at.set.store.find(key);
  if (!slot) {
    return Unexpected(graph::unknown_resource(key));
  }
  if (auto error = check_if_match(at.call, at.set.store.etag(*slot))) {
    return Unexpected(*std::move(error));
  }
  return *slot;
}

/// A user's members go by the type's spelling; what is nested merges too.
void merge(Json& item, const Json& body, const graph::EntityType& type) {
  for (const auto& [name, value] : body.items()) {
    const graph::Property* property = type.find(name);
    if (property != nullptr && property->name == "passwordProfile") {
      continue;
    }
    const std::string spelt = property != nullptr ? std::string(property->name) : name;
    Json& member = item[spelt];
    if (member.is_object() && value.is_object()) {
      member.merge_patch(value);
    } else {
      member = value;
    }
  }
}

}  // namespace

EmulatedOr create_entity(const SetCall& at, Random& random) {
  if (auto error = check_accept(at.call, Offered::json)) {
    return Unexpected(*std::move(error));
  }
  const auto body = read_object(at.call);
  if (!body) {
    return Unexpected(body.error());
  }
  Fault fault = check_body(at.set, *body, std::nullopt);
  fault = fault ? fault : check_room(at.set);
  if (fault) {
    return Unexpected(*std::move(fault));
  }
  const std::uint64_t slot = at.set.store.create(new_item(*body, at, random));
  Emulated answer = entity_answer(at, slot, 201, {});
  answer.headers.add("Location", entity_address(at.call, at.set, at.set.store.id(slot)));
  return answer;
}

EmulatedOr update_entity(const SetCall& at, const std::string& key) {
  const auto body = read_object(at.call);
  if (!body) {
    return Unexpected(body.error());
  }
  const auto slot = find_for_write(at, key);
  if (!slot) {
    return Unexpected(slot.error());
  }
  Fault fault = check_body(at.set, *body, *slot);
  fault = fault ? fault : check_room(at.set);
  if (fault) {
    return Unexpected(*std::move(fault));
  }
  Json item = at.set.store.item(*slot);
  if (at.call.request.method == "PUT") {
    Json replaced = {{"id", at.set.store.id(*slot)}};
    replaced.update(*body);
    item = std::move(replaced);
  } else {
    merge(item, *body, at.set.store.type());
  }
  at.set.store.replace(*slot, std::move(item));
  return at.set.store.type().directory ? no_content() : entity_answer(at, *slot, 200, {});
}

EmulatedOr delete_entity(const SetCall& at, const std::string& key) {
  const auto slot = find_for_write(at, key);
  if (!slot) {
    return Unexpected(slot.error());
  }
  at.set.store.erase(*slot);
  return no_content();
}

}  // namespace graphfault::engine
