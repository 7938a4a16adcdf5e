// SPDX-License-Identifier: MIT
#include "graph/delta_sync.hpp"

#include "wire/url.hpp"

#include <set>
#include <utility>

namespace graphclient {
namespace {

bool state_is_gone(const ServiceError& error) {
  const bool named = has_code(error, "syncStateNotFound") || has_code(error, "SyncStateNotFound") ||
                     has_code(error, "resyncRequired");
  return error.status == 410 || (error.status >= 400 && error.status < 500 && named);
}

/// Changed properties replace old ones; those not named stay.
void merge(Json& kept, const Json& change) {
  for (const auto& item : change.items()) {
    kept[item.key()] = item.value();
  }
}

void apply(const Json& change, DeltaState& state, std::set<std::string>& changed,
           std::set<std::string>& removed) {
  const std::string id = text_of(change, "id");
  if (id.empty()) {
    return;
  }
  if (member(change, "@removed") != nullptr) {
    state.items.erase(id);
    changed.erase(id);
    removed.insert(id);
    return;
  }
  Json& kept = state.items[id];
  if (!kept.is_object()) {
    kept = Json::object();
  }
  merge(kept, change);
  removed.erase(id);
  changed.insert(id);
}

DeltaRound applied(const Listing& listing, DeltaState state) {
  std::set<std::string> changed;
  std::set<std::string> removed;
  for (const Json& change : listing.items) {
    apply(change, state, changed, removed);
  }
  state.delta_link = listing.delta_link;
  return {.state = std::move(state),
          .changed = static_cast<int>(changed.size()),
          .removed = static_cast<int>(removed.size()),
          .pages = listing.pages};
}

/// Where a full read starts after a 410.
std::string resync_url(const std::string& start_url, const ServiceError& error) {
  return resolve_url(start_url, error.location).value_or(start_url);
}

}  // namespace

DeltaRound sync_delta(Session& session, const std::string& start_url, const DeltaState& state) {
  const Deadline deadline = session.new_deadline();
  ListRequest request{.url = state.delta_link.empty() ? start_url : state.delta_link};
  Listing listing = read_listing(session, request, deadline);
  DeltaState base = state;
  bool resynced = false;
  if (listing.failure && state_is_gone(listing.failure->error)) {
    session.observer().note("the saved state is gone: reading everything again");
    request.url = resync_url(start_url, listing.failure->error);
    listing = read_listing(session, request, deadline);
    base = DeltaState{};
    resynced = true;
  }
  if (listing.failure) {
    return {.state = state,
            .pages = listing.pages,
            .full_resync = resynced,
            .failure = std::move(listing.failure)};
  }
  DeltaRound round = applied(listing, std::move(base));
  round.full_resync = resynced;
  return round;
}

std::string write_delta_state(const DeltaState& state) {
  Json items = Json::array();
  for (const auto& entry : state.items) {
    items.push_back(entry.second);
  }
  Json out = Json::object();
  out["deltaLink"] = state.delta_link;
  out["items"] = std::move(items);
  return pretty(out);
}

std::optional<DeltaState> read_delta_state(std::string_view text) {
  const std::optional<Json> json = parse_json(text);
  const Json* items = json ? member(*json, "items") : nullptr;
  const Json* link = json ? member(*json, "deltaLink") : nullptr;
  if (items == nullptr || !items->is_array() || link == nullptr || !link->is_string()) {
    return std::nullopt;
  }
  DeltaState state{.delta_link = link->get<std::string>()};
  for (const Json& item : *items) {
    const std::string id = text_of(item, "id");
    if (id.empty()) {
      return std::nullopt;
    }
    state.items[id] = item;
  }
  return state;
}

}  // namespace graphclient
