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

namespace fs = std::filesystem;

std::string cause() { return std::generic_category().message(errno); }

/// Empty: done.
std::string write_there(const std::string& path, const std::string& content) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  if (!out) {
    return "cannot write " + path + ": " + cause();
  }
  out << content;
  out.close();
  return out ? std::string() : "cannot write " + path + ": " + cause();
}

/// A pipe or a device (/dev/stdout, /dev/null) is written to; a file in its place would take it
/// away from everybody.
bool is_replaceable(const fs::file_status& status) {
  return status.type() == fs::file_type::regular || status.type() == fs::file_type::not_found;
}

/// Where a link leads, so that it stays a link.
std::string without_links(const std::string& path) {
  std::error_code error;
  const fs::path target = fs::canonical(path, error);
  return error ? path : target.string();
}

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
  return fs::exists(path, ignored);
}

std::string write_file_whole(const std::string& path, const std::string& content) {
  std::error_code error;
  if (!is_replaceable(fs::status(path, error))) {
    return write_there(path, content);
  }
  const std::string target = without_links(path);
  const std::string beside = target + ".new-" + std::to_string(::getpid());
  std::string problem = write_there(beside, content);
  if (problem.empty()) {
    fs::rename(beside, target, error);
    if (error) {
      problem = "cannot write " + path + ": " + error.message();
    }
  }
  if (!problem.empty()) {
    fs::remove(beside, error);
  }
  return problem;
}

}  // namespace graphclient
