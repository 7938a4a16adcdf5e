// SPDX-License-Identifier: MIT
// A directory to ask, for the tests of emulation.
#pragma once

#include "base/random.hpp"
#include "base/time_text.hpp"
#include "engine/emulation/emulation.hpp"
#include "graph/paths/graph_path.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graphfault::engine::testing {

inline constexpr std::string_view kBase = "http://localhost:8080/@t";

class EmulatedGraph {
 public:
  explicit EmulatedGraph(scenario::Scenario scenario = {})
      : scenario_(std::make_shared<const scenario::Scenario>(std::move(scenario))),
        directory_(scenario_, 7) {}

  Call call(std::string method, const std::string& target, http::Headers headers = {},
            std::string body = {}) const {
    Call made;
    made.request.method = std::move(method);
    made.request.target = target;
    made.request.headers = std::move(headers);
    made.request.body = std::move(body);
    made.target = http::parse_target(target).value_or(http::Target{});
    auto path = graph::graph_path(made.target.segments);
    made.version = std::move(path.version);
    made.segments = std::move(path.segments);
    made.base = kBase;
    made.received = now;
    made.tenant_now = now;
    made.caller.token = token;
    return made;
  }

  EmulatedOr ask(const Call& made) { return emulate(made, directory_, *scenario_, random_); }
  EmulatedOr get(const std::string& target, http::Headers headers = {}) {
    return ask(call("GET", target, std::move(headers)));
  }
  EmulatedOr send(std::string method, const std::string& target, std::string body) {
    return ask(
        call(std::move(method), target, {{"Content-Type", "application/json"}}, std::move(body)));
  }
  /// The body of an answer that has to be a JSON object; an empty object where it is none.
  static Json json(const EmulatedOr& answer) {
    const auto body = answer ? parse_json(answer->body) : parse_json("{}");
    return body.value_or(Json::object());
  }
  Json json(const std::string& target, http::Headers headers = {}) {
    return json(get(target, std::move(headers)));
  }
  /// A link of an answer as a target of the next call.
  static std::string target_of(const Json& body, const char* link) {
    const std::string url = body.value(link, std::string());
    return url.starts_with(kBase) ? url.substr(kBase.size()) : "";
  }

  Directory& directory() { return directory_; }

  Instant now = *parse_iso_date("2026-02-11T09:12:33Z");
  std::shared_ptr<const graph::Token> token{};

 private:
  std::shared_ptr<const scenario::Scenario> scenario_;
  Directory directory_;
  Random random_{1};
};

inline const http::Headers kEventual = {{"ConsistencyLevel", "eventual"}};

}  // namespace graphfault::engine::testing
