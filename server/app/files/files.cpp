// SPDX-License-Identifier: MIT
#include "app/files/files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace graphfault::app {
namespace {

namespace fs = std::filesystem;

/// A descriptor that closes itself.
class OpenFile {
 public:
  /// Does not wait for the other end of a pipe.
  explicit OpenFile(const std::string& path)
      : fd_(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (fd_ >= 0) {
      close(fd_);
    }
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

tl::unexpected<Problem> unreadable(const std::string& path, const std::string& why,
                                   const std::string& hint = {}) {
  return tl::unexpected(
      Problem{.message = why, .hint = hint, .place = {.file = path}, .source_line = {}});
}

std::string reason_of(int error) { return std::generic_category().message(error); }

Result<std::string> read_all(int fd, const std::string& path, std::size_t limit) {
  std::string text;
  std::array<char, 64 * 1024> chunk{};
  while (true) {
    const ssize_t got = ::read(fd, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got < 0) {
      return unreadable(path, "cannot be read: " + reason_of(errno));
    }
    if (got == 0) {
      return text;
    }
    text.append(chunk.data(), static_cast<std::size_t>(got));
    if (text.size() > limit) {
      return unreadable(path, "is larger than " + std::to_string(limit >> 20U) + " MiB");
    }
  }
}

bool is_scenario_name(const fs::path& path) {
  const std::string end = path.extension().string();
  return end == ".yaml" || end == ".yml";
}

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return !name.empty() && name.front() == '.';
}

Result<std::vector<std::string>> walk(const std::string& folder) {
  std::vector<std::string> found;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
      continue;
    }
    std::error_code unknown;
    if (is_scenario_name(entry->path()) && !entry->is_directory(unknown)) {
      found.push_back(entry->path().string());
    }
  }
  if (error) {
    return unreadable(folder, "cannot be listed: " + error.message());
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// True where `path` is `folder` or below it; both canonical.
bool is_below(const fs::path& folder, const fs::path& path) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

}  // namespace

Result<std::vector<std::string>> DiskFiles::scenario_files(const std::string& path) const {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    return unreadable(
        path, "there is no such file or folder",
        "name one that exists; relative paths start at " + fs::current_path(error).string());
  }
  if (error) {
    return unreadable(path, "cannot be read: " + error.message());
  }
  return fs::is_directory(status) ? walk(path) : std::vector<std::string>{path};
}

Result<std::string> DiskFiles::read(const std::string& path, std::size_t limit) const {
  const OpenFile file(path);
  if (file.get() < 0) {
    return unreadable(path, "cannot be read: " + reason_of(errno));
  }
  struct stat facts {};
  if (fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode)) {
    return unreadable(path, "is not a regular file");
  }
  return read_all(file.get(), path, limit);
}

Result<std::string> DiskFiles::read_inside(const std::string& folder, const std::string& relative,
                                           std::size_t limit) const {
  const std::string outside = relative + " is outside the scenario's folder";
  const std::string hint = "a scenario can only name files in its own folder or below it";
  if (fs::path(relative).is_absolute()) {
    return fail(outside, hint);
  }
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  const fs::path path = error ? fs::path() : fs::weakly_canonical(root / relative, error);
  if (error) {
    return fail(relative + " cannot be read: " + error.message());
  }
  if (!is_below(root, path)) {
    return fail(outside, hint);
  }
  Result<std::string> text = read(path.string(), limit);
  if (!text) {
    return fail(relative + ' ' + text.error().message);
  }
  return text;
}

std::optional<FileStamp> DiskFiles::stamp(const std::string& path) const {
  struct stat facts {};
  if (stat(path.c_str(), &facts) != 0) {
    return std::nullopt;
  }
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return FileStamp{.modified = facts.st_mtim.tv_sec * kNanoseconds + facts.st_mtim.tv_nsec,
                   .size = static_cast<std::uint64_t>(facts.st_size)};
}

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

}  // namespace graphfault::app
