// SPDX-License-Identifier: MIT
#include "scenario/model.hpp"

namespace graphfault::scenario {

bool is_connection_fault(Fault::Kind kind) {
  switch (kind) {
    case Fault::Kind::reset:
    case Fault::Kind::close:
    case Fault::Kind::truncate:
    case Fault::Kind::drip:
    case Fault::Kind::stall:
    case Fault::Kind::status_line:
    case Fault::Kind::tls:
      return true;
    case Fault::Kind::malformed:
    case Fault::Kind::empty:
    case Fault::Kind::html:
      return false;
  }
  return false;
}

std::shared_ptr<const Scenario> default_scenario() {
  return std::make_shared<const Scenario>(
      Scenario{.name = "default",
               .summary = "A premium tenant of 100 users, 40 of them guests; nothing fails.",
               .file = "built-in"});
}

}  // namespace graphfault::scenario
