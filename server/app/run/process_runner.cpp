// SPDX-License-Identifier: MIT
#include "app/run/process_runner.hpp"

#include "app/run/process_tree.hpp"
#include "app/run/terminal.hpp"

#include <algorithm>
#include <csignal>
#include <ctime>
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

namespace graphfault::app {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

sigset_t awaited_signals() {
  sigset_t set{};
  sigemptyset(&set);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGCHLD}) {
    sigaddset(&set, signal);
  }
  return set;
}

/// The next of those signals, or 0 where none came in time.
int next_signal(std::chrono::milliseconds patience) {
  const sigset_t set = awaited_signals();
  const auto whole = std::chrono::floor<std::chrono::seconds>(patience);
  timespec limit{};
  limit.tv_sec = whole.count();
  limit.tv_nsec = std::chrono::nanoseconds(patience - whole).count();
  return std::max(sigtimedwait(&set, nullptr, &limit), 0);
}

/// One client from its start to its end.
class Watch {
 public:
  Watch(pid_t pid, const ClientCommand& command, const Terminal& terminal)
      : pid_(pid), grace_(command.grace), terminal_(terminal) {
    if (command.timeout.count() > 0) {
      turn_ = std::chrono::steady_clock::now() + command.timeout;
    }
  }

  ClientEnd until_end() {
    while (!has_ended()) {
      const int signal = next_signal(patience());
      if (signal != 0 && signal != SIGCHLD) {
        pass_on(signal);
      }
      if (turn_ && std::chrono::steady_clock::now() >= *turn_) {
        lose_patience();
      }
    }
    return end_;
  }

 private:
  std::chrono::milliseconds patience() const {
    constexpr std::chrono::milliseconds kLook{1'000};
    if (!turn_) {
      return kLook;
    }
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(*turn_ - std::chrono::steady_clock::now());
    return std::clamp(left, std::chrono::milliseconds(0), kLook);
  }

  bool has_ended() {
    int status = 0;
    if (waitpid(pid_, &status, WNOHANG | WUNTRACED) != pid_) {
      return false;
    }
    if (WIFSTOPPED(status)) {
      terminal_.stop_together(pid_);
      return false;
    }
    end_.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    end_.code = WIFSIGNALED(status) ? 128 + end_.signal : WEXITSTATUS(status);
    constexpr int kInterrupted = 128 + SIGINT;  // as shells say it, and who cleans up before
    if (end_.told == 0 && end_.code == kInterrupted && terminal_.is_lent()) {
      end_.told = SIGINT;  // Ctrl-C went to the client, which has the terminal
    }
    return true;
  }

  void pass_on(int signal) {
    if (end_.told != 0) {
      turn_ = std::chrono::steady_clock::now();
      ending_ = true;
      return;
    }
    end_.told = signal;
    end_with(signal);
  }

  void lose_patience() {
    if (ending_) {
      end_.killed = true;
      kill(-pid_, SIGKILL);
      turn_.reset();
      return;
    }
    end_.timed_out = true;
    end_with(SIGTERM);
  }

  void end_with(int signal) {
    kill(-pid_, signal);
    kill(-pid_, SIGCONT);  // one that is stopped would not hear it
    ending_ = true;
    turn_ = std::chrono::steady_clock::now() + grace_;
  }

  pid_t pid_;
  std::chrono::milliseconds grace_;
  const Terminal& terminal_;
  std::optional<SteadyTime> turn_{};  ///< when patience ends: of the run, then of the grace
  bool ending_ = false;
  ClientEnd end_{};
};

}  // namespace

ProcessRunner::ProcessRunner() : inherited_(open_descriptors()) {
  const sigset_t set = awaited_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  // Where whoever started us ignores it, the end of a child would leave no trace.
  static_cast<void>(std::signal(SIGCHLD, SIG_DFL));
  adopt_orphans();
}

tl::expected<ClientEnd, Problem> ProcessRunner::run(const ClientCommand& command) {
  Terminal terminal;
  const auto pid = launch(command, inherited_, terminal.is_ours() ? Lend::terminal : Lend::nothing);
  if (!pid) {
    return tl::unexpected(pid.error());
  }
  terminal.lend_to(*pid);
  ClientEnd end = Watch(*pid, command, terminal).until_end();
  end.left_behind = end_descendants(command.grace);
  return end;
}

}  // namespace graphfault::app
