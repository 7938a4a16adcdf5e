// SPDX-License-Identifier: MIT
#include "pace/clock.hpp"

#include <thread>

namespace graphclient {
namespace {

class SystemClock final : public Clock {
 public:
  Instant now() override {
    const auto passed = std::chrono::steady_clock::now() - steady_at_start_;
    return wall_at_start_ + std::chrono::floor<Milliseconds>(passed);
  }
  void sleep(Milliseconds time) override { std::this_thread::sleep_for(time); }

 private:
  Instant wall_at_start_ = std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
  std::chrono::steady_clock::time_point steady_at_start_ = std::chrono::steady_clock::now();
};

}  // namespace

std::unique_ptr<Clock> make_system_clock() { return std::make_unique<SystemClock>(); }

}  // namespace graphclient
