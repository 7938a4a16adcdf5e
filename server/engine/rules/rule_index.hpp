// SPDX-License-Identifier: MIT
// Finds the rules whose path takes a call's, at a cost that depends on the path and on how many
// rules name it, not on how many rules there are.
#pragma once

#include "base/letter_case.hpp"
#include "scenario/model.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace graphfault::engine {

/// Indexes of rules in Scenario::rules, ascending: the order of the file.
using RuleList = std::vector<std::uint32_t>;

/// Immutable once made: shared by all tenants of a scenario, usable from any thread.
class RuleIndex {
 public:
  explicit RuleIndex(const std::vector<scenario::Rule>& rules);

  /// Replaces what `found` holds by the rules whose path pattern takes the segments, its version
  /// left aside. `segments` as in Call.
  void find(scenario::Surface surface, const std::vector<std::string>& segments,
            RuleList& found) const;
  /// The first rule of the file among those whose path agrees with the segments for longest, where
  /// a segment that is misspelled agrees too; nothing where none agrees in the first segment.
  const std::uint32_t* nearest(scenario::Surface surface,
                               const std::vector<std::string>& segments) const;
  /// The rules of handshakes.
  const RuleList& handshakes() const { return handshakes_; }

 private:
  struct CaseHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const;
  };
  struct CaseEqual {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const {
      return equal_ignoring_case(a, b);
    }
  };
  struct Node {
    std::unordered_map<std::string, std::unique_ptr<Node>, CaseHash, CaseEqual> literals{};
    std::unique_ptr<Node> any{};
    RuleList here{};          ///< their pattern ends at this node
    RuleList rest{};          ///< their pattern goes on with `**`
    std::uint32_t first = 0;  ///< of all rules at and below this node
  };
  using Segments = const std::vector<std::string>&;

  void add(const scenario::PathPattern& pattern, Node& root, std::uint32_t rule);
  static void collect(const Node& node, Segments segments, std::size_t at, RuleList& found);
  const Node& root(scenario::Surface surface) const;
  /// The node that a segment leads to, or was meant to; null where there is none.
  static const Node* step(const Node& node, const std::string& segment);
  static const Node* misspelled(const Node& node, std::string_view segment);

  Node graph_{};
  Node sign_in_{};
  RuleList handshakes_{};
};

}  // namespace graphfault::engine
