// SPDX-License-Identifier: MIT
// Starts a server and measures the time from its start to its first answer.
//
//   first_answer PORT TARGET COMMAND...    (the token comes in TOKEN)
//
// Prints `milliseconds` and the server's `resident_kib` after that answer, then ends the server.
#include "bench/http_call.hpp"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using graphfault::bench::Connection;
using graphfault::bench::get_request;
using graphfault::bench::process_figure;
using Clock = std::chrono::steady_clock;

constexpr auto kPatience = std::chrono::seconds(30);
constexpr auto kBetweenTries = std::chrono::microseconds(200);

/// The answer's status; 0 where nobody answers yet.
int try_once(std::uint16_t port, const std::string& request) {
  Connection connection(port);
  if (!connection.is_open() || !connection.send(request)) {
    return 0;
  }
  const auto answer = connection.receive();
  return answer ? answer->status : 0;
}

/// The status of the first answer; 0 where none came in time.
int first_status(std::uint16_t port, const std::string& request, Clock::time_point give_up) {
  int status = try_once(port, request);
  while (status == 0 && Clock::now() < give_up) {
    std::this_thread::sleep_for(kBetweenTries);
    status = try_once(port, request);
  }
  return status;
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) {
    std::cerr << "usage: first_answer PORT TARGET COMMAND...\n";
    return 2;
  }
  const auto port = static_cast<std::uint16_t>(std::strtoul(words[1], nullptr, 10));
  const char* const token = std::getenv("TOKEN");
  const std::string request = get_request(words[2], token == nullptr ? "" : token);
  const auto begun = Clock::now();
  const pid_t server = ::fork();
  if (server == 0) {
    ::dup2(STDERR_FILENO, STDOUT_FILENO);  // ours carries the figures
    ::execvp(words[3], words + 3);
    ::_exit(127);
  }
  const int status = first_status(port, request, begun + kPatience);
  const double milliseconds =
      std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
  const std::uint64_t resident = process_figure(server, "VmRSS");
  ::kill(server, SIGTERM);
  ::waitpid(server, nullptr, 0);
  std::cout << std::fixed << std::setprecision(1) << "status " << status << "\nmilliseconds "
            << milliseconds << "\nresident_kib " << resident << '\n';
  return status == 0 ? 1 : 0;
}
