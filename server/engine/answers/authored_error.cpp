// SPDX-License-Identifier: MIT
#include "engine/answers/authored_error.hpp"

#include "engine/callers/challenge.hpp"
#include "engine/emulation/answers.hpp"
#include "graph/errors/error_catalogue.hpp"

#include <string_view>

namespace graphfault::engine {

graph::GraphError authored_error(const scenario::ErrorStep& step, const scenario::Step& whole,
                                 const Call& call) {
  graph::GraphError error = step.error;
  graph::fill_rest(
      error, call.segments.empty() ? std::string_view() : std::string_view(call.segments.back()));
  add_challenge(error, {.catalogue_id = step.catalogue_id,
                        .base = call.base,
                        .not_before = call.tenant_now,
                        .claims = whole.claims ? &*whole.claims : nullptr});
  if (error.code == "resyncRequired" && !error.headers.contains("Location")) {
    error.headers.add("Location", own_address(call) + "?$deltatoken=");
  }
  return error;
}

}  // namespace graphfault::engine
