// SPDX-License-Identifier: MIT
#include "app/run/terminal.hpp"

#include <csignal>
#include <cstdlib>
#include <unistd.h>

namespace graphfault::app {

bool wants_colour(int descriptor) {
  const char* const refused = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe)
  const char* const kind = std::getenv("TERM");         // NOLINT(concurrency-mt-unsafe)
  return isatty(descriptor) == 1 && (refused == nullptr || *refused == '\0') &&
         (kind == nullptr || std::string_view(kind) != "dumb");
}

Terminal::Terminal() : ours_(isatty(STDIN_FILENO) == 1 && tcgetpgrp(STDIN_FILENO) == getpgrp()) {}

Terminal::~Terminal() {
  if (lent_) {
    take_foreground(getpgrp());
  }
}

void Terminal::lend_to(pid_t group) {
  if (ours_) {
    take_foreground(group);
    lent_ = true;
  }
}

void Terminal::stop_together(pid_t group) const {
  if (lent_) {
    take_foreground(getpgrp());
    static_cast<void>(raise(SIGSTOP));
    take_foreground(group);
  }
  kill(-group, SIGCONT);
}

void take_foreground(pid_t group) {
  // A background process that takes the foreground is stopped, unless it blocks this signal.
  sigset_t stop{};
  sigset_t before{};
  sigemptyset(&stop);
  sigaddset(&stop, SIGTTOU);
  sigprocmask(SIG_BLOCK, &stop, &before);
  tcsetpgrp(STDIN_FILENO, group);
  sigprocmask(SIG_SETMASK, &before, nullptr);
}

}  // namespace graphfault::app
