// SPDX-License-Identifier: MIT
// Builds our tree from a YAML event stream. Knows yaml-cpp; for document.cpp only.
#pragma once

#include "scenario/yaml/node.hpp"
#include "scenario/yaml/report.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstddef>
#include <exception>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace graphfault::scenario {

inline Mark mark_of(const YAML::Mark& mark) {
  return {.line = mark.line + 1, .column = mark.column + 1};
}

/// Thrown through the parser where going on makes no sense; the problem is reported already.
class ReadingStopped : public std::exception {};

class TreeBuilder final : public YAML::EventHandler {
 public:
  explicit TreeBuilder(Report& report) : report_(report) {}

  /// The first document's root, once its end was met.
  std::optional<Node> take_root() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    Node node{};
    YAML::anchor_t anchor = 0;
    bool has_key = false;
    std::string key{};
    Mark key_mark{};
  };

  [[noreturn]] void stop(Mark at, std::string message, std::string hint = {});
  void check_tag(Mark at, const std::string& tag);
  void check_closed(const Node& scalar);
  void check_keys(const Node& map);
  void open(Node node, YAML::anchor_t anchor);
  void close();
  /// Puts a finished node where it belongs.
  void place(Node node, YAML::anchor_t anchor);
  void take_key(Open& map, const Node& key);
  void count(std::size_t nodes, Mark at);

  Report& report_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Node> anchors_;
  std::optional<Node> root_;
  std::size_t nodes_ = 0;
  bool started_ = false;
};

}  // namespace graphfault::scenario
