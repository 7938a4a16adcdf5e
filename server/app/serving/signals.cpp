// SPDX-License-Identifier: MIT
#include "app/serving/signals.hpp"

#include "app/command_line/exit_code.hpp"

#include <csignal>
#include <ctime>
#include <pthread.h>
#include <unistd.h>

namespace graphfault::app {
namespace {

extern "C" void end_process(int /*signal*/) { _exit(kFailed); }

sigset_t set_of(std::initializer_list<int> signals) {
  sigset_t set{};
  sigemptyset(&set);
  for (const int signal : signals) {
    sigaddset(&set, signal);
  }
  return set;
}

}  // namespace

Signals::Signals() {
  const sigset_t set = set_of({SIGTERM, SIGINT, SIGHUP});
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

Signals::Event Signals::wait(std::chrono::milliseconds patience) const {
  const sigset_t set = set_of({SIGTERM, SIGINT, SIGHUP});
  const auto whole = std::chrono::floor<std::chrono::seconds>(patience);
  timespec limit{};
  limit.tv_sec = whole.count();
  limit.tv_nsec = std::chrono::nanoseconds(patience - whole).count();
  switch (sigtimedwait(&set, nullptr, &limit)) {
    case SIGTERM:
    case SIGINT:
      return Event::end;
    case SIGHUP:
      return Event::reload;
    default:
      return Event::nothing;
  }
}

void Signals::end_at_once() const {
  // Not the default action: process 1 of a container has none.
  struct sigaction action {};
  action.sa_handler = end_process;
  sigaction(SIGTERM, &action, nullptr);
  sigaction(SIGINT, &action, nullptr);
  const sigset_t set = set_of({SIGTERM, SIGINT});
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace graphfault::app
