// SPDX-License-Identifier: MIT
// The entities of one set: an immutable base (generated users, or the items of a file) under an
// overlay of what was created, changed and deleted. A new store costs nothing, whatever its base.
#pragma once

#include "graph/entities/generated_users.hpp"
#include "graph/model/entity_type.hpp"
#include "graph/model/entity_view.hpp"
#include "graph/model/projection.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace graphfault::graph {

/// Entities are named by their slot: the base's come first, created ones follow, and a slot is
/// never used again. Threads: guard it.
class EntityStore {
 public:
  EntityStore() = default;
  EntityStore(const EntityType& type, GeneratedUsers users);
  /// The items outlive the store.
  EntityStore(const EntityType& type, std::span<const Json> items);

  const EntityType& type() const { return *type_; }
  /// Entities that exist.
  std::uint64_t size() const { return size_; }
  /// One past the last slot.
  std::uint64_t slots() const { return next_slot_; }
  /// The number of the last change; 0: as new.
  std::uint64_t change() const { return change_; }

  bool exists(std::uint64_t slot) const;
  /// The first slot from `slot` on that exists; slots() where there is none.
  std::uint64_t next_existing(std::uint64_t slot) const;
  /// By id, or by the type's alternate key; case ignored.
  std::optional<std::uint64_t> find(std::string_view key) const;

  /// All of these REQUIRE that the slot exists.
  std::string id(std::uint64_t slot) const;
  Json item(std::uint64_t slot) const;
  void append(std::string& out, std::uint64_t slot, const Projection& projection) const;
  /// `W/"..."`; changes with every change of the entity.
  std::string etag(std::uint64_t slot) const;
  /// Calls `act` with the entity as an EntityView and returns what it returns.
  template <class Act>
  decltype(auto) with_view(std::uint64_t slot, Act&& act) const {
    if (const Json* stored = stored_item(slot)) {
      return std::forward<Act>(act)(static_cast<const EntityView&>(JsonView(*stored)));
    }
    return std::forward<Act>(act)(
        static_cast<const EntityView&>(GeneratedUserView(users_.user(slot))));
  }

  /// True while there is room for more changes (the overlay is bounded in bytes).
  bool has_room() const { return overlay_bytes_ < room_; }
  /// Bounds the overlay otherwise than by kMaxOverlayBytes.
  void set_room(std::size_t bytes) { room_ = bytes; }
  /// `item` has its id. Returns the slot.
  std::uint64_t create(Json item);
  void replace(std::uint64_t slot, Json item);
  void erase(std::uint64_t slot);

  struct Change {
    std::uint64_t number = 0;
    std::uint64_t slot = 0;
    bool deleted = false;
    std::string id{};
  };
  /// At most `limit` changes after number `since`, oldest first, each entity once, with its last
  /// change.
  std::vector<Change> changes(std::uint64_t since, std::size_t limit) const;
  /// Changes up to this number are no longer all known: a delta from before it is stale.
  std::uint64_t forgotten() const { return forgotten_; }

  static constexpr std::size_t kMaxOverlayBytes = 64U << 20U;
  static constexpr std::size_t kMaxTombstones = 10'000;

 private:
  struct Entry {
    std::optional<Json> item{};  ///< nothing: deleted
    std::string id{};
    std::uint64_t number = 0;  ///< of its last change
    std::size_t bytes = 0;
  };

  const Json* stored_item(std::uint64_t slot) const;
  std::uint64_t base_size() const;
  std::optional<std::uint64_t> find_in_base(std::string_view key) const;
  void index_items();
  std::string alternate_key_of(const Json& item) const;
  void put(std::uint64_t slot, std::optional<Json> item, std::string id);
  void drop_keys(std::uint64_t slot);
  void forget_tombstones();
  static std::string etag_of(std::uint64_t slot, std::uint64_t number);

  const EntityType* type_ = &entity_type_of("");
  GeneratedUsers users_{};
  std::span<const Json> items_{};
  std::unordered_map<std::string, std::uint64_t> item_keys_{};  ///< lower case, of the base's items
  std::map<std::uint64_t, Entry> overlay_{};                    ///< by slot
  std::unordered_map<std::string, std::uint64_t> overlay_keys_{};  ///< lower case
  std::map<std::uint64_t, std::uint64_t> log_{};         ///< change number to slot, each slot once
  std::map<std::uint64_t, std::uint64_t> tombstones_{};  ///< of created entities, by change number
  std::uint64_t size_ = 0;
  std::uint64_t next_slot_ = 0;
  std::uint64_t change_ = 0;
  std::uint64_t forgotten_ = 0;
  std::size_t overlay_bytes_ = 0;
  std::size_t room_ = kMaxOverlayBytes;
};

}  // namespace graphfault::graph
