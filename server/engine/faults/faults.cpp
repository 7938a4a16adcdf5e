// SPDX-License-Identifier: MIT
#include "engine/faults/faults.hpp"

#include <array>
#include <cstddef>

namespace graphfault::engine {
namespace {

using Kind = scenario::Fault::Kind;

struct FaultEntry {
  Kind kind = Kind::reset;
  std::string_view name{};
  void (*apply)(const scenario::Fault&, http::Answer&) = nullptr;
};

// In the order of the enumeration.
constexpr std::array<FaultEntry, 10> kFaults = {{
    {Kind::reset, "reset", faults::reset},
    {Kind::close, "close", faults::close},
    {Kind::truncate, "truncate", faults::truncate},
    {Kind::drip, "drip", faults::drip},
    {Kind::stall, "stall", faults::stall},
    {Kind::malformed, "malformed", faults::malformed},
    {Kind::empty, "empty", faults::empty},
    {Kind::html, "html", faults::html},
    {Kind::status_line, "status_line", faults::status_line},
    {Kind::tls, "tls", faults::tls},
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

const FaultEntry& entry(Kind kind) { return kFaults[static_cast<std::size_t>(kind)]; }

}  // namespace

void apply_fault(const scenario::Fault& fault, http::Answer& answer) {
  entry(fault.kind).apply(fault, answer);
}

std::string_view fault_name(Kind kind) { return entry(kind).name; }

bool hides_answer(Kind kind) {
  return kind == Kind::reset || kind == Kind::close || kind == Kind::stall;
}

}  // namespace graphfault::engine
