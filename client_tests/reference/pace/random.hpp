// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace graphclient {

/// Where jitter and request ids come from.
class Random {
 public:
  Random() = default;
  Random(const Random&) = delete;
  Random& operator=(const Random&) = delete;
  virtual ~Random() = default;

  virtual std::uint64_t next() = 0;
};

/// Seeded by the machine's entropy. Not for secrets.
std::unique_ptr<Random> make_system_random();
/// In [0, 1).
double unit(Random& random);
/// A version 4 GUID in lower case.
std::string new_guid(Random& random);

}  // namespace graphclient
