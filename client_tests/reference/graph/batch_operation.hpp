// SPDX-License-Identifier: MIT
#pragma once

#include "wire/headers.hpp"
#include "wire/json.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace graphclient {

/// One request inside a $batch.
struct Operation {
  std::string id{};
  std::string method = "GET";
  std::string url{};  ///< relative to the version: /users/1
  Headers headers{};
  Json body{};  ///< null: none
  std::vector<std::string> depends_on{};
};

/// Where the operation of that id is (case does not count); operations.size() where it is not.
std::size_t position_of(const std::vector<Operation>& operations, const std::string& id);

/// {"requests": [...]} or the bare list, of any length, as a file holds it. The error says which
/// entry is wrong and why: a missing id, method or url, an id that comes twice (case does not
/// count), a dependsOn that names no earlier entry.
tl::expected<std::vector<Operation>, std::string> read_operations(const Json& document);
/// As it stands in a $batch. A body gets its Content-Type where the operation names none.
Json write_operation(const Operation& operation);

}  // namespace graphclient
