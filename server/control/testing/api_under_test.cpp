// SPDX-License-Identifier: MIT
#include "control/testing/api_under_test.hpp"

#include "base/random.hpp"
#include "control/listening/routes.hpp"
#include "graph/tokens/token.hpp"
#include "scenario/loading/load.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace graphfault::control {
namespace {

constexpr std::string_view kThrottled = R"(
scenario: throttled
summary: The first page is throttled once.
rules:
  - when: GET /users
    then: {error: TooManyRequests, retry_after: 2s, times: 1}
)";

engine::ScenarioSet throttled() {
  auto loaded = scenario::load(kThrottled, {.file = "throttled.yaml"});
  if (!loaded) {
    ADD_FAILURE() << render(loaded.error());
    return {};
  }
  return {*loaded};
}

std::string token_for(const std::string& tenant) {
  graph::Token token;
  token.tenant = tenant;
  token.tenant_id = guid_of(tenant);
  token.all_roles = true;
  token.app = "11111111-2222-3333-4444-555555555555";
  token.issued = kTestNow;
  token.expires = kTestNow + std::chrono::hours(1);
  return graph::write_token(token, graph::token_key());
}

}  // namespace

tl::expected<ScenarioShelf::Added, Problems> ShelfDouble::add(std::string_view yaml,
                                                              std::string_view name) {
  last_name = name;
  auto loaded = scenario::load(yaml, {.file = std::string(name)});
  if (!loaded) {
    return tl::unexpected(loaded.error());
  }
  const bool replaced = registry->scenario((*loaded)->name) != nullptr;
  scenarios_.push_back(*loaded);
  registry->adopt(scenarios_);
  return Added{.scenario = *loaded, .replaced = replaced};
}

ApiUnderTest::ApiUnderTest(std::size_t max_tenants)
    : scenarios(throttled()),
      engine(scenarios, {.tenant = {}, .default_scenario = {}, .max_tenants = max_tenants}),
      shelf(scenarios),
      subject{.engine = engine,
              .shelf = shelf,
              .traffic = traffic,
              .events = events,
              .version = "1.2.3",
              .emulated = "http://localhost:8080",
              .emulated_https = "https://localhost:8443",
              .authority = "-----BEGIN CERTIFICATE-----\n",
              .started = kTestNow - std::chrono::seconds(90)} {
  shelf.registry = &engine.registry();
}

Reply ApiUnderTest::call(const std::string& method, const std::string& target,
                         const std::string& body) {
  const auto parsed = http::parse_target(target);
  const auto route = find_route(method, parsed->segments, subject.emulated);
  if (!route) {
    return route.error();
  }
  return (*route)->act({.method = method,
                        .segments = parsed->segments,
                        .options = parsed->options,
                        .body = body,
                        .now = now},
                       subject);
}

Json ApiUnderTest::json(const std::string& method, const std::string& target,
                        const std::string& body) {
  const Reply reply = call(method, target, body);
  const auto json = parse_json(reply.body);
  EXPECT_TRUE(json) << reply.body;
  return json ? *json : Json();
}

http::Answer ApiUnderTest::request(const std::string& method, const std::string& target,
                                   const std::string& token_of) {
  http::Request request;
  request.method = method;
  request.target = target;
  request.host = "localhost:8080";
  request.headers.add("Host", request.host);
  if (!token_of.empty()) {
    request.headers.add("Authorization", "Bearer " + token_for(token_of));
  }
  http::Answer answer = engine.serve(std::move(request), now);
  if (answer.ticket.sequence != 0) {
    engine.sent(answer.ticket, {.sent = now, .bytes = 100, .aborted = false});
  }
  return answer;
}

}  // namespace graphfault::control
