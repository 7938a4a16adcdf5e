// SPDX-License-Identifier: MIT
#include "scenario/loading/reading/json_value.hpp"

#include "base/letter_case.hpp"
#include "base/random.hpp"
#include "scenario/loading/reading/block.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <system_error>

namespace graphfault::scenario {
namespace {

template <class T>
bool parse_into(std::string_view text, Json& out) {
  T value{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end) {
    return false;
  }
  out = value;
  return true;
}

/// YAML's core schema for plain scalars, without its spellings that JSON cannot say.
Json plain_value(std::string_view text) {
  if (text == "true" || text == "false") {
    return text == "true";
  }
  Json number;
  const bool begins_as_number =
      !text.empty() && (text[0] == '-' || (text[0] >= '0' && text[0] <= '9'));
  if (begins_as_number &&
      (parse_into<std::int64_t>(text, number) || parse_into<std::uint64_t>(text, number) ||
       parse_into<double>(text, number))) {
    const bool finite = !number.is_number_float() || std::isfinite(number.get<double>());
    return finite ? number : Json(std::string(text));
  }
  return std::string(text);
}

Json to_array(const Node& node) {
  Json array = Json::array();
  for (const Node& item : node.children) {
    array.push_back(to_json(item));
  }
  return array;
}

Json to_object(const Node& node) {
  Json object = Json::object();
  for (const Node& child : node.children) {
    object[child.key] = to_json(child);
  }
  return object;
}

using Ids = std::set<std::string, LessIgnoringCase>;

/// Gives the item its id, or says what is wrong with the one it has.
std::string settle_id(Json& item, std::string_view name, std::size_t position, Ids& ids) {
  if (!item.is_object()) {
    return fmt::format("item {} is not an object", position);
  }
  if (!item.contains("id")) {
    Json with_id{{"id", guid_of(fmt::format("{}#{}", name, position))}};
    with_id.update(item);
    item = std::move(with_id);
  }
  const Json& id = item["id"];
  if (!id.is_string() || id.get_ref<const std::string&>().empty()) {
    return fmt::format("the `id` of item {} is not text", position);
  }
  if (!ids.insert(id.get<std::string>()).second) {
    return fmt::format("the `id` of item {}, `{}`, is already used", position,
                       id.get<std::string>());
  }
  return {};
}

}  // namespace

Json to_json(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return nullptr;
    case Node::Kind::scalar:
      return node.quoted ? Json(node.text) : plain_value(node.text);
    case Node::Kind::list:
      return to_array(node);
    case Node::Kind::map:
      return to_object(node);
  }
  return nullptr;
}

std::vector<Json> read_items(const Node& node, std::string_view name, Report& report) {
  std::vector<Json> items;
  if (!node.is_list()) {
    report_kind(node, "`items`", "a list of objects", report);
    return items;
  }
  Ids ids;
  for (const Node& item : node.children) {
    Json value = to_json(item);
    const std::string fault = settle_id(value, name, items.size() + 1, ids);
    if (!fault.empty()) {
      report.add(item, fault, "each item is a map; its `id` is text and unique, such as \"5\"");
    }
    items.push_back(std::move(value));
  }
  return items;
}

std::vector<Json> read_item_file(const Node& node, std::string_view text, std::string_view name,
                                 Report& report) {
  std::vector<Json> items;
  Result<Json> document = parse_json(text);
  if (!document) {
    report.add(node, fmt::format("`{}` is not JSON: {}", node.text, document.error().message));
    return items;
  }
  const bool wrapped = document->is_object() && document->contains("value");
  Json& list = wrapped ? (*document)["value"] : *document;
  if (!list.is_array()) {
    report.add(node, fmt::format("`{}` does not contain a list", node.text),
               "an array of objects, or a Graph answer with the array `value`");
    return items;
  }
  Ids ids;
  for (Json& item : list) {
    const std::string fault = settle_id(item, name, items.size() + 1, ids);
    if (!fault.empty()) {
      report.add(node, fmt::format("`{}`: {}", node.text, fault));
    }
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace graphfault::scenario
