// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engine.hpp"
#include "net/handler.hpp"

namespace graphfault::app {

/// How Graph would say what net/ refuses; `partial` holds what is known of the request.
engine::RefusedRequest refused_request(net::Refusal refusal, const http::Request& partial);

}  // namespace graphfault::app
