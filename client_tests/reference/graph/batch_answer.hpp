// SPDX-License-Identifier: MIT
#pragma once

#include "call/service_error.hpp"
#include "wire/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace graphclient {

/// One entry of `responses`.
struct OperationAnswer {
  std::string id{};
  int status = 0;
  Headers headers{};
  Json body{};
};

/// The readable entries of a $batch answer; order is the service's. Entries without an id or a
/// status are left out: their operations count as unanswered.
std::vector<OperationAnswer> read_batch_answer(const Json& body);

}  // namespace graphclient
