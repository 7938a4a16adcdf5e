// SPDX-License-Identifier: MIT
#include "scenario/faults/fault_rows.hpp"

#include "scenario/faults/fault_values.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace graphfault::scenario {
namespace {

using FaultKind = Fault::Kind;

constexpr std::array<FaultRow, kFaultKinds> kFaults = {{
    {.kind = FaultKind::reset,
     .word = "reset",
     .needs_connection = true,
     .describe = [](const Fault&) -> std::string { return ", but the connection is reset"; }},
    {.kind = FaultKind::close,
     .word = "close",
     .needs_connection = true,
     .describe = [](const Fault&) -> std::string {
       return ", but the connection closes before the first byte";
     }},
    {.kind = FaultKind::truncate,
     .word = "truncate",
     .needs_connection = true,
     .spoils_body = true,
     .forms = "{truncate: 40%}, {truncate: 100 bytes}",
     .read = read_truncate,
     .describe = describe_truncate},
    {.kind = FaultKind::drip,
     .word = "drip",
     .needs_connection = true,
     .forms = "{drip: 100 bytes/s}",
     .read = read_drip,
     .describe = describe_drip},
    {.kind = FaultKind::stall,
     .word = "stall",
     .needs_connection = true,
     .describe = [](const Fault&) -> std::string { return ", but nothing is ever sent"; }},
    {.kind = FaultKind::malformed,
     .word = "malformed",
     .spoils_body = true,
     .describe = [](const Fault&) -> std::string { return ", but the JSON is broken"; }},
    {.kind = FaultKind::empty,
     .word = "empty",
     .spoils_body = true,
     .describe = [](const Fault&) -> std::string { return ", but the body is empty"; }},
    {.kind = FaultKind::html,
     .word = "html",
     .spoils_body = true,
     .describe = [](const Fault&) -> std::string {
       return ", but the body is a gateway's HTML page";
     }},
    {.kind = FaultKind::status_line,
     .word = "status_line",
     .needs_connection = true,
     .forms = "{status_line: \"...\"}",
     .read = read_status_line,
     .describe = describe_status_line},
    {.kind = FaultKind::tls,
     .word = "tls",
     .needs_connection = true,
     .at_handshake = true,
     .forms = "{tls: expired}",
     .read = read_tls,
     .describe = describe_tls},
}};
static_assert(has_row_for_each_kind(kFaults));

}  // namespace

std::span<const FaultRow> fault_rows() { return kFaults; }

const FaultRow& fault_row(Fault::Kind kind) { return kFaults[static_cast<std::size_t>(kind)]; }

const FaultRow* find_fault_row(std::string_view word) {
  const auto* const found = std::find_if(kFaults.begin(), kFaults.end(),
                                         [word](const FaultRow& row) { return row.word == word; });
  return found == kFaults.end() ? nullptr : found;
}

}  // namespace graphfault::scenario
