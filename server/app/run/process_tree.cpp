// SPDX-License-Identifier: MIT
#include "app/run/process_tree.hpp"

#include <cerrno>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <set>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>

namespace graphfault::app {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kByThemselves{200};
constexpr std::chrono::milliseconds kLookForEnds{5};

/// Takes what has ended; true where a child is left.
bool reap() {
  while (true) {
    const pid_t ended = waitpid(-1, nullptr, WNOHANG);
    if (ended == 0) {
      return true;
    }
    if (ended < 0 && errno != EINTR) {
      return false;
    }
  }
}

/// True once no child is left; false after `patience`.
bool all_end_within(std::chrono::milliseconds patience) {
  const auto end = Clock::now() + patience;
  while (reap()) {
    if (Clock::now() >= end) {
      return false;
    }
    std::this_thread::sleep_for(kLookForEnds);
  }
  return true;
}

std::set<pid_t> children() {
  std::set<pid_t> all;
  std::error_code error;
  for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task", error)) {
    std::ifstream list(thread.path() / "children");
    for (pid_t child = 0; list >> child;) {
      all.insert(child);
    }
  }
  return all;
}

}  // namespace

void adopt_orphans() { prctl(PR_SET_CHILD_SUBREAPER, 1); }

std::size_t end_descendants(std::chrono::milliseconds grace) {
  if (all_end_within(kByThemselves)) {
    return 0;
  }
  std::set<pid_t> told;
  const auto tell = [&told](int signal) {
    for (const pid_t child : children()) {
      kill(child, signal);
      kill(child, SIGCONT);
      told.insert(child);
    }
  };
  // The children of those that end become ours in turn, and are told then.
  for (const auto end = Clock::now() + grace; Clock::now() < end;) {
    tell(SIGTERM);
    if (all_end_within(kLookForEnds * 4)) {
      return told.size();
    }
  }
  do {
    tell(SIGKILL);
  } while (!all_end_within(kLookForEnds * 4) && !children().empty());
  return told.size();
}

}  // namespace graphfault::app
