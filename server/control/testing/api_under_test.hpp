// SPDX-License-Identifier: MIT
// A whole subject for the control API, without sockets: a real engine, and doubles of the rim.
#pragma once

#include "control/message.hpp"
#include "control/subject.hpp"

#include <chrono>
#include <map>
#include <memory>
#include <string>

namespace graphfault::control {

inline constexpr Instant kTestNow{std::chrono::seconds(1'770'801'153)};  // 2026-02-11T09:12:33Z

/// Loads real YAML and says what it was given.
class ShelfDouble final : public ScenarioShelf {
 public:
  explicit ShelfDouble(engine::ScenarioSet scenarios) : scenarios_(std::move(scenarios)) {}

  tl::expected<Added, Problems> add(std::string_view yaml, std::string_view name) override;
  Problems problems() const override { return current; }

  Problems current{};
  std::string last_name{};
  engine::Registry* registry = nullptr;

 private:
  engine::ScenarioSet scenarios_;
};

class TrafficDouble final : public Traffic {
 public:
  bool ready() const override { return is_ready; }
  WireCounts wire() const override { return counts; }
  std::map<int, std::uint64_t> answers() const override { return by_status; }
  std::uint64_t unmatched() const override { return 3; }

  bool is_ready = true;
  WireCounts counts{};
  std::map<int, std::uint64_t> by_status{};
};

class ClockDouble final : public Clock {
 public:
  explicit ClockDouble(const Instant& now) : now_(now) {}
  Instant now() const override { return now_; }

 private:
  const Instant& now_;
};

/// `throttled` has one rule: the first GET /users is a 429.
class ApiUnderTest {
 public:
  explicit ApiUnderTest(std::size_t max_tenants = 100);

  /// Finds the route and calls it, as the listener does.
  Reply call(const std::string& method, const std::string& target, const std::string& body = {});
  Json json(const std::string& method, const std::string& target, const std::string& body = {});
  /// One request to the emulated Graph.
  http::Answer request(const std::string& method, const std::string& target,
                       const std::string& token_of = {});

  Instant now = kTestNow;
  engine::ScenarioSet scenarios{};
  engine::Engine engine;
  ShelfDouble shelf;
  TrafficDouble traffic{};
  ClockDouble clock{now};
  EventFeed events{engine, clock};
  Subject subject;
};

}  // namespace graphfault::control
