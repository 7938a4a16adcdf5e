// SPDX-License-Identifier: MIT
#include "app/serving/ready_file.hpp"

#include "app/files/whole_file.hpp"
#include "base/json.hpp"

#include <filesystem>
#include <unistd.h>
#include <utility>

namespace graphfault::app {
namespace {

void take_away(const std::string& path) {
  std::error_code ignored;
  if (!path.empty() && is_replaceable(path)) {
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
  const std::string text = json_text(Json{{"http", addresses.http},
                                          {"https", addresses.https},
                                          {"control", addresses.control},
                                          {"pid", getpid()}}) +
                           '\n';
  return write_whole_file(path_, text, FileAudience::everybody).map_error([](Problem problem) {
    problem.message = "the ready file " + problem.message;
    return problem;
  });
}

}  // namespace graphfault::app
