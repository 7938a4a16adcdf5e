// SPDX-License-Identifier: MIT
#include "app/testing/program.hpp"

#include "control/client.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace graphfault::app {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kLook{10};

/// It lies beside the test program.
std::string binary() {
  return (fs::read_symlink("/proc/self/exe").parent_path() / "graphfault").string();
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) {
    all.push_back(text.data());
  }
  all.push_back(nullptr);
  return all;
}

std::uint16_t port_of(const std::string& address) {
  return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
}

}  // namespace

TestFolder::TestFolder() {
  std::string name = (fs::temp_directory_path() / "graphfault-test-XXXXXX").string();
  path_ = mkdtemp(name.data());
}

TestFolder::~TestFolder() { fs::remove_all(path_); }

std::string TestFolder::put(const std::string& name, const std::string& text) const {
  fs::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name) << text;
  return at(name);
}

std::string TestFolder::read(const std::string& name) const {
  std::ostringstream text;
  text << std::ifstream(path_ / name).rdbuf();
  return text.str();
}

Program::Program(const TestFolder& folder, const std::vector<std::string>& arguments,
                 const std::vector<std::string>& variables)
    : folder_(folder) {
  std::vector<std::string> command{binary()};
  command.insert(command.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment{"PATH=/usr/bin:/bin"};
  environment.insert(environment.end(), variables.begin(), variables.end());
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  constexpr int kFlags = O_WRONLY | O_CREAT | O_APPEND;
  const std::string out = folder.at("out");
  const std::string err = folder.at("err");
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), kFlags, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), kFlags, 0600);
  const int failed = posix_spawn(&child_, command.front().c_str(), &actions, nullptr,
                                 pointers(command).data(), pointers(environment).data());
  EXPECT_EQ(failed, 0) << binary();
  posix_spawn_file_actions_destroy(&actions);
}

Program::~Program() {
  if (child_ != 0) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
}

void Program::signal(int number) const { kill(child_, number); }

std::optional<int> Program::wait(std::chrono::seconds patience) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (std::chrono::steady_clock::now() < end) {
    int status = 0;
    if (waitpid(child_, &status, WNOHANG) == child_) {
      child_ = 0;
      return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    std::this_thread::sleep_for(kLook);
  }
  return std::nullopt;
}

Ended run(const std::vector<std::string>& arguments, const std::vector<std::string>& variables) {
  const TestFolder folder;
  Program program(folder, arguments, variables);
  Ended ended{.code = program.wait()};
  ended.out = program.out();
  ended.err = program.err();
  return ended;
}

bool becomes_true(const std::function<bool()>& holds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (!holds()) {
    if (std::chrono::steady_clock::now() > end) {
      return false;
    }
    std::this_thread::sleep_for(kLook);
  }
  return true;
}

ServerProgram::ServerProgram(std::vector<std::string> arguments,
                             const std::vector<std::string>& variables) {
  arguments.insert(arguments.begin(),
                   {"serve", "--host", "127.0.0.1", "--port", "0", "--control-port", "0",
                    "--ready-file", folder_.at("ready.json")});
  program_.emplace(folder_, arguments, variables);
  const bool ready = becomes_true(
      [this] { return fs::exists(folder_.at("ready.json")) || !program_->err().empty(); });
  const auto addresses = parse_json(folder_.read("ready.json"));
  if (!ready || !addresses) {
    ADD_FAILURE() << "the server did not start: " << program_->err();
    return;
  }
  port_ = port_of(addresses->at("http"));
  control_port_ = port_of(addresses->at("control"));
}

Json ServerProgram::control(const std::string& target) const {
  const auto reply =
      control::call("127.0.0.1", control_port_, {.target = target}, std::chrono::seconds(10));
  if (!reply) {
    ADD_FAILURE() << reply.error().message;
    return {};
  }
  const auto json = parse_json(reply->body);
  return json ? *json : Json();
}

}  // namespace graphfault::app
