// SPDX-License-Identifier: MIT
// Times and durations as the wire and people write them.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace graphfault {

/// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 IMF-fixdate); fractions are cut off.
std::string http_date(Instant time);
std::optional<Instant> parse_http_date(std::string_view text);

/// `2026-02-11T09:12:33`: UTC without zone or fraction, as Graph writes innerError.date.
std::string graph_date(Instant time);
/// `2026-02-11T09:12:33Z`.
std::string iso_date(Instant time);
/// `2026-02-11T09:12:33.123Z`, for the journal.
std::string iso_date_millis(Instant time);
/// `2026-02-11 09:12:33Z`, as the token endpoint writes it.
std::string sign_in_date(Instant time);
/// `1771233153`, as a JWT's exp and iat write it (NumericDate, RFC 7519); fractions are cut off.
std::int64_t unix_seconds(Instant time);
/// Reads `2026-02-11`, `2026-02-11T09:12:33`, with optional fraction and `Z` or offset.
std::optional<Instant> parse_iso_date(std::string_view text);

/// Reads `200ms`, `2s`, `2.5s`, `5m`, `1h`, `90us`, and `0`. A bare number other than 0 and a
/// negative one are errors whose hint names the units. At most 10 years.
Result<Duration> parse_duration(std::string_view text);
/// The shortest exact form: `2s`, `200ms`, `1h`, `1.5s`.
std::string duration_text(Duration duration);

}  // namespace graphfault
