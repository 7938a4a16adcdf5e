// SPDX-License-Identifier: MIT
#include "app/run/launch.hpp"

#include "app/run/terminal.hpp"

#include <climits>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace graphfault::app {
namespace {

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) {
    pointers.push_back(text.data());
  }
  pointers.push_back(nullptr);
  return pointers;
}

/// `NAME=value` for all that we have, with the variables in place of those of their names.
std::vector<std::string> environment_with(const std::vector<Variable>& variables) {
  std::vector<std::string> all;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const std::string_view name = text.substr(0, text.find('='));
    if (std::none_of(variables.begin(), variables.end(),
                     [name](const Variable& variable) { return variable.name == name; })) {
      all.emplace_back(text);
    }
  }
  for (const Variable& variable : variables) {
    all.push_back(variable.name + '=' + variable.value);
  }
  return all;
}

/// What the child needs, made before the fork: after it nothing may be allocated.
struct Plan {
  std::vector<std::string> words{};
  std::vector<std::string> environment{};
  std::vector<char*> word_pointers{};
  std::vector<char*> environment_pointers{};
  std::vector<int> kept{};  ///< descriptors, in order
  int report = -1;          ///< takes errno where the program cannot be started
  pid_t parent = 0;
  Lend lend = Lend::nothing;
};

void close_between(int first, int last) {
  if (first > last) {
    return;
  }
  if (close_range(static_cast<unsigned>(first), static_cast<unsigned>(last), 0) == 0) {
    return;
  }
  constexpr int kMostWithoutCloseRange = 65'536;
  for (int descriptor = first; descriptor <= std::min(last, kMostWithoutCloseRange); ++descriptor) {
    close(descriptor);
  }
}

void close_others(const std::vector<int>& kept) {
  int next = 0;
  for (const int descriptor : kept) {
    close_between(next, descriptor - 1);
    next = descriptor + 1;
  }
  close_between(next, INT_MAX);
}

void reset_signals() {
  for (const int signal : {SIGPIPE, SIGTERM, SIGINT, SIGHUP, SIGCHLD}) {
    static_cast<void>(std::signal(signal, SIG_DFL));
  }
  sigset_t none{};
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// Between fork and exec: only what is safe there.
[[noreturn]] void become(const Plan& plan) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != plan.parent) {
    _exit(EXIT_FAILURE);
  }
  setpgid(0, 0);
  if (plan.lend == Lend::terminal) {
    take_foreground(getpid());
  }
  close_others(plan.kept);
  reset_signals();
  execvpe(plan.word_pointers.front(), plan.word_pointers.data(), plan.environment_pointers.data());
  const int error = errno;
  [[maybe_unused]] const ssize_t told = write(plan.report, &error, sizeof error);
  _exit(EXIT_FAILURE);
}

Problem not_started(const std::string& program, int error) {
  Problem problem{.message = "the command '" + program +
                             "' could not be started: " + std::generic_category().message(error)};
  const bool is_there = std::filesystem::exists(program);
  if (error == ENOENT && is_there) {
    problem.hint = "the program that its first line names (#!...) does not exist";
  } else if (error == ENOENT && program.find(' ') != std::string::npos) {
    problem.hint = "to run a shell command write: -- sh -c '" + program + "'";
  } else if (error == ENOENT && program.find('/') == std::string::npos) {
    problem.hint = "it is not on the PATH";
  } else if (error == EACCES && is_there) {
    problem.hint = "is it executable? (chmod +x)";
  } else if (error == ENOEXEC) {
    problem.hint = "a script needs a first line such as #!/bin/sh";
  }
  return problem;
}

/// What the child reports; 0 once it has become the client.
int reported(int from) {
  int error = 0;
  ssize_t got = 0;
  do {
    got = read(from, &error, sizeof error);
  } while (got < 0 && errno == EINTR);
  return got == sizeof error ? error : 0;
}

}  // namespace

std::vector<int> open_descriptors() {
  std::vector<int> open;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", error)) {
    const std::string name = entry.path().filename().string();
    int descriptor = -1;
    std::from_chars(name.data(), name.data() + name.size(), descriptor);
    open.push_back(descriptor);
  }
  // The one that the folder was read through is closed by now.
  std::erase_if(open, [](int descriptor) { return fcntl(descriptor, F_GETFD) < 0; });
  std::sort(open.begin(), open.end());
  return open;
}

tl::expected<pid_t, Problem> launch(const ClientCommand& command, const std::vector<int>& inherited,
                                    Lend lend) {
  std::array<int, 2> report{};
  if (pipe2(report.data(), O_CLOEXEC) != 0) {
    return tl::unexpected(not_started(command.words.front(), errno));
  }
  Plan plan{.words = command.words,
            .environment = environment_with(command.variables),
            .kept = inherited,
            .report = report[1],
            .parent = getpid(),
            .lend = lend};
  plan.word_pointers = pointers_to(plan.words);
  plan.environment_pointers = pointers_to(plan.environment);
  plan.kept.insert(std::upper_bound(plan.kept.begin(), plan.kept.end(), report[1]), report[1]);
  const pid_t pid = fork();
  if (pid == 0) {
    become(plan);
  }
  const int fork_error = errno;
  close(report[1]);
  const int error = pid < 0 ? fork_error : reported(report[0]);
  close(report[0]);
  if (error == 0) {
    return pid;
  }
  if (pid > 0) {
    waitpid(pid, nullptr, 0);
  }
  return tl::unexpected(not_started(command.words.front(), error));
}

}  // namespace graphfault::app
