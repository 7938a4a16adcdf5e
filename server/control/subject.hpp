// SPDX-License-Identifier: MIT
// What the control API looks at and acts on: the engine, and the two things that the rim knows.
#pragma once

#include "base/clock.hpp"
#include "base/problem.hpp"
#include "control/events/event_feed.hpp"
#include "engine/engine.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace graphfault::control {

/// The loaded scenarios and how they are renewed. Threads: any.
class ScenarioShelf {
 public:
  ScenarioShelf() = default;
  ScenarioShelf(const ScenarioShelf&) = delete;
  ScenarioShelf& operator=(const ScenarioShelf&) = delete;
  virtual ~ScenarioShelf() = default;

  struct Added {
    std::shared_ptr<const scenario::Scenario> scenario{};
    bool replaced = false;  ///< one of that name was there
  };
  /// Checks one scenario's text and takes it into the set, where it stays until the server ends;
  /// or every problem it has. `name` is its file name for places, and its default name.
  virtual tl::expected<Added, Problems> add(std::string_view yaml, std::string_view name) = 0;
  /// Of the last reload; empty where it went well.
  virtual Problems problems() const = 0;
};

struct WireCounts {
  std::uint64_t accepted = 0;  ///< connections, ever
  std::uint64_t open = 0;      ///< connections, now
  std::uint64_t refused = 0;   ///< connections or requests that net/ refused
  std::uint64_t buffered_bytes = 0;
};

/// What the emulated wire has carried. Threads: any.
class Traffic {
 public:
  Traffic() = default;
  Traffic(const Traffic&) = delete;
  Traffic& operator=(const Traffic&) = delete;
  virtual ~Traffic() = default;

  /// False until requests are answered, and again once the server is about to stop.
  virtual bool ready() const = 0;
  virtual WireCounts wire() const = 0;
  /// Answers by status, ever; 0 stands for answers of which no byte was to leave.
  virtual std::map<int, std::uint64_t> answers() const = 0;
  /// Answers to paths that no rule and no emulation knows (told by the hint mark).
  virtual std::uint64_t unmatched() const = 0;
};

struct Subject {
  engine::Engine& engine;
  ScenarioShelf& shelf;
  const Traffic& traffic;
  EventFeed& events;
  std::string version{};
  std::string emulated{};  ///< the emulated Graph's address, for hints: `http://localhost:8080`
  std::string emulated_https{};
  std::string authority{};  ///< the certificate that clients are to trust, as PEM; empty: none of
                            ///< ours is shown
  Instant started{};
};

}  // namespace graphfault::control
