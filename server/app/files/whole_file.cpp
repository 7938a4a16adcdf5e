// SPDX-License-Identifier: MIT
#include "app/files/whole_file.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace graphfault::app {
namespace {

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) {
      continue;
    }
    if (written < 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Writes it all and closes; false, with errno, where either fails.
bool fill(int fd, std::string_view bytes) {
  if (fd < 0) {
    return false;
  }
  const bool written = write_all(fd, bytes);
  const int error = errno;
  const bool closed = close(fd) == 0;
  errno = written ? errno : error;
  return written && closed;
}

bool write_new(const std::string& path, std::string_view bytes, FileAudience audience) {
  const mode_t mode =
      audience == FileAudience::owner ? S_IRUSR | S_IWUSR : S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH;
  return fill(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode), bytes);
}

bool replace(const std::string& path, std::string_view bytes, FileAudience audience) {
  const std::string unfinished = path + '.' + std::to_string(getpid()) + ".tmp";
  if (write_new(unfinished, bytes, audience) &&
      std::rename(unfinished.c_str(), path.c_str()) == 0) {
    return true;
  }
  const int error = errno;
  unlink(unfinished.c_str());
  errno = error;
  return false;
}

}  // namespace

bool is_replaceable(const std::string& path) {
  std::error_code ignored;
  const auto type = std::filesystem::symlink_status(path, ignored).type();
  return type == std::filesystem::file_type::not_found ||
         type == std::filesystem::file_type::regular;
}

tl::expected<void, Problem> write_whole_file(const std::string& path, std::string_view bytes,
                                             FileAudience audience) {
  const bool written = is_replaceable(path)
                           ? replace(path, bytes, audience)
                           : fill(open(path.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC), bytes);
  if (written) {
    return {};
  }
  return fail(path + " can't be written (" + std::generic_category().message(errno) + ")",
              "choose a path in a folder that you may write to");
}

}  // namespace graphfault::app
