// SPDX-License-Identifier: MIT
// Retry-After as any server may send it: no wait is negative or longer than can be counted.
#include "graph/answers/retry_after.hpp"

#include "base/time_text.hpp"
#include "driver/target.hpp"

namespace graphfault::fuzz {

void try_input(std::string_view input) {
  const Instant now{std::chrono::seconds(1'700'000'000)};
  const auto wait = graph::read_retry_after(input, now);
  const graph::RetryAfterAnswer raw = graph::retry_after_raw(std::string(input), now);
  require(raw.text == input, "a raw text stays as it is");
  require(raw.window == wait.value_or(Duration::zero()), "a raw text opens the window it names");
  if (!wait) {
    return;
  }
  require(*wait >= Duration::zero(), "no wait is negative");
  require(graph::retry_after_seconds(*wait).window == *wait, "seconds open the window they name");
  require(graph::read_retry_after(graph::retry_after_seconds(*wait).text, now) == wait,
          "seconds read as they were written");
  const graph::RetryAfterAnswer date = graph::retry_after_date(*wait, now);
  require(graph::read_retry_after(date.text, now) == date.window, "so does a date");
}

}  // namespace graphfault::fuzz
