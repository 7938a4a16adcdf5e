// SPDX-License-Identifier: MIT
// Reads of an entity set: its list, its count, one entity, and its delta.
#pragma once

#include "engine/calls/call.hpp"
#include "engine/emulation/directory.hpp"
#include "scenario/model.hpp"

#include <string>

namespace graphfault::engine {

/// One call on one set.
struct SetCall {
  const Call& call;
  EntitySet& set;
  scenario::License license = scenario::License::premium;
};

EmulatedOr read_list(const SetCall& at);
/// `/$count`.
EmulatedOr read_count(const SetCall& at);
/// By id or by its type's other key.
EmulatedOr read_entity(const SetCall& at, const std::string& key);

/// The entity as a whole answer, with its ETag.
Emulated entity_answer(const SetCall& at, std::uint64_t slot, int status,
                       const graph::ListQuery& query);

/// 403 where signInActivity is read of a tenant without a premium licence.
std::optional<graph::GraphError> check_license(const SetCall& at, const graph::ListQuery& query);

}  // namespace graphfault::engine
