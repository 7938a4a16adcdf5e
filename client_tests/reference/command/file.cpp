// SPDX-License-Identifier: MIT
#include "command/file.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <unistd.h>

namespace graphclient {
namespace {

std::string cause() { return std::generic_category().message(errno); }

}  // namespace

tl::expected<std::string, std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return tl::unexpected("cannot read " + path + ": " + cause());
  }
  std::string content{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) {
    return tl::unexpected("cannot read " + path);
  }
  return content;
}

bool file_exists(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

std::string write_file_whole(const std::string& path, const std::string& content) {
  const std::string beside = path + ".new-" + std::to_string(::getpid());
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  if (!out) {
    return "cannot write " + beside + ": " + cause();
  }
  out << content;
  out.close();
  std::error_code error;
  if (!out) {
    const std::string why = cause();
    std::filesystem::remove(beside, error);
    return "cannot write " + beside + ": " + why;
  }
  std::filesystem::rename(beside, path, error);
  if (error) {
    const std::string why = error.message();
    std::filesystem::remove(beside, error);
    return "cannot write " + path + ": " + why;
  }
  return {};
}

}  // namespace graphclient
