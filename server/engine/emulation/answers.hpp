// SPDX-License-Identifier: MIT
// Successful answers with the headers of the wire contract (section 1.3), and the addresses that
// stand in them.
#pragma once

#include "engine/calls/call.hpp"
#include "engine/emulation/directory.hpp"
#include "graph/odata/odata_query.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::engine {

/// A JSON answer of that set: Cache-Control, Content-Type, OData-Version, and for directory objects
/// x-ms-resource-unit.
Emulated json_answer(const EntitySet& set, int status, std::string body, int units = 1);
/// 204.
Emulated no_content();
/// `text/plain`, for $count.
Emulated text_answer(std::string text);

/// Appends `{"@odata.context":"<base>/v1.0/$metadata#users"`, without the closing brace.
void begin_object(std::string& out, const Call& call, const EntitySet& set,
                  const std::vector<std::string>& select, bool single);

/// The address of the next page: the request's own with every option but the token kept as it came.
std::string next_link(const Call& call, std::string_view token);
/// The request's address without its options.
std::string own_address(const Call& call);
/// Where an entity of the set is: `<base>/v1.0/users/<id>`.
std::string entity_address(const Call& call, const EntitySet& set, std::string_view id);

}  // namespace graphfault::engine
