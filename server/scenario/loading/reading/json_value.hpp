// SPDX-License-Identifier: MIT
#pragma once

#include "base/json.hpp"
#include "scenario/yaml/node.hpp"
#include "scenario/yaml/report.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace graphfault::scenario {

/// A node as JSON, keys in written order: plain null, true, false and numbers are such, all else is
/// text.
Json to_json(const Node& node);

/// A list of JSON objects, each with a text as its unique `id`; one that has none gets a GUID made
/// from `name` and its position. `what` names the list in messages.
std::vector<Json> read_items(const Node& node, std::string_view name, Report& report);
/// The same from a file's JSON text: an array, or an object with the array `value`. Problems are
/// reported at `node`, which names the file.
std::vector<Json> read_item_file(const Node& node, std::string_view text, std::string_view name,
                                 Report& report);

}  // namespace graphfault::scenario
