// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "engine/calls/call.hpp"

#include <string>
#include <string_view>

namespace graphfault::engine {

/// What a reply's placeholders are filled in with.
struct PlaceholderValues {
  const Call& call;
  Instant wall{};  ///< of ${now}
  Random& random;  ///< of ${guid}, a new one each time
};

/// Fills in `${base}` `${now}` `${guid}` and `${path.N}` (the Nth segment after the version, from
/// 1; empty where there is none). Anything else in `${}` stays as it is.
std::string fill_placeholders(std::string_view text, const PlaceholderValues& values);

}  // namespace graphfault::engine
