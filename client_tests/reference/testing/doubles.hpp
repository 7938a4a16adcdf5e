// SPDX-License-Identifier: MIT
// The outside world as tests want it: a clock that moves when slept on, dice with known faces.
#pragma once

#include "call/observer.hpp"
#include "pace/clock.hpp"
#include "pace/random.hpp"

#include <string>
#include <vector>

namespace graphclient::testing {

class FakeClock final : public Clock {
 public:
  Instant now() override { return time; }
  void sleep(Milliseconds wait) override {
    time += wait;
    slept += wait;
  }

  Instant time{std::chrono::sys_days(std::chrono::year(2026) / 1 / 15)};
  Milliseconds slept{0};
};

/// Jitter is always half of its range; ids differ all the same.
class FakeRandom final : public Random {
 public:
  std::uint64_t next() override { return (1ULL << 63U) + count_++; }

 private:
  std::uint64_t count_ = 0;
};

/// Keeps what it was told.
class RecordingObserver final : public Observer {
 public:
  void page(int pages, std::size_t items) override {
    pages_seen.push_back(pages);
    items_seen.push_back(items);
  }
  void waiting(const std::string& why, Milliseconds left) override {
    waits.push_back(left);
    reasons.push_back(why);
  }
  void note(const std::string& text) override { notes.push_back(text); }

  std::vector<int> pages_seen{};
  std::vector<std::size_t> items_seen{};
  std::vector<Milliseconds> waits{};
  std::vector<std::string> reasons{};
  std::vector<std::string> notes{};
};

}  // namespace graphclient::testing
