// SPDX-License-Identifier: MIT
#include "verdict/findings/finding.hpp"

namespace graphfault::verdict {

State Opinion::state() const {
  if (!broken.empty()) {
    return State::failed;
  }
  if (!open.empty()) {
    return State::pending;
  }
  return kept.empty() ? State::not_exercised : State::passed;
}

std::string_view text_of(Level level) {
  switch (level) {
    case Level::must:
      return "must";
    case Level::should:
      return "should";
    case Level::advice:
      return "advice";
  }
  return "";
}

std::string_view text_of(State state) {
  switch (state) {
    case State::passed:
      return "passed";
    case State::failed:
      return "failed";
    case State::pending:
      return "pending";
    case State::not_exercised:
      return "not exercised";
  }
  return "";
}

}  // namespace graphfault::verdict
