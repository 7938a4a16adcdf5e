// SPDX-License-Identifier: MIT
#include "verdict/request_counts.hpp"

namespace graphfault::verdict {

std::vector<CountedRequests> count_requests(const std::vector<scenario::RequestCount>& asked,
                                            const Record& record) {
  std::vector<CountedRequests> counts;
  counts.reserve(asked.size());
  for (const scenario::RequestCount& wanted : asked) {
    counts.push_back({.text = wanted.text, .min = wanted.min, .max = wanted.max});
  }
  for (const Exchange& exchange : record.exchanges()) {
    for (const std::uint32_t index : exchange.counted) {
      if (index < counts.size()) {
        ++counts[index].seen;
      }
    }
  }
  return counts;
}

}  // namespace graphfault::verdict
