// SPDX-License-Identifier: MIT
#include "engine/faults/faults.hpp"

#include <array>
#include <cstddef>

namespace graphfault::engine {
namespace {

using FaultKind = scenario::Fault::Kind;

struct FaultEntry {
  FaultKind kind = FaultKind::reset;
  std::string_view name{};
  void (*apply)(const scenario::Fault&, http::Answer&) = nullptr;
};

// In the order of the enumeration.
constexpr std::array<FaultEntry, 10> kFaults = {{
    {FaultKind::reset, "reset", faults::reset},
    {FaultKind::close, "close", faults::close},
    {FaultKind::truncate, "truncate", faults::truncate},
    {FaultKind::drip, "drip", faults::drip},
    {FaultKind::stall, "stall", faults::stall},
    {FaultKind::malformed, "malformed", faults::malformed},
    {FaultKind::empty, "empty", faults::empty},
    {FaultKind::html, "html", faults::html},
    {FaultKind::status_line, "status_line", faults::status_line},
    {FaultKind::tls, "tls", faults::tls},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kFaults.size(); ++i) {
    if (static_cast<std::size_t>(kFaults[i].kind) != i) {
      return false;
    }
  }
  return true;
}
static_assert(in_order());

const FaultEntry& entry(FaultKind kind) { return kFaults[static_cast<std::size_t>(kind)]; }

}  // namespace

void apply_fault(const scenario::Fault& fault, http::Answer& answer) {
  entry(fault.kind).apply(fault, answer);
}

std::string_view fault_name(FaultKind kind) { return entry(kind).name; }

bool hides_answer(FaultKind kind) {
  return kind == FaultKind::reset || kind == FaultKind::close || kind == FaultKind::stall;
}

}  // namespace graphfault::engine
