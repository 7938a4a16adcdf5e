// SPDX-License-Identifier: MIT
#include "engine/faults/faults.hpp"

#include <array>
#include <cstddef>

namespace graphfault::engine {
namespace {

using Kind = scenario::Fault::Kind;

struct FaultEntry {
  Kind kind = Kind::reset;
  void (*apply)(const scenario::Fault&, http::Answer&) = nullptr;
  bool hides_answer = false;
};

// In the order of the enumeration, as the scenario's table is.
constexpr std::array<FaultEntry, scenario::kFaultKinds> kFaults = {{
    {.kind = Kind::reset, .apply = faults::reset, .hides_answer = true},
    {.kind = Kind::close, .apply = faults::close, .hides_answer = true},
    {.kind = Kind::truncate, .apply = faults::truncate},
    {.kind = Kind::drip, .apply = faults::drip},
    {.kind = Kind::stall, .apply = faults::stall, .hides_answer = true},
    {.kind = Kind::malformed, .apply = faults::malformed},
    {.kind = Kind::empty, .apply = faults::empty},
    {.kind = Kind::html, .apply = faults::html},
    {.kind = Kind::status_line, .apply = faults::status_line},
    {.kind = Kind::tls, .apply = faults::tls},
}};
static_assert(scenario::has_row_for_each_kind(kFaults));

const FaultEntry& entry(Kind kind) { return kFaults[static_cast<std::size_t>(kind)]; }

}  // namespace

void apply_fault(const scenario::Fault& fault, http::Answer& answer) {
  entry(fault.kind).apply(fault, answer);
}

bool hides_answer(Kind kind) { return entry(kind).hides_answer; }

}  // namespace graphfault::engine
