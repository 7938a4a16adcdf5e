// SPDX-License-Identifier: MIT
#include "app/ready_file.hpp"

#include "base/json.hpp"

#include <cstdio>
#include <fstream>
#include <unistd.h>
#include <utility>

namespace graphfault::app {
namespace {

void take_away(const std::string& path) {
  std::error_code ignored;
  if (!path.empty()) {
    std::filesystem::remove(path, ignored);
  }
}

}  // namespace

ReadyFile::ReadyFile(std::string path) : path_(std::move(path)) { take_away(path_); }

ReadyFile::~ReadyFile() { take_away(path_); }

tl::expected<void, Problem> ReadyFile::write(const Addresses& addresses) const {
  if (path_.empty()) {
    return {};
  }
  const std::string unfinished = path_ + ".tmp";
  std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
  file << json_text(Json{{"http", addresses.http},
                         {"https", addresses.https},
                         {"control", addresses.control},
                         {"pid", getpid()}})
       << '\n';
  file.close();
  std::error_code error;
  if (file) {
    std::filesystem::rename(unfinished, path_, error);
  }
  if (!file || error) {
    take_away(unfinished);
    return fail("the ready file " + path_ + " cannot be written",
                "name a path in a folder that this user may write to");
  }
  return {};
}

}  // namespace graphfault::app
