// SPDX-License-Identifier: MIT
// JSON that breaks off: its last bracket is missing.
#include "engine/faults/faults.hpp"

#include <cstddef>
#include <string>

namespace graphfault::engine::faults {

void malformed(const scenario::Fault& /*fault*/, http::Answer& answer) {
  std::string& body = answer.response.body;
  const std::size_t last = body.find_last_not_of(" \t\r\n");
  const bool is_object = last != std::string::npos && (body[last] == '}' || body[last] == ']');
  if (is_object) {
    body.resize(last);
  } else {
    body.insert(0, R"({"value":")");
  }
  answer.plan.ranged = false;
}

}  // namespace graphfault::engine::faults
