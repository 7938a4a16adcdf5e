// SPDX-License-Identifier: MIT
#include "app/run/signal_names.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

namespace graphfault::app {
namespace {

constexpr std::array<std::pair<int, const char*>, 15> kNames{{{SIGHUP, "SIGHUP"},
                                                              {SIGINT, "SIGINT"},
                                                              {SIGQUIT, "SIGQUIT"},
                                                              {SIGILL, "SIGILL"},
                                                              {SIGTRAP, "SIGTRAP"},
                                                              {SIGABRT, "SIGABRT"},
                                                              {SIGBUS, "SIGBUS"},
                                                              {SIGFPE, "SIGFPE"},
                                                              {SIGKILL, "SIGKILL"},
                                                              {SIGUSR1, "SIGUSR1"},
                                                              {SIGSEGV, "SIGSEGV"},
                                                              {SIGUSR2, "SIGUSR2"},
                                                              {SIGPIPE, "SIGPIPE"},
                                                              {SIGALRM, "SIGALRM"},
                                                              {SIGTERM, "SIGTERM"}}};

}  // namespace

std::string signal_name(int number) {
  const auto* const found = std::find_if(
      kNames.begin(), kNames.end(), [number](const auto& entry) { return entry.first == number; });
  return found == kNames.end() ? "signal " + std::to_string(number) : found->second;
}

}  // namespace graphfault::app
