// SPDX-License-Identifier: MIT
#include "engine/answers/counted.hpp"

#include "scenario/when.hpp"

namespace graphfault::engine {

std::vector<std::uint32_t> counted(const scenario::Asked& asked, const CallContext& context) {
  std::vector<std::uint32_t> found;
  if (context.tenant.options.journal_bytes == 0) {
    return found;
  }
  const std::vector<scenario::RequestCount>& requests = context.state.scenario->verdict.requests;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (scenario::matches(requests[i].when, asked)) {
      found.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return found;
}

}  // namespace graphfault::engine
