// SPDX-License-Identifier: MIT
// Thousands of connections: some idle, some waiting for a delayed answer, and calls beside them.
//
//   crowd PORT PID IDLE WAITING DELAYED_TARGET QUICK_TARGET    (the token comes in TOKEN)
//
// Prints `name value` lines: the median call alone and beside the crowd in microseconds, the
// server's threads and resident KiB while all wait, and how many of the waiting were answered.
#include "bench/http_call.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <poll.h>
#include <string>
#include <thread>
#include <vector>

namespace {

using graphfault::bench::Connection;
using graphfault::bench::get_request;
using graphfault::bench::process_figure;
using Clock = std::chrono::steady_clock;

constexpr int kCallers = 16;
constexpr int kAtATime = 2;
constexpr int kCalls = 500;
constexpr std::uint64_t kOtherDescriptors = 64;

struct Crowd {
  std::uint16_t port = 0;
  int pid = 0;
  std::size_t idle = 0;
  std::size_t waiting = 0;
  std::string delayed{};
  std::string quick{};
};

[[noreturn]] void give_up(const char* why) {
  std::cerr << "crowd: " << why << '\n';
  std::exit(1);
}

std::vector<Connection> connect_all(std::uint16_t port, std::size_t count,
                                    const std::string& request) {
  std::vector<Connection> connections;
  connections.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    Connection connection(port);
    if (!connection.is_open() || (!request.empty() && !connection.send(request))) {
      give_up("the server takes no further connection");
    }
    connections.push_back(std::move(connection));
  }
  return connections;
}

void time_calls(std::uint16_t port, const std::string& request, std::vector<double>& times) {
  Connection connection(port);
  for (int i = 0; i < kCalls; ++i) {
    const auto begun = Clock::now();
    if (!connection.send(request) || !connection.receive()) {
      give_up("a call beside the crowd was not answered");
    }
    times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - begun).count());
  }
}

/// The calls of one thread, on its share of the connections, one after the other.
void call_in_turn(std::uint16_t port, const std::string& request, std::vector<double>& times) {
  for (int i = 0; i < kCallers / kAtATime; ++i) {
    time_calls(port, request, times);
  }
}

/// The median of many calls in microseconds, on several connections, so that every thread of the
/// server has its share of them. Two at a time: a processor that falls asleep between the calls of
/// a single caller takes longer to wake than a call takes, and whether one does is up to the
/// scheduler.
double median_call(std::uint16_t port, const std::string& request) {
  std::array<std::vector<double>, kAtATime> times;
  std::vector<std::thread> callers;
  callers.reserve(times.size());
  for (std::vector<double>& own : times) {
    callers.emplace_back([&] { call_in_turn(port, request, own); });
  }
  std::vector<double> all;
  for (int i = 0; i < kAtATime; ++i) {
    const auto index = static_cast<std::size_t>(i);
    callers[index].join();
    all.insert(all.end(), times.at(index).begin(), times.at(index).end());
  }
  const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
  std::nth_element(all.begin(), middle, all.end());
  return *middle;
}

/// How many of them have nothing to read yet: they do wait.
std::size_t still_waiting(const std::vector<Connection>& connections) {
  return static_cast<std::size_t>(
      std::count_if(connections.begin(), connections.end(), [](const Connection& connection) {
        pollfd state{.fd = connection.descriptor(), .events = POLLIN, .revents = 0};
        return ::poll(&state, 1, 0) == 0;
      }));
}

void measure(const Crowd& crowd, const std::string& token) {
  const std::string quick = get_request(crowd.quick, token);
  std::cout << std::fixed << std::setprecision(1) << "alone_us " << median_call(crowd.port, quick)
            << '\n';
  const std::vector<Connection> idle = connect_all(crowd.port, crowd.idle, {});
  const auto begun = Clock::now();
  std::vector<Connection> waiting =
      connect_all(crowd.port, crowd.waiting, get_request(crowd.delayed, token));
  std::cout << "beside_us " << median_call(crowd.port, quick) << '\n';
  std::cout << "threads " << process_figure(crowd.pid, "Threads") << '\n';
  std::cout << "resident_kib " << process_figure(crowd.pid, "VmRSS") << '\n';
  std::cout << "waiting " << still_waiting(waiting) << '\n';
  std::size_t answered = 0;
  for (Connection& connection : waiting) {
    answered += connection.receive() ? 1U : 0U;
  }
  std::cout << "answered " << answered << '\n';
  std::cout << "seconds " << std::chrono::duration<double>(Clock::now() - begun).count() << '\n';
}

}  // namespace

int main(int count, char** words) {
  if (count != 7) {
    give_up("usage: crowd PORT PID IDLE WAITING DELAYED_TARGET QUICK_TARGET");
  }
  const Crowd crowd{.port = static_cast<std::uint16_t>(std::strtoul(words[1], nullptr, 10)),
                    .pid = static_cast<int>(std::strtol(words[2], nullptr, 10)),
                    .idle = std::strtoul(words[3], nullptr, 10),
                    .waiting = std::strtoul(words[4], nullptr, 10),
                    .delayed = words[5],
                    .quick = words[6]};
  if (graphfault::bench::raise_descriptor_limit() <
      crowd.idle + crowd.waiting + kOtherDescriptors) {
    give_up("too few open files allowed here: raise `ulimit -Hn`");
  }
  const char* const token = std::getenv("TOKEN");
  measure(crowd, token == nullptr ? "" : token);
  return 0;
}
