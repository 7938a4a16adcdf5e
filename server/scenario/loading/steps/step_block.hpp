// SPDX-License-Identifier: MIT
// A step and its parts.
#pragma once

#include "scenario/loading/reading/block.hpp"
#include "scenario/loading/reading/loading.hpp"
#include "scenario/model.hpp"

#include <optional>

namespace graphfault::scenario {

/// Where a step stands: what decides which errors it may name.
struct StepContext {
  Surface surface = Surface::graph;
  std::uint64_t default_times = 1;  ///< 0: always
};

/// One step, as a map or as the word `emulate` or `pass`.
std::optional<Step> read_step(const Node& node, const StepContext& where, const Loading& loading);

/// `error:` and what overrides it, out of the step's block.
std::optional<ErrorStep> read_error(const Block& step, Surface surface, const Loading& loading);
std::optional<ReplyStep> read_reply(const Node& node, const Loading& loading);
std::optional<RetryAfter> read_retry_after(const Node& node, const Loading& loading);
std::optional<Delay> read_delay(const Node& node, const Loading& loading);
std::optional<Fault> read_fault(const Node& node, const Loading& loading);
std::optional<Effects> read_effects(const Node& node, const Loading& loading);
/// A map from names to a value or a list of values; repeats and order are kept.
http::Headers read_headers(const Node& node, const Loading& loading);
/// `details:`.
std::vector<graph::ErrorDetail> read_details(const Node& node, const Loading& loading);

}  // namespace graphfault::scenario
