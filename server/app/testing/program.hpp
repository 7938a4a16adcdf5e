// SPDX-License-Identifier: MIT
// The real binary as a child process, for tests of what only a process has: exit codes, signals.
#pragma once

#include "base/json.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace graphfault::app {

/// A folder that goes with its test.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::string at(const std::string& name) const { return (path_ / name).string(); }
  std::string put(const std::string& name, const std::string& text) const;
  std::string read(const std::string& name) const;

 private:
  std::filesystem::path path_;
};

/// `graphfault` with arguments and further variables; its output goes to files of the folder.
class Program {
 public:
  Program(const TestFolder& folder, const std::vector<std::string>& arguments,
          const std::vector<std::string>& variables = {});
  ~Program();  ///< kills what still runs
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  void signal(int number) const;
  /// The exit code, or nothing where it has not ended in time; -1: it was ended by a signal.
  std::optional<int> wait(std::chrono::seconds patience = std::chrono::seconds(30));
  std::string out() const { return folder_.read("out"); }
  std::string err() const { return folder_.read("err"); }

 private:
  const TestFolder& folder_;
  pid_t child_ = 0;
};

/// How a run of it ended; `code` as Program::wait has it.
struct Ended {
  std::optional<int> code{};
  std::string out{};
  std::string err{};
};

/// A run from start to end, in a folder of its own.
Ended run(const std::vector<std::string>& arguments,
          const std::vector<std::string>& variables = {});

/// True as soon as `holds` is; false after half a minute.
bool becomes_true(const std::function<bool()>& holds);

/// `serve` on free ports, ready.
class ServerProgram {
 public:
  explicit ServerProgram(std::vector<std::string> arguments,
                         const std::vector<std::string>& variables = {});

  Program& program() { return *program_; }
  const TestFolder& folder() const { return folder_; }
  std::uint16_t port() const { return port_; }
  std::uint16_t control_port() const { return control_port_; }
  Json control(const std::string& target) const;

 private:
  TestFolder folder_{};
  std::optional<Program> program_{};
  std::uint16_t port_ = 0;
  std::uint16_t control_port_ = 0;
};

}  // namespace graphfault::app
