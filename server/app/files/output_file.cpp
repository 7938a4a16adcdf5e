// SPDX-License-Identifier: MIT
#include "app/files/output_file.hpp"

#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace graphfault::app {
namespace {

tl::unexpected<Problem> not_written(const std::string& path) {
  return fail(path + " cannot be written", "choose a file in a folder that you may write to");
}

}  // namespace

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {}

Result<OutputFile> OutputFile::open(const std::string& path) {
  std::error_code ignored;
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) {
    std::filesystem::create_directories(folder, ignored);
  }
  const bool was_there = std::filesystem::exists(path, ignored);
  const bool good = std::ofstream(path, std::ios::binary | std::ios::app).good();
  if (!was_there) {
    std::filesystem::remove(path, ignored);
  }
  if (!good) {
    return not_written(path);
  }
  return OutputFile(path);
}

tl::expected<void, Problem> OutputFile::write(std::string_view text) const {
  std::ofstream file(path_, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) {
    return not_written(path_);
  }
  return {};
}

}  // namespace graphfault::app
