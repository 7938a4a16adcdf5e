// SPDX-License-Identifier: MIT
// A session on a scripted service, for tests of everything above the transport.
#pragma once

#include "call/courier.hpp"
#include "graph/session.hpp"
#include "sign_in/client_credentials.hpp"
#include "testing/doubles.hpp"
#include "testing/scripted_transport.hpp"

#include <string>
#include <vector>

namespace graphclient::testing {

inline const std::string kBase = "http://graph.test";

struct Bench {
  explicit Bench(Patience patience_ = {}) : patience(patience_) {}

  ScriptedTransport service{};
  FakeClock clock{};
  FakeRandom random{};
  RecordingObserver observer{};
  Patience patience{};
  Courier courier{{service, clock, random, observer}, patience};
  ClientCredentials tokens{
      courier, {.authority = kBase, .tenant = "t", .client_id = "app", .client_secret = "s&cret"}};
  Session session{courier, tokens, kBase};

  tl::expected<Reply, Failure> get(const std::string& path) {
    return session.send(make_call("GET", session.url(path)), session.new_deadline());
  }
  tl::expected<Reply, Failure> post(const std::string& path) {
    return session.send(make_call("POST", session.url(path)), session.new_deadline());
  }
  std::vector<std::string> asked() const {
    std::vector<std::string> out;
    for (const Request& request : service.requests) {
      out.push_back(request.method + " " + request.url.substr(kBase.size()));
    }
    return out;
  }
};

}  // namespace graphclient::testing
