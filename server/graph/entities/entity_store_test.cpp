// SPDX-License-Identifier: MIT
#include "graph/entities/entity_store.hpp"

#include "graph/entities/entity_listing.hpp"
#include "graph/entities/generated_user_text.hpp"
#include "graph/model/user_type.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace graphfault::graph {
namespace {

EntityStore generated(std::uint64_t count) { return {user_type(), GeneratedUsers(7, count, 0.4)}; }

std::vector<std::string> all_ids(const EntityStore& store) {
  std::vector<std::string> ids;
  for (auto slot = store.next_existing(0); slot < store.slots();
       slot = store.next_existing(slot + 1)) {
    ids.push_back(store.id(slot));
  }
  return ids;
}

const std::vector<Json>& letters() {
  static const std::vector<Json> items = {
      {{"id", "a"}, {"name", "Ann"}},
      {{"id", "b"}, {"name", "bob"}, {"@odata.etag", "W/\"1\""}},
      {{"id", "c"}}};
  return items;
}

EntityStore given() { return {entity_type_of("letters"), letters()}; }

TEST(EntityStore, StartsAsItsBase) {
  EXPECT_EQ(generated(250).size(), 250U);
  EXPECT_EQ(given().size(), 3U);
  EXPECT_EQ(EntityStore().size(), 0U);
  EXPECT_EQ(EntityStore().find("x"), std::nullopt);
  EXPECT_EQ(all_ids(given()), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(given().find("B"), 1U);
  EXPECT_EQ(given().find("d"), std::nullopt);
}

TEST(EntityStore, CreatedChangedAndDeletedLieOverTheBase) {
  EntityStore store = given();
  const auto slot = store.create({{"id", "d"}, {"name", "Dan"}});
  store.replace(0, {{"id", "a"}, {"name", "Anna"}});
  store.erase(1);
  EXPECT_EQ(store.size(), 3U);
  EXPECT_EQ(all_ids(store), (std::vector<std::string>{"a", "c", "d"}));
  EXPECT_EQ(store.find("d"), slot);
  EXPECT_EQ(store.find("b"), std::nullopt);
  EXPECT_EQ(store.item(0)["name"], "Anna");
  EXPECT_FALSE(store.exists(1));
  EXPECT_FALSE(store.exists(99));
  store.erase(slot);
  store.erase(2);
  store.erase(0);
  EXPECT_EQ(store.size(), 0U);
  EXPECT_EQ(store.next_existing(0), store.slots());
  EXPECT_EQ(letters()[0]["name"], "Ann");
}

TEST(EntityStore, AChangedUserIsFoundByItsNewNameOnly) {
  EntityStore store = generated(100);
  Json user = store.item(5);
  const std::string old_name = user["userPrincipalName"];
  user["userPrincipalName"] = "new@contoso.com";
  store.replace(5, user);
  EXPECT_EQ(store.find("NEW@contoso.com"), 5U);
  EXPECT_EQ(store.find(old_name), std::nullopt);
  EXPECT_EQ(store.find(store.id(5)), 5U);
  store.erase(5);
  EXPECT_EQ(store.find("new@contoso.com"), std::nullopt);
  const auto slot = store.create({{"id", "x"}, {"userPrincipalName", old_name}});
  EXPECT_EQ(store.find(old_name), slot);
}

TEST(EntityStore, TheEtagChangesWithTheEntity) {
  EntityStore store = given();
  const std::string before = store.etag(0);
  EXPECT_EQ(before.substr(0, 3), "W/\"");
  EXPECT_EQ(store.etag(0), before);
  EXPECT_NE(store.etag(2), before);
  store.replace(0, {{"id", "a"}});
  EXPECT_NE(store.etag(0), before);
  EXPECT_EQ(store.etag(1), "W/\"1\"");
  store.replace(1, letters()[1]);
  EXPECT_NE(store.etag(1), "W/\"1\"");
  EXPECT_EQ(store.item(1)["@odata.etag"], store.etag(1));
}

TEST(EntityStore, ChangesNameEachEntityOnceWithItsLastChange) {
  EntityStore store = given();
  store.replace(0, {{"id", "a"}, {"n", 1}});
  store.replace(2, {{"id", "c"}, {"n", 1}});
  store.replace(0, {{"id", "a"}, {"n", 2}});
  store.erase(1);
  const auto changes = store.changes(0, 10);
  ASSERT_EQ(changes.size(), 3U);
  EXPECT_EQ(changes[0].id, "c");
  EXPECT_EQ(changes[1].id, "a");
  EXPECT_EQ(changes[2].id, "b");
  EXPECT_TRUE(changes[2].deleted);
  EXPECT_EQ(store.changes(0, 2).size(), 2U);
  EXPECT_EQ(store.changes(changes[1].number, 10).size(), 1U);
  EXPECT_TRUE(store.changes(store.change(), 10).empty());
}

TEST(EntityStore, EndlessCreatingAndDeletingStaysBounded) {
  EntityStore store = given();
  for (std::size_t i = 0; i < EntityStore::kMaxTombstones + 10; ++i) {
    store.erase(store.create({{"id", "n" + std::to_string(i)}}));
  }
  EXPECT_TRUE(store.has_room());
  EXPECT_EQ(store.forgotten(), 20U);
  EXPECT_EQ(store.changes(0, EntityStore::kMaxTombstones * 2).size(), EntityStore::kMaxTombstones);
}

TEST(EntityStore, ItsRoomIsBoundedInBytes) {
  EntityStore store = given();
  store.set_room(4096);
  const auto slot = store.create({{"id", "big"}, {"text", std::string(1000, 'x')}});
  EXPECT_TRUE(store.has_room());
  store.replace(slot, {{"id", "big"}, {"text", std::string(2000, 'x')}});
  EXPECT_FALSE(store.has_room());
  store.erase(slot);
  EXPECT_TRUE(store.has_room());
}

ListQuery query_of(const http::Fields& options) {
  auto query = read_list_query(options, user_type(), true);
  EXPECT_TRUE(query);
  return query.value_or(ListQuery{});
}

TEST(Listing, PagesGoOnWhereTheLastEnded) {
  const EntityStore store = generated(250);
  ListingCache cache;
  std::vector<std::uint64_t> seen;
  std::optional<std::uint64_t> position = 0;
  std::vector<std::size_t> sizes;
  while (position) {
    const Slice slice = list(store, {}, *position, 100, cache);
    seen.insert(seen.end(), slice.slots.begin(), slice.slots.end());
    sizes.push_back(slice.slots.size());
    position = slice.next;
  }
  EXPECT_EQ(sizes, (std::vector<std::size_t>{100, 100, 50}));
  EXPECT_EQ(seen.size(), 250U);
  EXPECT_FALSE(list(generated(200), {}, 100, 100, cache).next);
  EXPECT_TRUE(list(store, {}, 5000, 100, cache).slots.empty());
}

TEST(Listing, ADeletionShiftsNothing) {
  EntityStore store = generated(10);
  ListingCache cache;
  const Slice first = list(store, {}, 0, 4, cache);
  store.erase(1);
  const Slice second = list(store, {}, *first.next, 4, cache);
  EXPECT_EQ(second.slots, (std::vector<std::uint64_t>{4, 5, 6, 7}));
}

TEST(Listing, FilteredPagesAreFullAndCounted) {
  const EntityStore store = generated(250);
  const ListQuery query = query_of({{"$filter", "userType eq 'Guest'"}});
  ListingCache cache;
  const Slice first = list(store, query, 0, 60, cache);
  EXPECT_EQ(first.slots.size(), 60U);
  const Slice second = list(store, query, *first.next, 60, cache);
  EXPECT_EQ(second.slots.size(), 40U);
  EXPECT_FALSE(second.next);
  EXPECT_EQ(count(store, query, cache), 100U);
  EXPECT_EQ(count(store, {}, cache), 250U);
}

TEST(Listing, TheCountIsKeptUntilSomethingChanges) {
  EntityStore store = generated(250);
  const ListQuery query = query_of({{"$filter", "userType eq 'Guest'"}});
  ListingCache cache;
  EXPECT_EQ(count(store, query, cache), 100U);
  EXPECT_EQ(cache.counts.size(), 1U);
  store.create({{"id", "x"}, {"userType", "guest"}});
  EXPECT_EQ(count(store, query, cache), 101U);
  for (int i = 0; i < 200; ++i) {
    static_cast<void>(
        count(store, query_of({{"$filter", "id eq '" + std::to_string(i) + "'"}}), cache));
  }
  EXPECT_LE(cache.counts.size(), ListingCache::kMaxCounts);
}

TEST(Listing, OrderedPagesGoByRank) {
  const EntityStore store = generated(30);
  const ListQuery query = query_of({{"$orderby", "displayName desc"}});
  ListingCache cache;
  std::vector<std::string> names;
  std::optional<std::uint64_t> position = 0;
  while (position) {
    const Slice slice = list(store, query, *position, 7, cache);
    for (const auto slot : slice.slots) {
      names.push_back(store.item(slot)["displayName"]);
    }
    position = slice.next;
  }
  EXPECT_EQ(names.size(), 30U);
  EXPECT_TRUE(std::is_sorted(names.rbegin(), names.rend()));
}

TEST(Listing, SearchFindsBeginningsOfWords) {
  const EntityStore store = generated(300);
  ListingCache cache;
  const std::string given_name(store.item(3)["givenName"]);
  const ListQuery query =
      query_of({{"$search", "\"displayName:" + given_name.substr(0, 3) + "\""}});
  const Slice slice = list(store, query, 0, 999, cache);
  EXPECT_FALSE(slice.slots.empty());
  EXPECT_LT(slice.slots.size(), 300U);
}

}  // namespace
}  // namespace graphfault::graph
