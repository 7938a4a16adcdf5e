// SPDX-License-Identifier: MIT
// R17: an operation answered 424 was not executed; it is tried again together with what it depends
// on.
#include "verdict/rules.hpp"

#include <algorithm>

namespace graphfault::verdict {
namespace {

/// True where every dependency of `operation` that had failed is in the later batch too.
bool dependencies_came_along(const std::vector<const Exchange*>& before, const Exchange& operation,
                             const std::vector<const Exchange*>& after) {
  return std::ranges::all_of(operation.depends_on, [&](const std::string& id) {
    const auto needed =
        std::ranges::find_if(before, [&](const Exchange* e) { return e->operation == id; });
    return needed == before.end() || is_success(**needed) ||
           std::ranges::any_of(
               after, [&](const Exchange* e) { return request_key(*e) == request_key(**needed); });
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
    const bool together = dependencies_came_along(record.operations(operation.parent), operation,
                                                  record.operations(again->parent));
    (together ? opinion.kept : opinion.broken)
        .push_back({.sequences = {operation.sequence, again->sequence},
                    .text = label(operation) +
                            (together ? "" : ", tried again without what it depends on")});
  }
  return opinion;
}

}  // namespace graphfault::verdict
