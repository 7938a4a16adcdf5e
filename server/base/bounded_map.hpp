// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace graphfault {

/// A map from text that holds at most `limit` entries: the one put in first goes first. What
/// clients can make it hold is therefore bounded. Not thread-safe. Pointers live until their entry
/// goes.
template <class Value>
class BoundedMap {
 public:
  using Entry = std::pair<const std::string, Value>;

  /// REQUIRES: limit > 0.
  explicit BoundedMap(std::size_t limit) : limit_(limit) {}

  Value* find(std::string_view key) {
    const auto found = index_.find(key);
    return found == index_.end() ? nullptr : &found->second->second;
  }
  const Value* find(std::string_view key) const {
    const auto found = index_.find(key);
    return found == index_.end() ? nullptr : &found->second->second;
  }
  bool contains(std::string_view key) const { return index_.find(key) != index_.end(); }

  /// Replaces an entry of that key, which then counts as new.
  Value& put(std::string_view key, Value value) {
    erase(key);
    if (entries_.size() >= limit_) {
      erase_entry(entries_.begin());
    }
    entries_.emplace_back(std::string(key), std::move(value));
    const auto entry = std::prev(entries_.end());
    index_.emplace(entry->first, entry);
    return entry->second;
  }
  void erase(std::string_view key) {
    if (const auto found = index_.find(key); found != index_.end()) {
      erase_entry(found->second);
    }
  }
  void clear() {
    index_.clear();
    entries_.clear();
  }

  std::size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }
  /// Oldest first.
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }

 private:
  using Entries = std::list<Entry>;

  void erase_entry(typename Entries::iterator entry) {
    index_.erase(entry->first);
    entries_.erase(entry);
  }

  std::size_t limit_;
  Entries entries_;
  std::unordered_map<std::string_view, typename Entries::iterator> index_;  // keys live in entries_
};

}  // namespace graphfault
