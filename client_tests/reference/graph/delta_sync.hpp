// SPDX-License-Identifier: MIT
// Keeping a copy of a collection up to date by its changes.
#pragma once

#include "graph/listing.hpp"
#include "wire/json.hpp"

#include <map>
#include <optional>
#include <string>

namespace graphclient {

/// The copy and where the next round starts.
struct DeltaState {
  std::string delta_link{};             ///< empty: nothing was read yet
  std::map<std::string, Json> items{};  ///< by id
};

struct DeltaRound {
  DeltaState state{};
  int changed = 0;  ///< items that came, after the last of several entries for one id
  int removed = 0;  ///< ids that left
  int pages = 0;
  bool full_resync = false;
  std::optional<Failure> failure{};  ///< set: `state` is the one given, untouched
};

/// One round: from state.delta_link, or from `start_url` where that is empty. Entries that come
/// twice count once. Where the service says that the state is gone (410, or the code
/// syncStateNotFound) the copy is dropped and read anew from the answer's Location, else from
/// `start_url`; once per round.
DeltaRound sync_delta(Session& session, const std::string& start_url, const DeltaState& state);

/// The state as it is kept in a file, and back. nullopt: the text is no such state.
std::string write_delta_state(const DeltaState& state);
std::optional<DeltaState> read_delta_state(std::string_view text);

}  // namespace graphclient
