// SPDX-License-Identifier: MIT
#include "graph/entities/entity_store.hpp"

#include "base/letter_case.hpp"
#include "base/random.hpp"

#include <utility>

namespace graphfault::graph {
namespace {

/// What an overlay entry costs beside its JSON text; an estimate.
constexpr std::size_t kEntryBytes = 256;

std::string text_member(const Json& item, std::string_view name) {
  if (!item.is_object()) {
    return {};
  }
  const auto at = item.find(std::string(name));
  return at != item.end() && at->is_string() ? at->get<std::string>() : std::string();
}

}  // namespace

EntityStore::EntityStore(const EntityType& type, GeneratedUsers users)
    : type_(&type), users_(users), size_(users_.count()), next_slot_(users_.count()) {}

EntityStore::EntityStore(const EntityType& type, std::span<const Json> items)
    : type_(&type), items_(items), size_(items.size()), next_slot_(items.size()) {
  index_items();
}

void EntityStore::index_items() {
  for (std::uint64_t slot = 0; slot < items_.size(); ++slot) {
    // The first of several items with one key keeps it.
    item_keys_.emplace(lower(text_member(items_[slot], "id")), slot);
    item_keys_.emplace(lower(alternate_key_of(items_[slot])), slot);
  }
  item_keys_.erase(std::string());
}

std::string EntityStore::alternate_key_of(const Json& item) const {
  return type_->alternate_key.empty() ? std::string() : text_member(item, type_->alternate_key);
}

std::uint64_t EntityStore::base_size() const {
  return items_.empty() ? users_.count() : items_.size();
}

const Json* EntityStore::stored_item(std::uint64_t slot) const {
  if (!overlay_.empty()) {
    const auto at = overlay_.find(slot);
    if (at != overlay_.end()) {
      return &*at->second.item;
    }
  }
  return items_.empty() ? nullptr : &items_[slot];
}

bool EntityStore::exists(std::uint64_t slot) const {
  const auto at = overlay_.find(slot);
  return at == overlay_.end() ? slot < base_size() : at->second.item.has_value();
}

std::uint64_t EntityStore::next_existing(std::uint64_t slot) const {
  for (auto at = overlay_.lower_bound(slot); at != overlay_.end(); ++at) {
    // Slots between overlay entries are the base's own.
    if (slot < base_size() && at->first > slot) {
      return slot;
    }
    if (at->second.item) {
      return at->first;
    }
    slot = at->first + 1;
  }
  return slot < base_size() ? slot : next_slot_;
}

std::optional<std::uint64_t> EntityStore::find_in_base(std::string_view key) const {
  if (items_.empty()) {
    return users_.find(key);
  }
  const auto at = item_keys_.find(lower(key));
  return at == item_keys_.end() ? std::nullopt : std::optional(at->second);
}

std::optional<std::uint64_t> EntityStore::find(std::string_view key) const {
  const auto written = overlay_keys_.find(lower(key));
  if (written != overlay_keys_.end()) {
    return written->second;
  }
  const auto slot = find_in_base(key);
  if (!slot || !exists(*slot)) {
    return std::nullopt;
  }
  // A changed entity is found by its new keys only, which the overlay has.
  return overlay_.contains(*slot) ? std::nullopt : slot;
}

std::string EntityStore::id(std::uint64_t slot) const {
  const Json* stored = stored_item(slot);
  return stored != nullptr ? text_member(*stored, "id") : users_.id(slot);
}

Json EntityStore::item(std::uint64_t slot) const {
  const Json* stored = stored_item(slot);
  return stored != nullptr ? *stored : users_.item(slot);
}

void EntityStore::append(std::string& out, std::uint64_t slot, const Projection& projection) const {
  const Json* stored = stored_item(slot);
  if (stored != nullptr) {
    append_projected(out, *type_, projection, *stored);
  } else {
    users_.append(out, slot, projection);
  }
}

std::string EntityStore::etag(std::uint64_t slot) const {
  const Json* stored = stored_item(slot);
  if (stored != nullptr) {
    std::string authored = text_member(*stored, "@odata.etag");
    if (!authored.empty()) {
      return authored;
    }
  }
  const auto at = overlay_.find(slot);
  return etag_of(slot, at == overlay_.end() ? 0 : at->second.number);
}

std::string EntityStore::etag_of(std::uint64_t slot, std::uint64_t number) {
  return "W/\"" + guid_of("etag " + std::to_string(slot) + "." + std::to_string(number)) + "\"";
}

std::uint64_t EntityStore::create(Json item) {
  const std::uint64_t slot = next_slot_++;
  std::string id = text_member(item, "id");
  put(slot, std::move(item), std::move(id));
  ++size_;
  return slot;
}

void EntityStore::replace(std::uint64_t slot, Json item) {
  std::string id = text_member(item, "id");
  if (item.contains("@odata.etag")) {
    item["@odata.etag"] = etag_of(slot, change_ + 1);
  }
  put(slot, std::move(item), std::move(id));
}

void EntityStore::erase(std::uint64_t slot) {
  std::string key = id(slot);
  put(slot, std::nullopt, std::move(key));
  --size_;
  if (slot >= base_size()) {
    tombstones_[change_] = slot;
    forget_tombstones();
  }
}

void EntityStore::drop_keys(std::uint64_t slot) {
  const auto at = overlay_.find(slot);
  if (at == overlay_.end()) {
    return;
  }
  if (at->second.item) {
    overlay_keys_.erase(lower(at->second.id));
    overlay_keys_.erase(lower(alternate_key_of(*at->second.item)));
  }
  log_.erase(at->second.number);
  overlay_bytes_ -= at->second.bytes;
}

void EntityStore::put(std::uint64_t slot, std::optional<Json> item, std::string id) {
  drop_keys(slot);
  Entry entry;
  entry.number = ++change_;
  entry.bytes = kEntryBytes + id.size();
  if (item) {
    entry.bytes += 2 * json_text(*item).size();
    overlay_keys_[lower(id)] = slot;
    overlay_keys_[lower(alternate_key_of(*item))] = slot;
    overlay_keys_.erase(std::string());
  }
  entry.item = std::move(item);
  entry.id = std::move(id);
  overlay_bytes_ += entry.bytes;
  log_[entry.number] = slot;
  overlay_[slot] = std::move(entry);
}

void EntityStore::forget_tombstones() {
  while (tombstones_.size() > kMaxTombstones) {
    const auto oldest = tombstones_.begin();
    forgotten_ = oldest->first;
    log_.erase(oldest->first);
    const auto at = overlay_.find(oldest->second);
    overlay_bytes_ -= at->second.bytes;
    overlay_.erase(at);
    tombstones_.erase(oldest);
  }
}

std::vector<EntityStore::Change> EntityStore::changes(std::uint64_t since,
                                                      std::size_t limit) const {
  std::vector<Change> found;
  for (auto at = log_.upper_bound(since); at != log_.end() && found.size() < limit; ++at) {
    const Entry& entry = overlay_.at(at->second);
    found.push_back({.number = at->first,
                     .slot = at->second,
                     .deleted = !entry.item.has_value(),
                     .id = entry.id});
  }
  return found;
}

}  // namespace graphfault::graph
