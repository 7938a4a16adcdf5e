// SPDX-License-Identifier: MIT
#include "app/ready_file.hpp"

#include "base/json.hpp"

#include <cstdio>
#include <fstream>
#include <unistd.h>
#include <utility>

namespace graphfault::app {

ReadyFile::ReadyFile(std::string path) : path_(std::move(path)) {
  if (!path_.empty()) {
    std::remove(path_.c_str());
  }
}

ReadyFile::~ReadyFile() {
  if (!path_.empty()) {
    std::remove(path_.c_str());
  }
}

tl::expected<void, Problem> ReadyFile::write(const std::string& http,
                                             const std::string& control) const {
  if (path_.empty()) {
    return {};
  }
  const std::string unfinished = path_ + ".tmp";
  std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
  file << json_text(Json{{"http", http}, {"control", control}, {"pid", getpid()}}) << '\n';
  file.close();
  if (!file || std::rename(unfinished.c_str(), path_.c_str()) != 0) {
    std::remove(unfinished.c_str());
    return fail("the ready file " + path_ + " cannot be written",
                "name a path in a folder that this user may write to");
  }
  return {};
}

}  // namespace graphfault::app
