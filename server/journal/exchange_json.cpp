// SPDX-License-Identifier: MIT
#include "journal/exchange_json.hpp"

#include "base/time_text.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>

namespace graphfault::journal {
namespace {

void put(Json& object, const char* name, const std::string& text) {
  if (!text.empty()) {
    object[name] = text;
  }
}

void put(Json& object, const char* name, const std::optional<Instant>& time) {
  if (time) {
    object[name] = iso_date_millis(*time);
  }
}

Json headers_json(const http::Headers& headers) {
  Json lines = Json::array();
  for (const http::Header& line : headers) {
    lines.push_back(Json{{"name", line.name}, {"value", line.value}});
  }
  return lines;
}

void put(Json& object, const char* name, const KeptBody& body) {
  if (body.size == 0) {
    return;
  }
  Json& kept = object[name];
  kept["size"] = body.size;
  kept["cut"] = body.cut;
  kept["text"] = body.text;
}

Json request_json(const Exchange& exchange) {
  Json request;
  request["method"] = exchange.method;
  request["url"] = exchange.url;
  put(request, "path", exchange.path);
  put(request, "query", exchange.query);
  request["headers"] = headers_json(exchange.request_headers);
  put(request, "body", exchange.request_body);
  return request;
}

Json caller_json(const CallerSummary& caller) {
  Json json;
  json["state"] = caller.state;
  put(json, "token", caller.token_id);
  put(json, "app", caller.app);
  if (!caller.claims.empty()) {
    json["claims"] = caller.claims;
  }
  return json;
}

Json response_json(const Exchange& exchange) {
  Json response;
  response["status"] = exchange.status;
  put(response, "code", exchange.code);
  put(response, "fault", exchange.fault);
  if (exchange.retry_after) {
    response["retryAfter"] =
        duration_text(std::chrono::round<std::chrono::milliseconds>(*exchange.retry_after));
  }
  response["headers"] = headers_json(exchange.response_headers);
  put(response, "body", exchange.response_body);
  return response;
}

Json played_json(const PlayedStep& played) {
  Json json;
  json["scenario"] = played.scenario;
  json["rule"] = played.rule;
  if (played.rule > 0) {
    json["step"] = played.step;
    put(json, "name", played.rule_name);
    json["repeated"] = played.repeated;
  }
  return json;
}

using Exchanges = std::vector<Exchange>;

bool holds(const Exchanges& exchanges, std::uint64_t sequence) {
  const auto at = std::lower_bound(
      exchanges.begin(), exchanges.end(), sequence,
      [](const Exchange& exchange, std::uint64_t s) { return exchange.sequence < s; });
  return at != exchanges.end() && at->sequence == sequence;
}

bool stands_under_its_batch(const Exchange& exchange, const Exchanges& all) {
  return exchange.parent != 0 && holds(all, exchange.parent);
}

}  // namespace

Json exchange_json(const Exchange& exchange) {
  Json json;
  json["sequence"] = exchange.sequence;
  if (exchange.parent != 0) {
    json["parent"] = exchange.parent;
    json["operation"] = exchange.operation;
    if (!exchange.depends_on.empty()) {
      json["dependsOn"] = exchange.depends_on;
    }
  }
  json["begun"] = iso_date_millis(exchange.begun);
  json["tenantBegun"] = iso_date_millis(exchange.tenant_begun);
  put(json, "left", exchange.left);
  put(json, "sent", exchange.sent);
  json["bytes"] = exchange.bytes;
  json["aborted"] = exchange.aborted;
  json["request"] = request_json(exchange);
  if (!exchange.caller.state.empty()) {
    json["caller"] = caller_json(exchange.caller);
  }
  json["response"] = response_json(exchange);
  json["played"] = played_json(exchange.played);
  if (exchange.nearest.rule > 0) {
    Json& nearest = json["nearest"];
    nearest["rule"] = exchange.nearest.rule;
    put(nearest, "name", exchange.nearest.rule_name);
    nearest["reason"] = exchange.nearest.reason;
  }
  return json;
}

void append_exchanges(std::string& out, const Exchanges& exchanges, std::string_view separator) {
  std::multimap<std::uint64_t, const Exchange*> operations;
  for (const Exchange& exchange : exchanges) {
    if (stands_under_its_batch(exchange, exchanges)) {
      operations.emplace(exchange.parent, &exchange);
    }
  }
  std::string_view before;
  for (const Exchange& exchange : exchanges) {
    if (stands_under_its_batch(exchange, exchanges)) {
      continue;
    }
    Json json = exchange_json(exchange);
    const auto [first, last] = operations.equal_range(exchange.sequence);
    std::for_each(first, last, [&json](const auto& operation) {
      json["operations"].push_back(exchange_json(*operation.second));
    });
    out += before;
    out += json_text(json);
    before = separator;
  }
}

}  // namespace graphfault::journal
