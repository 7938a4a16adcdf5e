// SPDX-License-Identifier: MIT
#include "verdict/record/waits.hpp"

#include "base/time_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace graphfault::verdict {
namespace {

/// True where the request came early, and can be told as another worker's.
bool may_be_anothers(const Record& record, const Exchange& operation, const Exchange& from,
                     const Exchange& to) {
  return waited(from, to) + record.options().tolerance < asked_wait(operation) &&
         record.may_be_of_workers(operation);
}

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
    const Exchange* to = again == nullptr ? nullptr : record.find(carrier(*again));
    if (from == nullptr || to == nullptr || may_be_anothers(record, operation, *from, *to)) {
      continue;
    }
    Wait& wait = waits[{from->sequence, to->sequence}];
    wait = {from, to, std::max(wait.due, asked_wait(operation)), waited(*from, *to)};
  }
  std::vector<Wait> found;
  found.reserve(waits.size());
  for (const auto& [between, wait] : waits) {
    found.push_back(wait);
  }
  return found;
}

std::string wait_length(Duration wait) {
  return duration_text(std::chrono::round<std::chrono::milliseconds>(wait));
}

std::string wait_text(const Wait& wait) {
  return fmt::format("{} asked for a wait of {}, #{} came after {}", label(*wait.answer),
                     wait_length(wait.due), wait.next->sequence, wait_length(wait.waited));
}

}  // namespace graphfault::verdict
