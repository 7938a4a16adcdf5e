// SPDX-License-Identifier: MIT
// `graphfault run` at a terminal: the client has the keyboard.
#include "app/command_line/exit_code.hpp"
#include "app/testing/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <csignal>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace graphfault::app {
namespace {

using ::testing::HasSubstr;

/// `graphfault` on a terminal of its own.
class AtTerminal {
 public:
  explicit AtTerminal(std::vector<std::string> arguments) {
    const std::filesystem::path here = std::filesystem::read_symlink("/proc/self/exe");
    arguments.insert(arguments.begin(), (here.parent_path() / "graphfault").string());
    std::vector<char*> words;
    for (std::string& argument : arguments) {
      words.push_back(argument.data());
    }
    words.push_back(nullptr);
    child_ = forkpty(&terminal_, nullptr, nullptr, nullptr);
    if (child_ == 0) {
      execv(words.front(), words.data());
      _exit(127);
    }
  }
  ~AtTerminal() {
    if (child_ > 0) {
      kill(child_, SIGKILL);
      waitpid(child_, nullptr, 0);
    }
    close(terminal_);
  }
  AtTerminal(const AtTerminal&) = delete;
  AtTerminal& operator=(const AtTerminal&) = delete;

  void type(const std::string& keys) const {
    EXPECT_EQ(write(terminal_, keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
  }
  /// True once the screen has shown that text.
  bool shows(const std::string& text) {
    return becomes_true([&] {
      read_screen();
      return screen_.find(text) != std::string::npos;
    });
  }
  /// The exit code, after the screen was read to its end.
  int wait() {
    int status = 0;
    EXPECT_TRUE(becomes_true([&] {
      read_screen();
      return waitpid(child_, &status, WNOHANG) == child_;
    })) << screen_;
    child_ = 0;
    read_screen();
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  const std::string& screen() const { return screen_; }

 private:
  void read_screen() {
    std::array<char, 4096> piece{};
    pollfd look{.fd = terminal_, .events = POLLIN, .revents = 0};
    while (poll(&look, 1, 0) > 0 && (look.revents & POLLIN) != 0) {
      const ssize_t got = read(terminal_, piece.data(), piece.size());
      if (got <= 0) {
        return;
      }
      screen_.append(piece.data(), static_cast<std::size_t>(got));
    }
  }

  int terminal_ = -1;
  pid_t child_ = 0;
  std::string screen_{};
};

struct AtKeyboard : ::testing::Test {
  AtKeyboard() {
    folder.put("s/a.yaml", "summary: s\n");
    folder.put("s/b.yaml", "summary: s\n");
  }
  std::vector<std::string> words(const std::string& script) const {
    return {"run", folder.at("s"), "--", "/bin/sh", "-c", script};
  }
  const TestFolder folder{};
};

constexpr const char* kControlC = "\x03";

TEST_F(AtKeyboard, TheClientReadsWhatIsTyped) {
  AtTerminal terminal(words("echo ask; read answer; echo \"got $answer\""));
  for (const char* answer : {"one", "two"}) {
    ASSERT_TRUE(terminal.shows("ask"));
    terminal.type(std::string(answer) + "\n");
    ASSERT_TRUE(terminal.shows(std::string("got ") + answer));
  }
  EXPECT_EQ(terminal.wait(), kFailed);
  EXPECT_THAT(terminal.screen(), HasSubstr("\x1b[31;1mFAILED")) << "in colour";
}

TEST_F(AtKeyboard, CtrlCEndsTheClientAndTheRun) {
  const char* const scripts[] = {
      "echo ready; exec sleep 600",
      // One that cleans up, and says what a shell would.
      "trap 'exit 130' INT; echo ready; while :; do sleep 0.05; done",
  };
  for (const char* script : scripts) {
    AtTerminal terminal(words(script));
    ASSERT_TRUE(terminal.shows("ready"));
    terminal.type(kControlC);
    EXPECT_EQ(terminal.wait(), kFailed);
    EXPECT_THAT(terminal.screen(), HasSubstr("the client was interrupted by SIGINT")) << script;
    EXPECT_THAT(terminal.screen(), HasSubstr("1 not run: interrupted")) << script;
  }
}

}  // namespace
}  // namespace graphfault::app
