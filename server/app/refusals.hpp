// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engine.hpp"
#include "net/handler.hpp"

#include <string>

namespace graphfault::app {

/// How Graph would say what net/ refuses; `host` is what the client called.
engine::RefusedRequest refused_request(net::Refusal refusal, const std::string& host);

}  // namespace graphfault::app
