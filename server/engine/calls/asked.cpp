// SPDX-License-Identifier: MIT
#include "engine/calls/asked.hpp"

namespace graphfault::engine {

scenario::AskedRequest asked_of(const Call& call) {
  scenario::AskedRequest asked{
      .surface = call.surface,
      .method = call.request.method,
      .version = call.version,
      .segments = call.segments,
      .options = call.target.options,
      .headers = &call.request.headers,
      .body = call.request.body,
      .token = {.state = call.caller.state, .content = call.caller.token.get()}};
  if (call.operation) {
    asked.operation = {.id = call.operation->id, .position = call.operation->position};
  }
  return asked;
}

}  // namespace graphfault::engine
