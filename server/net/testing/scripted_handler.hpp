// SPDX-License-Identifier: MIT
// A handler that answers as the test says and remembers what it was told, and a server around it.
#pragma once

#include "base/clock.hpp"
#include "net/handler.hpp"
#include "net/listening/server.hpp"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace graphfault::net::testing {

/// 200 with that body and nothing else.
http::Answer plain(std::string body);
/// The same, with a ticket of that number.
http::Answer ticketed(std::uint64_t sequence, std::string body);

class ScriptedHandler final : public Handler {
 public:
  using Script = std::function<http::Answer(const http::Request&)>;

  /// Without a script: `METHOD TARGET` as the body.
  explicit ScriptedHandler(Script script = {});

  http::Answer serve(http::Request request) override;
  http::Answer refuse(Refusal refusal, http::Request partial) override;
  void leaving(const http::Ticket& ticket) override;
  void sent(const http::Ticket& ticket, const http::Delivery& delivery) override;
  /// Every host but those that end with `.example`.
  bool answers_for(std::string_view host) override;
  Face greet(const Greeting& greeting) override;
  void handshake_failed(const Greeting& greeting, const std::string& why) override;

  /// Each waits, with a deadline, until so many are there; a test fails where they don't come.
  std::vector<http::Request> requests(std::size_t count);
  std::vector<Refusal> refusals(std::size_t count);
  std::vector<std::string> failures(std::size_t count);
  http::Delivery delivery(std::uint64_t sequence);
  void await_deliveries(std::size_t count);

  std::size_t times_sent(std::uint64_t sequence);
  std::vector<Greeting> greetings();
  std::vector<std::uint64_t> leavings();
  std::vector<http::Request> partials();

  std::atomic<Face> face{Face::honest};  ///< of the next handshakes

 private:
  template <class Ready>
  void await(std::unique_lock<std::mutex>& lock, Ready&& ready);

  Script script_;
  std::mutex mutex_{};
  std::condition_variable changed_{};
  std::vector<http::Request> requests_{};
  std::vector<http::Request> partials_{};
  std::vector<Refusal> refusals_{};
  std::vector<std::uint64_t> leavings_{};
  std::vector<Greeting> greetings_{};
  std::vector<std::string> failures_{};
  std::multimap<std::uint64_t, http::Delivery> deliveries_{};
};

/// A server on a free port of 127.0.0.1.
struct Running {
  explicit Running(ScriptedHandler::Script script = {}, const Limits& limits = {},
                   unsigned threads = 2, std::shared_ptr<TlsIdentity> tls = nullptr);

  std::uint16_t port() const { return server->port(); }
  std::uint16_t https_port() const { return server->https_port(); }

  SystemClock clock{};
  ScriptedHandler handler;
  std::unique_ptr<Server> server{};
};

/// `GET TARGET` with a Host and the further header lines, each with its CRLF.
std::string get(std::string_view target, std::string_view lines = {});
std::string post(std::string_view target, std::string_view body, std::string_view lines = {});

}  // namespace graphfault::net::testing
