// SPDX-License-Identifier: MIT
#include "scenario/loading/steps/fault_block.hpp"

#include "base/nearest_name.hpp"
#include "scenario/faults/fault_rows.hpp"
#include "scenario/loading/reading/scalars.hpp"

#include <string_view>
#include <vector>

namespace graphfault::scenario {
namespace {

/// One text of each row that has a value beside its word, or of each that has none.
std::vector<std::string_view> texts_of_rows(bool with_value, std::string_view FaultRow::*text) {
  std::vector<std::string_view> texts;
  for (const FaultRow& row : fault_rows()) {
    if ((row.read != nullptr) == with_value) {
      texts.push_back(row.*text);
    }
  }
  return texts;
}

std::optional<Fault> read_fault_word(const Node& node, Report& report) {
  const FaultRow* const row = node.is_scalar() ? find_fault_row(node.text) : nullptr;
  if (row == nullptr || row->read != nullptr) {
    report_no_choice(node, "`fault`", texts_of_rows(false, &FaultRow::word), report);
    return std::nullopt;
  }
  return Fault{.kind = row->kind};
}

}  // namespace

std::optional<Fault> read_fault(const Node& node, const Loading& loading) {
  Report& report = loading.report;
  if (!node.is_map()) {
    return read_fault_word(node, report);
  }
  const std::vector<std::string_view> words = texts_of_rows(true, &FaultRow::word);
  const Block block(node, "`fault`", words, report);
  if (node.children.size() != 1) {
    report.add(node, "a step can have only one fault",
               alternatives(texts_of_rows(true, &FaultRow::forms)));
    return std::nullopt;
  }
  const FaultRow* const row = find_fault_row(node.children.front().key);
  return row == nullptr || row->read == nullptr ? std::nullopt
                                                : row->read(node.children.front(), report);
}

}  // namespace graphfault::scenario
