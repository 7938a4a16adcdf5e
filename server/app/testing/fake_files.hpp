// SPDX-License-Identifier: MIT
#pragma once

#include "app/files/files.hpp"

#include <map>
#include <string>
#include <utility>

namespace graphfault::app {

/// Files in memory; a folder is what begins with its path and a slash.
class FakeFiles final : public Files {
 public:
  void put(const std::string& path, std::string text) {
    texts_[path] = std::move(text);
    touch(path);
  }
  void touch(const std::string& path) { stamps_[path] = ++ticks_; }
  void remove(const std::string& path) { texts_.erase(path); }

  Result<std::vector<std::string>> scenario_files(const std::string& path) const override {
    if (texts_.count(path) > 0) {
      return std::vector<std::string>{path};
    }
    std::vector<std::string> found;
    for (const auto& entry : texts_) {
      const bool is_yaml = entry.first.find(".yaml") != std::string::npos;
      if (is_yaml && entry.first.rfind(path + '/', 0) == 0) {
        found.push_back(entry.first);
      }
    }
    if (found.empty()) {
      return fail("there is no such file or folder");
    }
    return found;
  }
  Result<std::string> read(const std::string& path, std::size_t /*limit*/) const override {
    const auto text = texts_.find(path);
    if (text == texts_.end()) {
      return fail("cannot be read");
    }
    return text->second;
  }
  Result<std::string> read_inside(const std::string& folder, const std::string& relative,
                                  std::size_t limit) const override {
    return read(folder + '/' + relative, limit);
  }
  std::optional<FileStamp> stamp(const std::string& path) const override {
    const auto text = texts_.find(path);
    if (text == texts_.end()) {
      return std::nullopt;
    }
    return FileStamp{.modified = stamps_.at(path), .size = text->second.size()};
  }

 private:
  std::map<std::string, std::string> texts_{};
  std::map<std::string, std::int64_t> stamps_{};
  std::int64_t ticks_ = 0;
};

}  // namespace graphfault::app
