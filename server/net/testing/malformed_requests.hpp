// SPDX-License-Identifier: MIT
#pragma once

#include "net/handler.hpp"

#include <string>
#include <vector>

namespace graphfault::net::testing {

struct BadRequest {
  std::string name{};
  std::string bytes{};
  Refusal refusal = Refusal::malformed;
};

/// Requests that must be refused, under the default limits, once their last byte is there.
const std::vector<BadRequest>& bad_requests();

}  // namespace graphfault::net::testing
