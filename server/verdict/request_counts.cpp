// SPDX-License-Identifier: MIT
#include "verdict/request_counts.hpp"

namespace graphfault::verdict {
namespace {

/// One more for each of the indexes that `counts` has.
void count_once(std::vector<CountedRequests>& counts, const std::vector<std::uint32_t>& indexes) {
  for (const std::uint32_t index : indexes) {
    if (index < counts.size()) {
      ++counts[index].seen;
    }
  }
}

}  // namespace

std::vector<CountedRequests> count_requests(const std::vector<scenario::RequestCount>& asked,
                                            const Record& record) {
  std::vector<CountedRequests> counts;
  counts.reserve(asked.size());
  for (const scenario::RequestCount& wanted : asked) {
    counts.push_back({.text = wanted.text, .min = wanted.min, .max = wanted.max});
  }
  for (const Exchange& exchange : record.exchanges()) {
    count_once(counts, exchange.counted);
  }
  return counts;
}

}  // namespace graphfault::verdict
