// SPDX-License-Identifier: MIT
// Writes to an entity set.
#pragma once

#include "base/random.hpp"
#include "engine/emulation/set_read.hpp"

#include <string>

namespace graphfault::engine {

/// POST to the set: 201 with the entity and its Location.
EmulatedOr create_entity(const SetCall& at, Random& random);
/// PATCH (merges; null empties) and, on open sets, PUT (replaces). 204 for directory objects,
/// else 200 with the entity.
EmulatedOr update_entity(const SetCall& at, const std::string& key);
EmulatedOr delete_entity(const SetCall& at, const std::string& key);

}  // namespace graphfault::engine
