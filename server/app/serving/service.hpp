// SPDX-License-Identifier: MIT
// The life of a request: what net/ has read goes to the engine, the answer is counted and logged.
#pragma once

#include "app/log/exchange_log.hpp"
#include "base/clock.hpp"
#include "control/subject.hpp"
#include "engine/engine.hpp"
#include "net/handler.hpp"
#include "net/listening/server.hpp"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::app {

/// Threads: any.
class Service final : public net::Handler, public control::Traffic {
 public:
  /// The first three outlive the service. A proxy's client may call `further_hosts` beside the
  /// Graph and sign-in hosts.
  Service(engine::Engine& engine, const Clock& clock, ExchangeLog& log,
          std::vector<std::string> further_hosts = {});

  http::Answer serve(http::Request request) override;
  http::Answer refuse(net::Refusal refusal, http::Request partial) override;
  void leaving(const http::Ticket& ticket) override;
  void sent(const http::Ticket& ticket, const http::Delivery& delivery) override;
  bool answers_for(std::string_view host) override;
  net::Face greet(const net::Greeting& greeting) override;
  void handshake_failed(const net::Greeting& greeting, const std::string& why) override;

  /// The wire answers now; `server` outlives the service, or close() is called before it goes.
  void open(const net::Server& server);
  /// The server is about to stop.
  void close();

  bool ready() const override;
  control::WireCounts wire() const override;
  std::map<int, std::uint64_t> answers() const override;
  std::uint64_t unmatched() const override;

 private:
  static constexpr std::size_t kStatuses = 1000;

  http::Answer ask_engine(http::Request request, Instant now);
  http::Answer answered(http::Answer answer, LoggedExchange* logged);

  engine::Engine& engine_;
  const Clock& clock_;
  ExchangeLog& log_;
  const std::vector<std::string> further_hosts_;  ///< in lower case
  std::atomic<const net::Server*> server_{nullptr};
  std::atomic<bool> ready_{false};
  std::atomic<std::uint64_t> unmatched_{0};
  std::array<std::atomic<std::uint64_t>, kStatuses> by_status_{};
};

}  // namespace graphfault::app
