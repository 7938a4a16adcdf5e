// SPDX-License-Identifier: MIT
#include "verdict/waits.hpp"

#include "base/time_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace graphfault::verdict {
namespace {

Duration in_millis(Duration time) { return std::chrono::round<std::chrono::milliseconds>(time); }

}  // namespace

Duration asked_wait(const Exchange& answer) { return answer.retry_after.value_or(Duration{}); }

std::vector<Wait> batch_waits(const Record& record) {
  std::map<std::pair<std::uint64_t, std::uint64_t>, Wait> waits;
  for (const Exchange& operation : record.exchanges()) {
    if (operation.parent == 0 || asked_wait(operation) <= Duration{}) {
      continue;
    }
    const Exchange* again = record.next_try(operation);
    const Exchange* from = record.find(operation.parent);
    const Exchange* to = again == nullptr ? nullptr : record.find(again->parent);
    if (from == nullptr || to == nullptr) {
      continue;
    }
    Wait& wait = waits[{from->sequence, to->sequence}];
    wait = {from, to, std::max(wait.due, asked_wait(operation)), record.waited(*from, *to)};
  }
  std::vector<Wait> found;
  found.reserve(waits.size());
  for (const auto& [between, wait] : waits) {
    found.push_back(wait);
  }
  return found;
}

std::string wait_text(const Wait& wait) {
  return fmt::format("{} asked for {}, #{} came after {}", label(*wait.answer),
                     duration_text(in_millis(wait.due)), wait.next->sequence,
                     duration_text(in_millis(wait.waited)));
}

}  // namespace graphfault::verdict
