// SPDX-License-Identifier: MIT
#pragma once

#include "pace/clock.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace graphclient {

/// `200ms`, `2s`, `5m`, `1h`; a unit is needed. nullopt for anything else or beyond a year.
std::optional<Milliseconds> parse_duration(std::string_view text);
/// For people: `800 ms`, `2 s`, `3 min 5 s`; seconds are rounded up.
std::string shown_duration(Milliseconds time);

}  // namespace graphclient
