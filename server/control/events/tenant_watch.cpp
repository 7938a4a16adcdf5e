// SPDX-License-Identifier: MIT
#include "control/events/tenant_watch.hpp"

#include "base/json.hpp"
#include "base/time_text.hpp"
#include "journal/exchange_json.hpp"

#include <utility>
#include <vector>

namespace graphfault::control {
namespace {

constexpr std::size_t kMostOpen = 1000;

}  // namespace

std::string tenant_event(const engine::Tenant& tenant, const char* change) {
  return json_text(Json{{"tenant", tenant.name().text()},
                        {"id", tenant.id()},
                        {"scenario", tenant.scenario()->name},
                        {"change", change}});
}

std::string exchange_event(const std::string& tenant, journal::Exchange exchange) {
  exchange.request_headers = {};
  exchange.response_headers = {};
  exchange.request_body = {};
  exchange.response_body = {};
  Json json = journal::exchange_json(exchange);
  json["request"].erase("headers");
  json["response"].erase("headers");
  if (!tenant.empty()) {
    json["tenant"] = tenant;
  }
  return json_text(json);
}

TenantWatch::TenantWatch(const engine::Tenant& tenant) : name_(tenant.name().text()) {}

std::string TenantWatch::ended() const {
  return json_text(Json{{"tenant", name_}, {"change", "ended"}});
}

void TenantWatch::tell(const engine::Tenant& tenant, const engine::Pulse& pulse, Instant now,
                       std::size_t most, EventLog& log) {
  if (pulse.resets != told_.resets) {
    log.add("tenant", tenant_event(tenant, "reset"));
    told_.advanced = {};
    last_ = 0;
    open_.clear();
  }
  if (pulse.advanced != told_.advanced) {
    log.add("clock", json_text(Json{{"tenant", name_},
                                    {"clock", iso_date_millis(tenant.clock(now))},
                                    {"advanced", duration_text(pulse.advanced)}}));
  }
  if (pulse.changes != told_.changes) {
    tell_progress(tenant, log);
    tell_new(tenant, most, log);
  }
  told_ = pulse;
}

void TenantWatch::tell_progress(const engine::Tenant& tenant, EventLog& log) {
  std::vector<std::uint64_t> sequences;
  sequences.reserve(open_.size());
  for (const auto& [sequence, had_left] : open_) {
    sequences.push_back(sequence);
  }
  const std::map<std::uint64_t, bool> before = std::exchange(open_, {});
  for (const journal::Exchange& exchange : tenant.exchanges_among(sequences)) {
    keep_open(exchange);
    if (exchange.sent || (exchange.left && !before.at(exchange.sequence))) {
      log.add("exchange", exchange_event(name_, exchange));
    }
  }
}

void TenantWatch::tell_new(const engine::Tenant& tenant, std::size_t most, EventLog& log) {
  const std::vector<journal::Exchange> fresh = tenant.newest_exchanges(last_, most);
  if (fresh.empty()) {
    return;
  }
  // Numbers have no gaps, but for requests that failed inside; so what was not fetched can be
  // counted.
  const std::uint64_t skipped = fresh.back().sequence - last_ - fresh.size();
  if (skipped > 0) {
    log.add("skipped", json_text(Json{{"tenant", name_}, {"exchanges", skipped}}));
  }
  for (const journal::Exchange& exchange : fresh) {
    keep_open(exchange);
    log.add("exchange", exchange_event(name_, exchange));
  }
  last_ = fresh.back().sequence;
}

void TenantWatch::keep_open(const journal::Exchange& exchange) {
  if (!exchange.sent) {
    open_[exchange.sequence] = exchange.left.has_value();
  }
  if (open_.size() > kMostOpen) {
    open_.erase(open_.begin());
  }
}

}  // namespace graphfault::control
