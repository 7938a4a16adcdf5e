// SPDX-License-Identifier: MIT
#pragma once

#include "app/scenarios/scenario_files.hpp"
#include "control/subject.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::app {

/// The scenarios a server plays: from files, and uploaded ones, which stay until the server ends
/// and take the place of a file's of the same name. A renewal is all or nothing.
/// Threads: any, one renewal at a time.
class ServedScenarios final : public control::ScenarioShelf {
 public:
  /// `default_scenario` must be in the set; empty: no such demand. `files` outlives the set.
  ServedScenarios(ScenarioSources sources, std::string default_scenario, const Files& files);

  /// At start-up: everything, or every problem.
  tl::expected<engine::ScenarioSet, Problems> load();
  /// From now on what is renewed goes there. `registry` outlives the set.
  void serve_into(engine::Registry& registry);

  /// Reads everything again. The problems, which health shows too; then nothing has changed.
  Problems reload();
  /// True once after a file has changed, come or gone since the last look (by content: touching a
  /// file changes nothing).
  bool has_changed();

  tl::expected<Added, Problems> add(std::string_view yaml, std::string_view name) override;
  Problems problems() const override;

 private:
  struct FileState {
    std::string path{};
    std::optional<FileStamp> stamp{};

    bool operator==(const FileState&) const = default;
  };

  engine::ScenarioSet with_uploads(const engine::ScenarioSet& from_files) const;
  Problems check_default(const engine::ScenarioSet& scenarios) const;
  void remember_files(const ReadScenarios& read);
  std::vector<FileState> file_states() const;
  std::uint64_t content_hash(const std::vector<FileState>& states) const;

  const ScenarioSources sources_;
  const std::string default_scenario_;
  const Files& files_;
  mutable std::mutex mutex_{};
  engine::Registry* registry_ = nullptr;
  engine::ScenarioSet from_files_{};
  std::map<std::string, std::shared_ptr<const scenario::Scenario>> uploads_{};
  Problems problems_{};
  std::vector<std::string> named_{};
  std::vector<FileState> seen_{};
  std::uint64_t seen_hash_ = 0;
};

}  // namespace graphfault::app
