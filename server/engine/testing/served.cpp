// SPDX-License-Identifier: MIT
#include "engine/testing/served.hpp"

#include "base/random.hpp"
#include "base/time_text.hpp"
#include "scenario/default_scenario.hpp"
#include "scenario/loading/load.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace graphfault::engine::testing {
namespace {

EngineOptions with_default(EngineOptions options, const std::string& scenario) {
  options.default_scenario = scenario;
  return options;
}

}  // namespace

std::shared_ptr<const scenario::Scenario> scenario_of(std::string_view yaml) {
  const scenario::Loaded loaded = scenario::load(yaml, {.file = "t.yaml"});
  if (!loaded) {
    ADD_FAILURE() << render(loaded.error());
    return scenario::default_scenario();
  }
  return *loaded;
}

Served::Served(std::string_view yaml, EngineOptions options)
    : now(*parse_iso_date("2026-02-11T09:12:33")),
      engine({scenario_of(yaml)}, with_default(std::move(options), scenario_of(yaml)->name)),
      default_bearer_(bearer(token())) {}

http::Answer Served::call(std::string_view method, std::string_view target, http::Headers headers,
                          std::string body) {
  if (!headers.contains("Authorization")) {
    headers.add("Authorization", default_bearer_);
  } else if (headers.find("Authorization") == "none") {
    headers.remove("Authorization");
  }
  http::Answer answer = engine.serve({.method = std::string(method),
                                      .target = std::string(target),
                                      .headers = std::move(headers),
                                      .body = std::move(body),
                                      .host = "localhost:8080"},
                                     now);
  if (answer.plan.delay == Duration::zero() && answer.ticket.sequence != 0) {
    engine.sent(answer.ticket, {.sent = now, .bytes = answer.response.body.size()});
  }
  return answer;
}

http::Answer Served::get(std::string_view target, http::Headers headers) {
  return call("GET", target, std::move(headers));
}

http::Answer Served::post(std::string_view target, std::string body) {
  return call("POST", target, {{"Content-Type", "application/json"}}, std::move(body));
}

Json Served::json(const http::Answer& answer) {
  Result<Json> parsed = parse_json(answer.response.body);
  if (!parsed) {
    ADD_FAILURE() << parsed.error().message << ": " << answer.response.body;
    return {};
  }
  return *parsed;
}

std::string Served::rule(const http::Answer& answer) { return header(answer, "x-graphfault-rule"); }

std::string Served::hint(const http::Answer& answer) { return header(answer, "x-graphfault-hint"); }

std::string Served::header(const http::Answer& answer, std::string_view name) {
  return std::string(answer.response.headers.find(name).value_or(std::string_view{}));
}

graph::Token Served::token() const {
  const std::string scenario = engine.registry().scenarios().front()->name;
  graph::Token token;
  token.tenant = scenario;
  token.tenant_id = guid_of(scenario);
  token.app = "11111111-2222-3333-4444-555555555555";
  token.all_roles = true;
  token.issued = now;
  token.expires = now + std::chrono::hours(1);
  token.id = "uti-1";
  return token;
}

std::string Served::bearer(const graph::Token& token) {
  return "Bearer " + graph::write_token(token, graph::token_key());
}

std::shared_ptr<Tenant> Served::tenant() { return engine.registry().fallback(now); }

std::vector<journal::Exchange> Served::journal() { return tenant()->exchanges(0); }

}  // namespace graphfault::engine::testing
