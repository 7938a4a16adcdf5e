// SPDX-License-Identifier: MIT
#include "verdict/waits.hpp"

#include "base/time_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace graphfault::verdict {
namespace {

const Exchange* batch_of(const Record& record, const Exchange& operation) {
  for (const Exchange* request : record.requests()) {
    if (request->sequence == operation.parent) {
      return request;
    }
  }
  return nullptr;
}

Duration in_millis(Duration time) { return std::chrono::round<std::chrono::milliseconds>(time); }

}  // namespace

Duration asked_wait(const Exchange& answer) { return answer.retry_after.value_or(Duration{}); }

bool same_request(const Exchange& a, const Exchange& b) {
  return a.method == b.method && a.path == b.path && plain_url(a.query) == plain_url(b.query) &&
         a.body_hash == b.body_hash && a.caller.app == b.caller.app;
}

const Exchange* next_try(const Record& record, const Exchange& operation) {
  for (const Exchange& candidate : record.exchanges()) {
    if (candidate.sequence > operation.sequence && candidate.parent != 0 &&
        candidate.parent != operation.parent && same_request(operation, candidate)) {
      return &candidate;
    }
  }
  return nullptr;
}

std::vector<Wait> batch_waits(const Record& record) {
  std::map<std::pair<std::uint64_t, std::uint64_t>, Wait> waits;
  for (const Exchange& operation : record.exchanges()) {
    if (operation.parent == 0 || asked_wait(operation) <= Duration{}) {
      continue;
    }
    const Exchange* again = next_try(record, operation);
    const Exchange* from = batch_of(record, operation);
    const Exchange* to = again == nullptr ? nullptr : batch_of(record, *again);
    if (from == nullptr || to == nullptr) {
      continue;
    }
    Wait& wait = waits[{from->sequence, to->sequence}];
    wait = {from, to, std::max(wait.due, asked_wait(operation)), record.waited(*from, *to)};
  }
  std::vector<Wait> found;
  for (const auto& [between, wait] : waits) {
    found.push_back(wait);
  }
  return found;
}

std::string wait_text(const Wait& wait) {
  return fmt::format("{} asked for {}, #{} came after {}", label(*wait.answer),
                     duration_text(wait.due), wait.next->sequence,
                     duration_text(in_millis(wait.waited)));
}

}  // namespace graphfault::verdict
