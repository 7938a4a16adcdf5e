// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engine.hpp"
#include "net/handler.hpp"

namespace graphfault::app {

/// How Graph would say what net/ refuses.
engine::RefusedRequest refused_request(net::Refusal refusal);

}  // namespace graphfault::app
