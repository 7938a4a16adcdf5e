// SPDX-License-Identifier: MIT
// A finding: one thing the client did well or badly, with the journal entries that prove it.
#pragma once

#include "base/clock.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::verdict {

/// `must` fails the verdict; `should` and `advice` are told, and fail it only where the scenario
/// requires them.
enum class Level { must, should, advice };

enum class State {
  passed,
  failed,
  pending,        ///< the client may still do it: a wait is running
  not_exercised,  ///< nothing in the journal asked for it, or the journal can't tell
};

/// One occurrence that speaks for or against the client.
struct Evidence {
  std::vector<std::uint64_t> sequences{};  ///< the exchanges, in order
  std::string text{};                      ///< what happened, in a sentence
  std::optional<Duration> due{};     ///< the wait that was asked for, where waiting is the point
  std::optional<Duration> waited{};  ///< the wait that happened

  bool operator==(const Evidence&) const = default;
};

/// What a rule says of a journal. Failures win over passes; what is pending wins over passes.
struct Opinion {
  std::vector<Evidence> kept{};
  std::vector<Evidence> broken{};
  std::vector<Evidence> open{};

  State state() const;
};

struct Finding {
  std::string_view id{};
  Level level = Level::must;
  State state = State::not_exercised;
  bool required = false;             ///< by the scenario
  std::string_view expected{};       ///< what a good client does, one sentence
  std::string_view source{};         ///< where that is said
  std::vector<Evidence> evidence{};  ///< what failed, else what is open, else what was kept

  /// True where the verdict depends on it: a must, or required.
  bool counts() const { return required || level == Level::must; }
  bool fails_verdict() const {
    return (counts() && state == State::failed) || (required && state == State::not_exercised);
  }
};

std::string_view text_of(Level level);
std::string_view text_of(State state);

}  // namespace graphfault::verdict
