// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace graphfault::app {

/// Tells whether a file has changed, without reading it.
struct FileStamp {
  std::int64_t modified = 0;  ///< nanoseconds
  std::uint64_t size = 0;

  bool operator==(const FileStamp&) const = default;
};

inline constexpr std::size_t kScenarioBytes = 4U << 20U;
inline constexpr std::size_t kNamedFileBytes = 64U << 20U;

/// Reading files, so that tests need none. Threads: any.
class Files {
 public:
  Files() = default;
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;
  virtual ~Files() = default;

  /// The scenario files that a path stands for: itself, or the *.yaml and *.yml of a folder and
  /// its subfolders, sorted. Names that begin with a dot are passed over.
  virtual Result<std::vector<std::string>> scenario_files(const std::string& path) const = 0;
  /// The whole content of a regular file of at most `limit` bytes.
  virtual Result<std::string> read(const std::string& path, std::size_t limit) const = 0;
  /// The same for a path relative to `folder`; refused where it leads out of it, be it by `..`, by
  /// a symbolic link, or by being absolute.
  virtual Result<std::string> read_inside(const std::string& folder, const std::string& relative,
                                          std::size_t limit) const = 0;
  /// Nothing where there is no such file.
  virtual std::optional<FileStamp> stamp(const std::string& path) const = 0;
};

class DiskFiles final : public Files {
 public:
  Result<std::vector<std::string>> scenario_files(const std::string& path) const override;
  Result<std::string> read(const std::string& path, std::size_t limit) const override;
  Result<std::string> read_inside(const std::string& folder, const std::string& relative,
                                  std::size_t limit) const override;
  std::optional<FileStamp> stamp(const std::string& path) const override;
};

/// The folder a scenario's own files are relative to: `a/b.yaml` -> `a`, `b.yaml` -> `.`.
std::string folder_of(const std::string& path);

}  // namespace graphfault::app
