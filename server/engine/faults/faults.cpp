// SPDX-License-Identifier: MIT
#include "engine/faults/faults.hpp"

#include <array>
#include <cstddef>

namespace graphfault::engine {
namespace {

using FaultKind = scenario::Fault::Kind;

struct FaultEntry {
  FaultKind kind = FaultKind::reset;
  void (*apply)(const scenario::Fault&, http::Answer&) = nullptr;
  bool hides_answer = false;
};

// In the order of the enumeration, as the scenario's table is.
constexpr std::array<FaultEntry, scenario::kFaultKinds> kFaults = {{
    {.kind = FaultKind::reset, .apply = faults::reset, .hides_answer = true},
    {.kind = FaultKind::close, .apply = faults::close, .hides_answer = true},
    {.kind = FaultKind::truncate, .apply = faults::truncate},
    {.kind = FaultKind::drip, .apply = faults::drip},
    {.kind = FaultKind::stall, .apply = faults::stall, .hides_answer = true},
    {.kind = FaultKind::malformed, .apply = faults::malformed},
    {.kind = FaultKind::empty, .apply = faults::empty},
    {.kind = FaultKind::html, .apply = faults::html},
    {.kind = FaultKind::status_line, .apply = faults::status_line},
    {.kind = FaultKind::tls, .apply = faults::tls},
}};
static_assert(scenario::has_row_for_each_kind(kFaults));

const FaultEntry& entry(FaultKind kind) { return kFaults[static_cast<std::size_t>(kind)]; }

}  // namespace

void apply_fault(const scenario::Fault& fault, http::Answer& answer) {
  entry(fault.kind).apply(fault, answer);
}

bool hides_answer(FaultKind kind) { return entry(kind).hides_answer; }

}  // namespace graphfault::engine
