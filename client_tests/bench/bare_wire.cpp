// SPDX-License-Identifier: MIT
// net/ with no product work behind it: every request gets the same 429, so that what the wire
// itself costs can be told from what the product costs. Prints its port; ends with its input.
#include "base/clock.hpp"
#include "net/handler.hpp"
#include "net/listening/server.hpp"

#include <iostream>
#include <string>
#include <string_view>

namespace {

using graphfault::http::Answer;
using graphfault::http::Request;

Answer throttled() {
  Answer answer;
  answer.response.status = 429;
  answer.response.headers = {
      {"Content-Type", "application/json"},
      {"Retry-After", "10"},
      {"request-id", "a3f4c1de-0000-4000-8000-000000000001"},
      {"client-request-id", "a3f4c1de-0000-4000-8000-000000000001"},
      {"Strict-Transport-Security", "max-age=31536000"},
      {"Date", "Sun, 06 Nov 1994 08:49:37 GMT"},
  };
  answer.response.body =
      R"({"error":{"code":"TooManyRequests","message":"Too many requests, try again later.",)"
      R"("innerError":{"date":"2026-02-11T09:12:33",)"
      R"("request-id":"a3f4c1de-0000-4000-8000-000000000001",)"
      R"("client-request-id":"a3f4c1de-0000-4000-8000-000000000001"}}})";
  return answer;
}

class Throttling final : public graphfault::net::Handler {
 public:
  Answer serve(Request /*request*/) override { return throttled(); }
  Answer refuse(graphfault::net::Refusal /*refusal*/, Request /*partial*/) override {
    return throttled();
  }
  void leaving(const graphfault::http::Ticket& /*ticket*/) override {}
  void sent(const graphfault::http::Ticket& /*ticket*/,
            const graphfault::http::Delivery& /*delivery*/) override {}
  bool answers_for(std::string_view /*host*/) override { return false; }
  graphfault::net::Face greet(const graphfault::net::Greeting& /*greeting*/) override {
    return graphfault::net::Face::honest;
  }
  void handshake_failed(const graphfault::net::Greeting& /*greeting*/,
                        const std::string& /*why*/) override {}
};

}  // namespace

int main() {
  Throttling handler;
  const graphfault::SystemClock clock;
  graphfault::net::ServerOptions options;
  options.port = 0;
  auto server = graphfault::net::Server::start(options, handler, clock);
  if (!server) {
    std::cerr << server.error().problem.message << '\n';
    return 3;
  }
  std::cout << (*server)->port() << std::endl;
  std::string line;
  while (std::getline(std::cin, line)) {
  }
  return 0;
}
