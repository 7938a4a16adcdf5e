// SPDX-License-Identifier: MIT
#include "net/testing/scripted_handler.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <utility>

namespace graphfault::net::testing {
namespace {

int status_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::malformed:
    case Refusal::bad_host:
    case Refusal::bad_gzip:
    case Refusal::tls_on_plain_port:
    case Refusal::plain_on_tls_port:
    case Refusal::nested_tunnel:
    case Refusal::connect_without_port:
      return 400;
    case Refusal::forbidden_host:
      return 403;
    case Refusal::timeout:
      return 408;
    case Refusal::body_too_large:
      return 413;
    case Refusal::uri_too_long:
      return 414;
    case Refusal::unsupported_encoding:
      return 415;
    case Refusal::headers_too_large:
      return 431;
    case Refusal::too_many_connections:
    case Refusal::overloaded:
      return 503;
  }
  return 0;
}

}  // namespace

http::Answer plain(std::string body) {
  http::Answer answer;
  answer.response.body = std::move(body);
  return answer;
}

http::Answer ticketed(std::uint64_t sequence, std::string body) {
  http::Answer answer = plain(std::move(body));
  answer.ticket = {.tenant = 1, .sequence = sequence};
  return answer;
}

ScriptedHandler::ScriptedHandler(Script script) : script_(std::move(script)) {
  if (!script_) {
    script_ = [](const http::Request& request) {
      return plain(request.method + ' ' + request.target);
    };
  }
}

http::Answer ScriptedHandler::serve(http::Request request) {
  http::Answer answer = script_(request);
  const std::lock_guard lock(mutex_);
  requests_.push_back(std::move(request));
  changed_.notify_all();
  return answer;
}

http::Answer ScriptedHandler::refuse(Refusal refusal, http::Request partial) {
  http::Answer answer = plain("refused");
  answer.response.status = status_of(refusal);
  const std::lock_guard lock(mutex_);
  refusals_.push_back(refusal);
  partials_.push_back(std::move(partial));
  changed_.notify_all();
  return answer;
}

void ScriptedHandler::leaving(const http::Ticket& ticket) {
  const std::lock_guard lock(mutex_);
  leavings_.push_back(ticket.sequence);
}

void ScriptedHandler::sent(const http::Ticket& ticket, const http::Delivery& delivery) {
  const std::lock_guard lock(mutex_);
  deliveries_.emplace(ticket.sequence, delivery);
  changed_.notify_all();
}

bool ScriptedHandler::answers_for(std::string_view host) { return !host.ends_with(".example"); }

Face ScriptedHandler::greet(const Greeting& greeting) {
  const std::lock_guard lock(mutex_);
  greetings_.push_back(greeting);
  return face;
}

void ScriptedHandler::handshake_failed(const Greeting& /*greeting*/, const std::string& why) {
  const std::lock_guard lock(mutex_);
  failures_.push_back(why);
  changed_.notify_all();
}

template <class Ready>
void ScriptedHandler::await(std::unique_lock<std::mutex>& lock, Ready&& ready) {
  EXPECT_TRUE(changed_.wait_for(lock, std::chrono::seconds(30), std::forward<Ready>(ready)));
}

std::vector<http::Request> ScriptedHandler::requests(std::size_t count) {
  std::unique_lock lock(mutex_);
  await(lock, [&] { return requests_.size() >= count; });
  return requests_;
}

std::vector<Refusal> ScriptedHandler::refusals(std::size_t count) {
  std::unique_lock lock(mutex_);
  await(lock, [&] { return refusals_.size() >= count; });
  return refusals_;
}

http::Delivery ScriptedHandler::delivery(std::uint64_t sequence) {
  std::unique_lock lock(mutex_);
  await(lock, [&] { return deliveries_.contains(sequence); });
  const auto found = deliveries_.find(sequence);
  return found == deliveries_.end() ? http::Delivery{} : found->second;
}

void ScriptedHandler::await_deliveries(std::size_t count) {
  std::unique_lock lock(mutex_);
  await(lock, [&] { return deliveries_.size() >= count; });
}

std::size_t ScriptedHandler::times_sent(std::uint64_t sequence) {
  const std::lock_guard lock(mutex_);
  return deliveries_.count(sequence);
}

std::vector<std::string> ScriptedHandler::failures(std::size_t count) {
  std::unique_lock lock(mutex_);
  await(lock, [&] { return failures_.size() >= count; });
  return failures_;
}

std::vector<Greeting> ScriptedHandler::greetings() {
  const std::lock_guard lock(mutex_);
  return greetings_;
}

std::vector<std::uint64_t> ScriptedHandler::leavings() {
  const std::lock_guard lock(mutex_);
  return leavings_;
}

std::vector<http::Request> ScriptedHandler::partials() {
  const std::lock_guard lock(mutex_);
  return partials_;
}

Running::Running(ScriptedHandler::Script script, const Limits& limits, unsigned threads,
                 std::shared_ptr<TlsIdentity> tls)
    : handler(std::move(script)) {
  ServerOptions options;
  options.https_port = 0;
  options.tls = std::move(tls);
  options.hosts = {"127.0.0.1"};
  options.port = 0;
  options.threads = threads;
  options.limits = limits;
  auto started = Server::start(options, handler, clock);
  if (!started) {
    ADD_FAILURE() << started.error().problem.message;
    std::abort();
  }
  server = std::move(*started);
}

std::string get(std::string_view target, std::string_view lines) {
  return fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\n{}\r\n", target, lines);
}

std::string post(std::string_view target, std::string_view body, std::string_view lines) {
  return fmt::format("POST {} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n{}\r\n{}",
                     target, body.size(), lines, body);
}

}  // namespace graphfault::net::testing
