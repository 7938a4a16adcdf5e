// SPDX-License-Identifier: MIT
#include "verdict/request_counts.hpp"

#include "base/letter_case.hpp"
#include "graph/odata/page_token.hpp"
#include "http/target.hpp"
#include "scenario/describe/describe.hpp"
#include "verdict/record/links.hpp"

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

bool page_fits(const scenario::When& when, const Exchange& exchange) {
  if (!when.page) {
    return true;
  }
  if (exchange.method != "GET" && exchange.method != "HEAD") {
    return scenario::passes(*when.page, std::nullopt);
  }
  const std::string token = query_option(exchange, "$skiptoken");
  const std::optional<int> page = token.empty() ? 1 : graph::page_of(token);
  return page ? scenario::passes(*when.page, std::to_string(*page))
              : scenario::passes(*when.page, std::nullopt);
}

bool place_fits(const scenario::When& when, const Exchange& exchange, const Record& record) {
  if (!when.operation) {
    return true;
  }
  const auto& operations = record.operations(exchange.parent);
  const auto at = std::ranges::find(operations, &exchange);
  const auto position = static_cast<int>(at - operations.begin()) + 1;
  return at != operations.end() &&
         (!when.operation->id || *when.operation->id == exchange.operation) &&
         (!when.operation->position || *when.operation->position == position);
}

bool token_fits(const scenario::When& when, const Exchange& exchange) {
  if (!when.token) {
    return true;
  }
  const auto& states = when.token->states;
  const auto is_state = [&](scenario::TokenState state) { return state == exchange.caller.state; };
  const auto app = exchange.caller.app.empty()
                       ? std::nullopt
                       : std::optional<std::string_view>(exchange.caller.app);
  return (states.empty() || std::ranges::any_of(states, is_state)) &&
         (!when.token->app || scenario::passes(*when.token->app, app));
}

bool fits(const scenario::When& when, const Exchange& exchange, const Record& record) {
  if (!method_fits(when, exchange) ||
      is_sign_in(exchange) != (when.surface == scenario::Surface::sign_in)) {
    return false;
  }
  const auto target = http::parse_target(exchange.path);
  return target && scenario::matches(when.path, version_of(exchange), target->segments) &&
         query_fits(when, exchange) && headers_fit(when, exchange) && page_fits(when, exchange) &&
         place_fits(when, exchange, record) && token_fits(when, exchange) &&
         body_fits(when, exchange);
}

}  // namespace

std::vector<CountedRequests> count_requests(const std::vector<scenario::RequestCount>& asked,
                                            const Record& record) {
  std::vector<CountedRequests> counted;
  for (const scenario::RequestCount& wanted : asked) {
    const auto seen = std::ranges::count_if(record.exchanges(), [&](const Exchange& exchange) {
      return fits(wanted.when, exchange, record);
    });
    counted.push_back({.text = wanted.text,
                       .min = wanted.min,
                       .max = wanted.max,
                       .seen = static_cast<std::uint64_t>(seen)});
  }
  return counted;
}

}  // namespace graphfault::verdict
