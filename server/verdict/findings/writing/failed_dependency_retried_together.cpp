// SPDX-License-Identifier: MIT
// R17: an operation answered 424 was not executed; it is tried again together with what it depends
// on.
#include "verdict/findings/rules.hpp"

#include <algorithm>

namespace graphfault::verdict {
namespace {

/// True where what had failed is in the batch that tries its dependant again, or was tried before.
bool came_along(const Record& record, const Exchange& needed, const Exchange& again) {
  const Exchange* tried = record.next_try(needed);
  return tried != nullptr && carrier(*tried) <= carrier(again);
}

/// True where every dependency of `operation` that had failed came along.
bool dependencies_came_along(const Record& record, const Exchange& operation,
                             const Exchange& again) {
  const std::vector<const Exchange*>& batch = record.operations(operation.parent);
  return std::ranges::all_of(operation.depends_on, [&](const std::string& id) {
    const auto needed =
        std::ranges::find_if(batch, [&](const Exchange* e) { return e->operation == id; });
    return needed == batch.end() || is_success(**needed) || came_along(record, **needed, again);
  });
}

}  // namespace

Opinion failed_dependency_retried_together(const Record& record) {
  Opinion opinion;
  for (const Exchange& operation : record.exchanges()) {
    if (operation.parent == 0 || operation.status != 424) {
      continue;
    }
    const Exchange* again = record.next_try(operation);
    if (again == nullptr) {
      continue;
    }
    const bool together = dependencies_came_along(record, operation, *again);
    (together ? opinion.kept : opinion.broken)
        .push_back({.sequences = {operation.sequence, again->sequence},
                    .text = label(operation) +
                            (together ? "" : ", tried again without what it depends on")});
  }
  return opinion;
}

}  // namespace graphfault::verdict
