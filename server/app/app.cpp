// SPDX-License-Identifier: MIT
#include "app/app.hpp"

#include "app/command_line/command_line.hpp"
#include "app/command_line/environment.hpp"
#include "app/command_line/exit_code.hpp"
#include "app/commands/command_table.hpp"

#include <csignal>
#include <exception>
#include <iostream>
#include <poll.h>
#include <unistd.h>

namespace graphfault::app {
namespace {

/// A reader that goes away (head, a closed log) is an error of a write, not the program's end.
void ignore_broken_pipes() {
  struct sigaction action {};
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, nullptr);
}

int perform(int argc, const char* const* argv) {
  const auto invocation = read_command_line({argv + (argc > 0 ? 1 : 0), argv + argc},
                                            read_environment(environ), command_table());
  if (!invocation) {
    std::cout << invocation.error().out << std::flush;
    std::cerr << invocation.error().err;
    return invocation.error().code;
  }
  for (const std::string& warning : invocation->warnings) {
    std::cerr << "graphfault: warning: " << warning << '\n';
  }
  return invocation->act({std::cout, std::cerr});
}

/// Whoever read it has read enough (`graphfault errors | head`), or nobody wanted to (`>&-`).
bool is_reader_gone() {
  pollfd out{.fd = STDOUT_FILENO, .events = 0, .revents = 0};
  return poll(&out, 1, 0) == 1 && (out.revents & (POLLERR | POLLNVAL)) != 0;
}

/// Good only if what was said has arrived: not on a full disk.
int unless_unsaid(int code) {
  std::cout.flush();
  if (std::cout || is_reader_gone()) {
    return code;
  }
  std::cerr << "graphfault: the standard output can't be written\n";
  return code == kGood ? kFailed : code;
}

}  // namespace

int run(int argc, const char* const* argv) {
  ignore_broken_pipes();
  try {
    return unless_unsaid(perform(argc, argv));
  } catch (const std::exception& error) {
    std::cerr << "graphfault: " << error.what() << '\n';
    return kFailed;
  }
}

}  // namespace graphfault::app
