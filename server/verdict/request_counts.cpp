// SPDX-License-Identifier: MIT
#include "verdict/request_counts.hpp"

#include "base/letter_case.hpp"
#include "http/target.hpp"

#include <algorithm>

namespace graphfault::verdict {
namespace {

bool method_fits(const scenario::When& when, const Exchange& exchange) {
  if (when.methods.empty()) {
    return exchange.method != "OPTIONS" && exchange.method != "HEAD";
  }
  return std::ranges::find(when.methods, exchange.method) != when.methods.end();
}

std::string_view version_of(const Exchange& exchange) {
  if (exchange.url.find("/beta/") != std::string::npos) {
    return "beta";
  }
  return exchange.url.find("/v1.0/") != std::string::npos || exchange.parent != 0 ? "v1.0" : "";
}

/// The value of a query option, its name told with or without $ and in any case.
std::optional<std::string_view> option_value(const http::Fields& options, std::string_view wanted) {
  for (const http::Field& option : options) {
    const std::string_view name = option.name;
    if (equal_ignoring_case(name.starts_with('$') ? name.substr(1) : name, wanted)) {
      return option.value;
    }
  }
  return std::nullopt;
}

bool query_fits(const scenario::When& when, const Exchange& exchange) {
  const http::Fields options = http::parse_fields(exchange.query);
  return std::ranges::all_of(when.query, [&](const auto& wanted) {
    return scenario::passes(wanted.second, option_value(options, wanted.first));
  });
}

bool headers_fit(const scenario::When& when, const Exchange& exchange) {
  return std::ranges::all_of(when.headers, [&](const auto& wanted) {
    return scenario::passes(wanted.second, exchange.request_headers.find(wanted.first));
  });
}

bool body_fits(const scenario::When& when, const Exchange& exchange) {
  if (!when.body) {
    return true;
  }
  const auto body = parse_json(exchange.request_body.text);
  return body && scenario::passes(*when.body, &*body);
}

bool fits(const scenario::When& when, const Exchange& exchange) {
  if (!method_fits(when, exchange) ||
      is_sign_in(exchange) != (when.surface == scenario::Surface::sign_in)) {
    return false;
  }
  const auto target = http::parse_target(exchange.path);
  return target && scenario::matches(when.path, version_of(exchange), target->segments) &&
         query_fits(when, exchange) && headers_fit(when, exchange) && body_fits(when, exchange);
}

}  // namespace

std::vector<CountedRequests> count_requests(const std::vector<scenario::RequestCount>& asked,
                                            const Record& record) {
  std::vector<CountedRequests> counted;
  for (const scenario::RequestCount& wanted : asked) {
    const auto seen = std::ranges::count_if(
        record.exchanges(), [&](const Exchange& exchange) { return fits(wanted.when, exchange); });
    counted.push_back({.text = wanted.text,
                       .min = wanted.min,
                       .max = wanted.max,
                       .seen = static_cast<std::uint64_t>(seen)});
  }
  return counted;
}

}  // namespace graphfault::verdict
