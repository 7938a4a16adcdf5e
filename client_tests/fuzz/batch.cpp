// SPDX-License-Identifier: MIT
// A $batch payload: what is taken keeps the promises that its runner builds on.
#include "graph/batch/batch.hpp"

#include "driver/target.hpp"
#include "graph/paths/graph_path.hpp"

namespace graphfault::fuzz {

void try_input(std::string_view input) {
  const auto batch = graph::parse_batch(input);
  if (!batch) {
    return;
  }
  require(!batch->operations.empty() && batch->operations.size() <= graph::kMaxBatchOperations,
          "a batch has 1 to 20 operations");
  for (std::size_t i = 0; i < batch->operations.size(); ++i) {
    const graph::BatchOperation& operation = batch->operations[i];
    require(!operation.id.empty(), "an operation has an id");
    for (const std::size_t dependency : operation.dependencies) {
      require(dependency < i, "an operation depends on earlier ones only");
    }
    graph::operation_target(operation.url, "v1.0");
  }
}

}  // namespace graphfault::fuzz
