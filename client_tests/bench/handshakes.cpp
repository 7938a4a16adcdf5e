// SPDX-License-Identifier: MIT
// New TLS connections at a steady rate, each with a whole handshake and nothing behind it.
//
//   handshakes PORT A_SECOND SECONDS
//
// Prints `name value` lines: the connections made a second, and those that failed.
#include "bench/http_call.hpp"

#include <openssl/ssl.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <thread>
#include <vector>

namespace {

using graphfault::bench::Connection;
using Clock = std::chrono::steady_clock;

// So many at once: one alone would wait for the server instead of keeping the rate.
constexpr std::uint64_t kCallers = 16;

struct Freed {
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
  void operator()(SSL* ssl) const { SSL_free(ssl); }
};

struct Load {
  std::uint16_t port = 0;
  std::uint64_t a_second = 0;
  std::uint64_t seconds = 0;
  std::atomic<std::uint64_t> made{0};
  std::atomic<std::uint64_t> failed{0};
};

bool shake_hands(SSL_CTX* context, std::uint16_t port) {
  const Connection connection(port);
  const std::unique_ptr<SSL, Freed> ssl(SSL_new(context));
  return connection.is_open() && ssl && SSL_set_fd(ssl.get(), connection.descriptor()) == 1 &&
         SSL_connect(ssl.get()) == 1;
}

/// Every kCallers-th connection of the whole schedule, from the `first` one on.
void call(Load& load, SSL_CTX* context, Clock::time_point begun, std::uint64_t first) {
  for (std::uint64_t i = first; i < load.a_second * load.seconds; i += kCallers) {
    const std::chrono::duration<double> due(static_cast<double>(i) /
                                            static_cast<double>(load.a_second));
    std::this_thread::sleep_until(begun + std::chrono::duration_cast<Clock::duration>(due));
    ++(shake_hands(context, load.port) ? load.made : load.failed);
  }
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) {
    std::cerr << "usage: handshakes PORT A_SECOND SECONDS\n";
    return 2;
  }
  Load load;
  load.port = static_cast<std::uint16_t>(std::strtoul(words[1], nullptr, 10));
  load.a_second = std::strtoul(words[2], nullptr, 10);
  load.seconds = std::strtoul(words[3], nullptr, 10);
  const std::unique_ptr<SSL_CTX, Freed> context(SSL_CTX_new(TLS_client_method()));
  const auto begun = Clock::now();
  std::vector<std::thread> callers;
  for (std::uint64_t first = 0; first < kCallers; ++first) {
    callers.emplace_back(
        [&load, &context, begun, first] { call(load, context.get(), begun, first); });
  }
  for (std::thread& caller : callers) {
    caller.join();
  }
  const std::chrono::duration<double> took = Clock::now() - begun;
  std::cout << "a_second " << static_cast<double>(load.made) / took.count() << '\n'
            << "failed " << load.failed << '\n';
  return load.failed == 0 ? 0 : 1;
}
