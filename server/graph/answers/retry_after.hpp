// SPDX-License-Identifier: MIT
// The Retry-After header: its text, and the window it opens.
#pragma once

#include "base/clock.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace graphfault::graph {

/// A header's value and how long the caller has to wait from the moment the answer leaves. A zero
/// window opens none.
struct RetryAfterAnswer {
  std::string text{};
  Duration window{};

  bool operator==(const RetryAfterAnswer&) const = default;
};

/// Seconds, decimal where the wait is no whole number of them: `2`, `2.128`, `0`. At most
/// nanoseconds.
RetryAfterAnswer retry_after_seconds(Duration wait);
/// An HTTP-date, the second that `wall_now + wait` falls in rounded up; the window ends with it.
RetryAfterAnswer retry_after_date(Duration wait, Instant wall_now);
/// The text as it is; its window as far as it can be read (see read_retry_after), else zero.
RetryAfterAnswer retry_after_raw(std::string text, Instant wall_now);

/// What is left of a window as a header: whole seconds, rounded up, at least 1.
std::string remaining_text(Duration left);

/// What a header asks of a client: `2`, `2.128`, or an HTTP-date (zero where it is past). Nothing
/// where it is neither, such as `31,120`.
std::optional<Duration> read_retry_after(std::string_view text, Instant wall_now);

}  // namespace graphfault::graph
