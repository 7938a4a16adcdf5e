// SPDX-License-Identifier: MIT
// R18: a client that can answer claims challenges says so (cp1); Graph sends them to such clients
// only.
#include "base/letter_case.hpp"
#include "verdict/findings/rules.hpp"
#include "verdict/record/sign_in_calls.hpp"

#include <algorithm>

namespace graphfault::verdict {

Opinion claims_capability_declared(const Record& record) {
  Opinion opinion;
  const bool challenged = std::ranges::any_of(
      record.requests(), [](const Exchange* request) { return is_claims_challenge(*request); });
  for (const Exchange* request : record.requests()) {
    if (!challenged || !is_token_request(*request) || !is_success(*request)) {
      continue;
    }
    const bool declared = lower(form_field(*request, "claims")).find("cp1") != std::string::npos;
    (declared ? opinion.kept : opinion.broken)
        .push_back(
            {.sequences = {request->sequence},
             .text = label(*request) + (declared ? ", declares cp1" : ", does not declare cp1")});
  }
  return opinion;
}

}  // namespace graphfault::verdict
