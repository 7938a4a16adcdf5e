// SPDX-License-Identifier: MIT
#include "engine/rules/delay.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>
#include <variant>

namespace graphfault::engine {
namespace {

constexpr double kNanosPerMicro = 1'000.0;
constexpr double kNinetyNinth = 2.3263478740408408;  // of the standard normal distribution
constexpr double kTwoPi = 6.283185307179586;
constexpr Duration kLongest = std::chrono::hours(1);

Duration from_micros(double micros) {
  const auto most = static_cast<double>(kLongest.count()) / kNanosPerMicro;
  return std::chrono::microseconds(std::llround(std::clamp(micros, 0.0, most)));
}

double micros(Duration time) { return static_cast<double>(time.count()) / kNanosPerMicro; }

// Box-Muller; 1 - unit() is never 0.
double standard_normal(Random& random) {
  const double radius = std::sqrt(-2.0 * std::log(1.0 - random.unit()));
  return radius * std::cos(kTwoPi * random.unit());
}

struct Draw {
  Random& random;

  Duration operator()(const scenario::FixedDelay& delay) const { return delay.time; }
  Duration operator()(const scenario::UniformDelay& delay) const {
    return from_micros(micros(delay.min) + random.unit() * micros(delay.max - delay.min));
  }
  Duration operator()(const scenario::LognormalDelay& delay) const {
    const double median = std::max(micros(delay.median), 1.0);
    const double sigma = std::log(std::max(micros(delay.p99) / median, 1.0)) / kNinetyNinth;
    return from_micros(median * std::exp(sigma * standard_normal(random)));
  }
};

}  // namespace

Duration draw(const scenario::Delay& delay, Random& random) {
  return std::visit(Draw{random}, delay);
}

}  // namespace graphfault::engine
