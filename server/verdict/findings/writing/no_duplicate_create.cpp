// SPDX-License-Identifier: MIT
// R23: after an unclear failure a create may have happened; look before it is repeated.
#include "verdict/findings/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::verdict {
namespace {

bool is_create(const Exchange& request) {
  return request.method == "POST" && !is_batch(request) && !is_sign_in(request);
}

bool read_between(const Record& record, const Exchange& from, const Exchange& to) {
  return std::ranges::any_of(record.exchanges_between(from, &to), [&](const Exchange& request) {
    return request.method == "GET" && request.path.starts_with(from.path);
  });
}

void judge_create(const Record& record, const Exchange& answer, const Exchange* next,
                  Opinion& opinion) {
  if (next == nullptr || read_between(record, answer, *next)) {
    opinion.kept.push_back({.sequences = {answer.sequence}, .text = label(answer)});
    return;
  }
  opinion.broken.push_back(
      {.sequences = {answer.sequence, next->sequence},
       .text = fmt::format("{}, repeated as #{} without checking whether it had happened",
                           label(answer), next->sequence)});
}

void judge_creates(const Record& record, const Attempts& call, Opinion& opinion) {
  for (std::size_t i = 0; i < call.tries.size(); ++i) {
    const Exchange& answer = *call.tries[i];
    if (is_create(answer) && is_unclear(answer)) {
      judge_create(record, answer, i + 1 < call.tries.size() ? call.tries[i + 1] : nullptr,
                   opinion);
    }
  }
}

}  // namespace

Opinion no_duplicate_create(const Record& record) {
  Opinion opinion;
  for (const Attempts* call : record.clear_calls()) {
    judge_creates(record, *call, opinion);
  }
  return opinion;
}

}  // namespace graphfault::verdict
