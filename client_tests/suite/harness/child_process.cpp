// SPDX-License-Identifier: MIT
#include "harness/child_process.hpp"

#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace graphclient::suite {
namespace {

/// Between fork and exec: only what is safe there.
[[noreturn]] void become(char* const* words, const char* output) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  static_cast<void>(::signal(SIGPIPE, SIG_DFL));
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  ::dup2(nothing, STDIN_FILENO);
  if (*output != '\0') {
    const int file = ::open(output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    ::dup2(file, STDOUT_FILENO);
    ::dup2(file, STDERR_FILENO);
  }
  ::execv(words[0], words);
  ::_exit(127);
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& command, const std::string& output) {
  std::vector<std::string> copies = command;
  std::vector<char*> words;
  words.reserve(copies.size() + 1);
  for (std::string& word : copies) {
    words.push_back(word.data());
  }
  words.push_back(nullptr);
  pid_ = ::fork();
  if (pid_ == 0) {
    become(words.data(), output.c_str());
  }
}

ChildProcess::~ChildProcess() {
  if (is_running()) {
    ::kill(pid_, SIGTERM);
    wait();
  }
}

bool ChildProcess::is_running() {
  if (!ended_ && started()) {
    ended_ = ::waitpid(pid_, &status_, WNOHANG) == pid_;
  }
  return started() && !ended_;
}

int ChildProcess::wait() {
  if (!ended_ && started()) {
    ended_ = ::waitpid(pid_, &status_, 0) == pid_;
  }
  if (WIFEXITED(status_)) {
    return WEXITSTATUS(status_);
  }
  return 128 + WTERMSIG(status_);
}

}  // namespace graphclient::suite
