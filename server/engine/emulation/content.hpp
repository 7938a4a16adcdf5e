// SPDX-License-Identifier: MIT
// What a request says about content: Accept, Content-Type, and the JSON body.
#pragma once

#include "base/json.hpp"
#include "engine/calls/call.hpp"

#include <tl/expected.hpp>

#include <optional>
#include <string_view>

namespace graphfault::engine {

enum class Offered { json, text };

/// 406 where Accept names nothing that is offered with a q above 0. No Accept takes anything.
std::optional<graph::GraphError> check_accept(const Call& call, Offered offered);

/// The JSON object of a write. 415 for another Content-Type; 400 where there is none, and for a
/// body that is empty or no JSON object.
tl::expected<Json, graph::GraphError> read_object(const Call& call);

/// 412 where If-Match names neither `*` nor the entity's tag. Tags compare weakly: Graph's are
/// weak, and it takes them in If-Match.
std::optional<graph::GraphError> check_if_match(const Call& call, std::string_view etag);

/// True for `ConsistencyLevel: eventual`.
bool is_eventual(const Call& call);

}  // namespace graphfault::engine
