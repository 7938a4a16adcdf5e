// SPDX-License-Identifier: MIT
#include "control/exchange_json.hpp"

#include "journal/journal_json.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace graphfault::control {
namespace {

using Exchanges = std::vector<journal::Exchange>;

bool holds(const Exchanges& exchanges, std::uint64_t sequence) {
  const auto at = std::lower_bound(
      exchanges.begin(), exchanges.end(), sequence,
      [](const journal::Exchange& exchange, std::uint64_t s) { return exchange.sequence < s; });
  return at != exchanges.end() && at->sequence == sequence;
}

bool stands_under_its_batch(const journal::Exchange& exchange, const Exchanges& all) {
  return exchange.parent != 0 && holds(all, exchange.parent);
}

}  // namespace

void append_exchanges(std::string& out, const Exchanges& exchanges) {
  std::multimap<std::uint64_t, const journal::Exchange*> operations;
  for (const journal::Exchange& exchange : exchanges) {
    if (stands_under_its_batch(exchange, exchanges)) {
      operations.emplace(exchange.parent, &exchange);
    }
  }
  out += '[';
  const char* separator = "\n  ";
  for (const journal::Exchange& exchange : exchanges) {
    if (stands_under_its_batch(exchange, exchanges)) {
      continue;
    }
    Json json = journal::to_json(exchange);
    const auto [first, last] = operations.equal_range(exchange.sequence);
    std::for_each(first, last, [&json](const auto& operation) {
      json["operations"].push_back(journal::to_json(*operation.second));
    });
    out += separator;
    out += json_text(json);
    separator = ",\n  ";
  }
  out += ']';
}

}  // namespace graphfault::control
