// SPDX-License-Identifier: MIT
#include "scenario/loading/data_block.hpp"

#include "base/letter_case.hpp"
#include "scenario/loading/reading/json_value.hpp"
#include "scenario/loading/reading/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::scenario {
namespace {

constexpr std::string_view kDataKeys[] = {"users", "collections"};
constexpr std::string_view kUserKeys[] = {"count", "guests", "seed", "page_size", "file", "items"};
constexpr std::string_view kGeneratorKeys[] = {"count", "guests", "seed"};
constexpr std::string_view kCollectionKeys[] = {"path", "page_size", "items", "file"};
constexpr Range kPageSizes{.min = 1, .max = 999};
constexpr Range kUserCounts{.min = 0, .max = 10'000'000};

/// The objects of `items` or `file`; nothing where the block has neither.
std::optional<std::vector<Json>> read_objects(const Block& block, std::string_view name,
                                              const Loading& loading) {
  const Node* const items = block.find("items");
  const Node* const file = block.find("file");
  if (items != nullptr && file != nullptr) {
    loading.report.add(file->key_mark, "`file` and `items` both give the data",
                       "leave out one of the two");
    return std::nullopt;
  }
  if (items != nullptr) {
    return read_items(*items, name, loading.report);
  }
  if (file == nullptr) {
    return std::nullopt;
  }
  const auto text = loading.read_file(*file);
  return text ? std::optional(read_item_file(*file, *text, name, loading.report)) : std::nullopt;
}

void read_page_size(std::size_t& size, const Block& block, Report& report) {
  if (const Node* node = block.find("page_size")) {
    assign(size, read_whole(*node, "`page_size`", kPageSizes, report));
  }
}

GeneratedUsers read_generated(const Block& block, Report& report) {
  GeneratedUsers users;
  if (const Node* count = block.find("count")) {
    assign(users.count, read_whole(*count, "`count`", kUserCounts, report));
  }
  if (const Node* guests = block.find("guests")) {
    assign(users.guests, read_share(*guests, "`guests`", report));
  }
  if (const Node* seed = block.find("seed")) {
    if (const auto number = read_whole(*seed, "`seed`", {}, report)) {
      users.seed = static_cast<std::uint64_t>(*number);
    }
  }
  return users;
}

Users read_users(const Node& node, const Loading& loading) {
  Report& report = loading.report;
  Users users;
  const Block block(node, "`users`", kUserKeys, report);
  read_page_size(users.page_size, block, report);
  if (!block.has("items") && !block.has("file")) {
    users.source = read_generated(block, report);
    return users;
  }
  for (const std::string_view key : kGeneratorKeys) {
    if (const Node* part = block.find(key)) {
      report.add(part->key_mark, fmt::format("`{}` is for generated users", key),
                 "leave it out beside `items` and `file`");
    }
  }
  users.source =
      read_objects(block, loading.name + "/users", loading).value_or(std::vector<Json>{});
  return users;
}

/// Paths that the emulation answers itself.
bool is_taken(std::string_view path) {
  constexpr std::string_view kTaken[] = {"/users", "/me", "/$batch"};
  return std::any_of(std::begin(kTaken), std::end(kTaken),
                     [&](std::string_view taken) { return equal_ignoring_case(taken, path); });
}

std::optional<std::string> read_collection_path(const Node& node, Report& report) {
  const auto text = read_word(node, "`path`", report);
  if (!text) {
    return std::nullopt;
  }
  const Result<PathPattern> path = parse_path_pattern(*text);
  if (!path) {
    report.add(node, path.error());
    return std::nullopt;
  }
  const auto& segments = path->segments;
  const bool plain =
      !segments.empty() && path->version.empty() &&
      std::all_of(segments.begin(), segments.end(), [](const auto& segment) {
        return segment.kind == PathPattern::Kind::literal && !is_reserved_segment(segment.text);
      });
  if (!plain || is_taken(*text)) {
    report.add(node, fmt::format("`{}` cannot be the path of a collection", *text),
               is_taken(*text) ? "graphfault has this path itself; write users under `data.users`"
                               : "a path without version and wildcards, such as /groups");
    return std::nullopt;
  }
  std::string canonical;
  for (const auto& segment : segments) {
    canonical += '/' + segment.text;
  }
  return canonical;
}

Collection read_collection(const Node& node, const Loading& loading) {
  Report& report = loading.report;
  const Block block(node, "a collection", kCollectionKeys, report);
  Collection collection;
  if (block.require("path", "such as /groups")) {
    assign(collection.path, read_collection_path(*block.find("path"), report));
  }
  read_page_size(collection.page_size, block, report);
  auto items = read_objects(block, loading.name + collection.path, loading);
  if (!items && node.is_map() && !block.has("items") && !block.has("file")) {
    report.add(node, "a collection needs `items` or `file`", "for an empty one write `items: []`");
  }
  collection.items = std::move(items).value_or(std::vector<Json>{});
  return collection;
}

std::vector<Collection> read_collections(const Node& node, const Loading& loading) {
  std::vector<Collection> collections;
  if (!node.is_list()) {
    report_kind(node, "`collections`", "a list", loading.report,
                "- {path: /groups, items: [{id: g1, displayName: Finance}]}");
    return collections;
  }
  for (const Node& item : node.children) {
    Collection collection = read_collection(item, loading);
    const bool twice = std::any_of(
        collections.begin(), collections.end(),
        [&](const Collection& other) { return equal_ignoring_case(other.path, collection.path); });
    if (twice && !collection.path.empty()) {
      loading.report.add(item, fmt::format("the collection `{}` is listed twice", collection.path));
    }
    collections.push_back(std::move(collection));
  }
  return collections;
}

}  // namespace

Data read_data(const Node& node, const Loading& loading) {
  const Block block(node, "`data`", kDataKeys, loading.report);
  Data data;
  if (const Node* users = block.find("users")) {
    data.users = read_users(*users, loading);
  }
  if (const Node* collections = block.find("collections")) {
    data.collections = read_collections(*collections, loading);
  }
  return data;
}

}  // namespace graphfault::scenario
