// SPDX-License-Identifier: MIT
#pragma once

#include "pace/clock.hpp"
#include "wire/headers.hpp"

#include <optional>

namespace graphclient {

/// The wait that Retry-After asks for, never less than it says: whole or decimal seconds, or an
/// HTTP-date, which is taken relative to the answer's own Date (the service's clock), else to
/// `now`. A date that is past is zero. nullopt where the header is absent or can't be read (a
/// list such as `31,120`, a negative number, words): the caller then backs off on its own.
std::optional<Milliseconds> retry_after(const Headers& headers, Instant now);

}  // namespace graphclient
