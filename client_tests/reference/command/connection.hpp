// SPDX-License-Identifier: MIT
#pragma once

#include "call/courier.hpp"
#include "graph/session.hpp"
#include "sign_in/token_source.hpp"

#include <memory>
#include <string>

namespace graphclient {

/// How the service is reached, as the command line says it.
struct ConnectionOptions {
  std::string url = "http://localhost:8080";
  std::string authority{};  ///< empty: the url
  std::string tenant = "common";
  std::string client_id = "11111111-2222-3333-4444-555555555555";
  std::string client_secret = "secret";
  std::string token{};  ///< not empty: this token and no sign-in
  Patience patience{};
  Milliseconds read_timeout{100'000};
};

/// Everything real that a session needs, made and kept together.
class Connection {
 public:
  /// `observer` outlives it.
  Connection(const ConnectionOptions& options, Observer& observer);
  Session& session() { return session_; }

 private:
  std::unique_ptr<Transport> transport_;
  std::unique_ptr<Clock> clock_;
  std::unique_ptr<Random> random_;
  Courier courier_;
  std::unique_ptr<TokenSource> tokens_;
  Session session_;
};

}  // namespace graphclient
