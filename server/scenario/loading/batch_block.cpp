// SPDX-License-Identifier: MIT
#include "scenario/loading/batch_block.hpp"

#include "scenario/loading/reading/scalars.hpp"

namespace graphfault::scenario {
namespace {

constexpr std::string_view kBatchKeys[] = {"on_failure", "status", "code", "message"};
constexpr Choice<bool> kOnFailure[] = {{"details", true}};

}  // namespace

BatchSettings read_batch(const Node& node, const Loading& loading) {
  Report& report = loading.report;
  BatchSettings batch;
  const Block block(node, "`batch`", kBatchKeys, report);
  block.require("on_failure",
                "`on_failure: details` answers a batch in which something failed as one error; "
                "without the `batch` block each operation has its own answer");
  if (const Node* on_failure = block.find("on_failure")) {
    assign(batch.details_on_failure, read_choice(*on_failure, "`on_failure`", kOnFailure, report));
  }
  if (const Node* status = block.find("status")) {
    assign(batch.status, read_whole(*status, "`status`", {.min = 400, .max = 599}, report));
  }
  if (const Node* code = block.find("code")) {
    assign(batch.code, read_word(*code, "`code`", report));
  }
  if (const Node* message = block.find("message")) {
    assign(batch.message, read_text(*message, "`message`", report));
  }
  return batch;
}

}  // namespace graphfault::scenario
