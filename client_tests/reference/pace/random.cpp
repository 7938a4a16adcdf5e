// SPDX-License-Identifier: MIT
#include "pace/random.hpp"

#include <fmt/format.h>

#include <random>

namespace graphclient {
namespace {

class SystemRandom final : public Random {
 public:
  std::uint64_t next() override { return engine_(); }

 private:
  std::mt19937_64 engine_{(static_cast<std::uint64_t>(std::random_device{}()) << 32U) ^
                          std::random_device{}()};
};

}  // namespace

std::unique_ptr<Random> make_system_random() { return std::make_unique<SystemRandom>(); }

double unit(Random& random) { return static_cast<double>(random.next() >> 11U) * 0x1.0p-53; }

std::string new_guid(Random& random) {
  const std::uint64_t high = (random.next() & ~0xF000ULL) | 0x4000ULL;
  const std::uint64_t low = (random.next() & ~(3ULL << 62U)) | (1ULL << 63U);
  return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32U, (high >> 16U) & 0xFFFFU,
                     high & 0xFFFFU, low >> 48U, low & 0xFFFFFFFFFFFFULL);
}

}  // namespace graphclient
