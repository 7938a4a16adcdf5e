// SPDX-License-Identifier: MIT
// What Graph asks of the body that creates or changes a user.
#pragma once

#include "base/json.hpp"
#include "graph/entities/entity_store.hpp"
#include "graph/errors/graph_error.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace graphfault::engine {

/// The first thing wrong with the body, or nothing: an unknown or read-only property, a value of
/// the wrong kind, a name that is no principal name or belongs to another user than `own`. A new
/// user (no `own`) needs displayName and userPrincipalName; that Graph also asks for
/// accountEnabled, mailNickname and passwordProfile is left to its clients.
std::optional<graph::GraphError> check_user_body(const Json& body, const graph::EntityStore& store,
                                                 std::optional<std::uint64_t> own);

/// The user that a checked body makes, with what the directory adds to it.
Json new_user(const Json& body, std::string id, std::string created);

}  // namespace graphfault::engine
