// SPDX-License-Identifier: MIT
#include "app/serving/service.hpp"

#include "app/serving/refusals.hpp"
#include "base/letter_case.hpp"
#include "graph/paths/cloud_hosts.hpp"
#include "http/host.hpp"

#include <algorithm>
#include <exception>
#include <string_view>
#include <utility>

namespace graphfault::app {
namespace {

constexpr std::string_view kMark = "x-graphfault-rule";
constexpr std::string_view kHint = "x-graphfault-hint";

std::size_t counted_status(const http::Answer& answer, std::size_t statuses) {
  switch (answer.plan.ending) {
    case http::Ending::close_before:
    case http::Ending::reset_before:
    case http::Ending::stall:
      return 0;
    case http::Ending::complete:
    case http::Ending::truncate:
      break;
  }
  return std::min(static_cast<std::size_t>(std::max(answer.response.status, 0)), statuses - 1);
}

std::string value_of(const http::Headers& headers, std::string_view name) {
  return std::string(headers.find(name).value_or(std::string_view()));
}

net::Face face_of(scenario::Fault::Tls fault) {
  switch (fault) {
    case scenario::Fault::Tls::expired:
      return net::Face::expired;
    case scenario::Fault::Tls::wrong_name:
      return net::Face::wrong_name;
    case scenario::Fault::Tls::untrusted:
      return net::Face::untrusted;
    case scenario::Fault::Tls::reset:
      return net::Face::reset;
  }
  return net::Face::honest;
}

std::vector<std::string> lower_all(std::vector<std::string> names) {
  for (std::string& name : names) {
    name = lower(name);
  }
  return names;
}

/// As a certificate's names are compared: `*.corp.test` is any name of one label before that.
bool is_of(std::string_view host, std::string_view name) {
  if (!name.starts_with("*.")) {
    return host == name;
  }
  const std::size_t dot = host.find('.');
  return dot != 0 && dot != std::string_view::npos && host.substr(dot) == name.substr(1);
}

}  // namespace

Service::Service(engine::Engine& engine, const Clock& clock, ExchangeLog& log,
                 std::vector<std::string> further_hosts)
    : engine_(engine),
      clock_(clock),
      log_(log),
      further_hosts_(lower_all(std::move(further_hosts))) {}

http::Answer Service::serve(http::Request request) {
  const Instant now = clock_.now();
  if (!log_.wants_line()) {
    return answered(ask_engine(std::move(request), now), nullptr);
  }
  LoggedExchange logged{.at = now, .method = request.method, .target = request.target};
  return answered(ask_engine(std::move(request), now), &logged);
}

http::Answer Service::ask_engine(http::Request request, Instant now) {
  try {
    return engine_.serve(std::move(request), now);
  } catch (const std::exception& error) {
    // Out of memory, or a bug: one request's failure is not its neighbours'.
    log_.say({.at = now,
              .level = News::Level::error,
              .message = std::string("a request failed inside graphfault: ") + error.what(),
              .members = {}});
    return engine_.refuse({.status = 500, .code = {}, .message = {}}, {}, now);
  }
}

http::Answer Service::refuse(net::Refusal refusal, http::Request partial) {
  const Instant now = clock_.now();
  LoggedExchange logged{.at = now, .method = partial.method, .target = partial.target};
  const engine::RefusedRequest refused = refused_request(refusal, partial);
  http::Answer answer = engine_.refuse(refused, partial, now);
  if (!log_.wants_line()) {
    return answered(std::move(answer), nullptr);
  }
  logged.hint = refused.message;
  return answered(std::move(answer), &logged);
}

void Service::leaving(const http::Ticket& ticket) { engine_.leaving(ticket, clock_.now()); }

void Service::sent(const http::Ticket& ticket, const http::Delivery& delivery) {
  engine_.sent(ticket, delivery);
}

bool Service::answers_for(std::string_view host) {
  return graph::is_cloud_host(host) ||
         std::any_of(further_hosts_.begin(), further_hosts_.end(),
                     [host](const std::string& name) { return is_of(host, name); });
}

net::Face Service::greet(const net::Greeting& greeting) {
  const auto fault = engine_.greet(http::host_name(greeting.host()), clock_.now());
  return fault ? face_of(*fault) : net::Face::honest;
}

void Service::handshake_failed(const net::Greeting& greeting, const std::string& why) {
  if (log_.wants_line()) {
    log_.add({.at = clock_.now(),
              .method = "TLS",
              .target = greeting.host().empty() ? greeting.peer : greeting.host(),
              .hint = "the handshake failed: " + why,
              .ending = http::Ending::close_before});
  }
}

http::Answer Service::answered(http::Answer answer, LoggedExchange* logged) {
  by_status_.at(counted_status(answer, kStatuses)).fetch_add(1, std::memory_order_relaxed);
  if (answer.is_unmatched) {
    unmatched_.fetch_add(1, std::memory_order_relaxed);
  }
  if (logged != nullptr) {
    logged->status = answer.response.status;
    logged->answered_by = value_of(answer.response.headers, kMark);
    if (answer.response.headers.contains(kHint)) {
      logged->hint = value_of(answer.response.headers, kHint);
    }
    logged->ending = answer.plan.ending;
    logged->delay = answer.plan.delay;
    log_.add(std::move(*logged));
  }
  return answer;
}

void Service::open(const net::Server& server) {
  server_ = &server;
  ready_ = true;
}

void Service::close() { ready_ = false; }

bool Service::ready() const { return ready_; }

control::WireCounts Service::wire() const {
  const net::Server* server = server_;
  if (server == nullptr) {
    return {};
  }
  const net::ServerCounts counts = server->counts();
  return {.accepted = counts.accepted,
          .open = counts.open,
          .refused = counts.refused,
          .buffered_bytes = counts.buffered_bytes};
}

std::map<int, std::uint64_t> Service::answers() const {
  std::map<int, std::uint64_t> counts;
  for (std::size_t status = 0; status < kStatuses; ++status) {
    const std::uint64_t count = by_status_[status].load(std::memory_order_relaxed);
    if (count > 0) {
      counts.emplace(static_cast<int>(status), count);
    }
  }
  return counts;
}

std::uint64_t Service::unmatched() const { return unmatched_.load(std::memory_order_relaxed); }

}  // namespace graphfault::app
