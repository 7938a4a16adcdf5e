// SPDX-License-Identifier: MIT
#include "scenario/loading/steps/delay_block.hpp"

#include "scenario/loading/reading/scalars.hpp"

namespace graphfault::scenario {
namespace {

constexpr std::string_view kDelayKeys[] = {"min", "max", "median", "p99"};

std::optional<Duration> read_part(const Block& block, std::string_view key, Report& report) {
  const Node* const node = block.find(key);
  return node == nullptr ? std::nullopt : read_duration(*node, in_ticks(key), report);
}

}  // namespace

std::optional<Delay> read_delay(const Node& node, const Loading& loading) {
  Report& report = loading.report;
  if (!node.is_map()) {
    const auto time = read_duration(node, "`delay`", report);
    return time ? std::optional<Delay>(FixedDelay{.time = *time}) : std::nullopt;
  }
  const std::size_t before = report.count();
  const Block block(node, "`delay`", kDelayKeys, report);
  const auto min = read_part(block, "min", report);
  const auto max = read_part(block, "max", report);
  const auto median = read_part(block, "median", report);
  const auto p99 = read_part(block, "p99", report);
  if (report.count() > before) {
    return std::nullopt;
  }
  const bool uniform = min && max && !median && !p99;
  const bool lognormal = median && p99 && !min && !max;
  if (!uniform && !lognormal) {
    report.add(node, "`delay` takes `min` with `max`, or `median` with `p99`",
               "200ms, {min: 50ms, max: 200ms} or {median: 80ms, p99: 900ms}");
    return std::nullopt;
  }
  if ((uniform && *min > *max) || (lognormal && (*median > *p99 || *median == Duration::zero()))) {
    report.add(node, uniform ? "`min` is more than `max`"
                             : "`median` has to be more than 0 and at most `p99`");
    return std::nullopt;
  }
  if (uniform) {
    return UniformDelay{.min = *min, .max = *max};
  }
  return LognormalDelay{.median = *median, .p99 = *p99};
}

}  // namespace graphfault::scenario
