// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/yaml/node.hpp"
#include "scenario/yaml/report.hpp"

#include <span>
#include <string_view>

namespace graphfault::scenario {

using Names = std::span<const std::string_view>;

/// A map with known keys. Unknown ones are reported when it is made, with the nearest that is
/// allowed. Keeps references: node and report must outlive it.
class Block {
 public:
  /// `what` names the map in messages: "a rule". A node that is no map is reported and is like an
  /// empty map.
  Block(const Node& node, std::string_view what, Names allowed, Report& report);

  /// Null where the key is not there.
  const Node* find(std::string_view key) const;
  bool has(std::string_view key) const { return find(key) != nullptr; }
  const Node& node() const { return node_; }
  /// Reports what must be there and is not. True where it is.
  bool require(std::string_view key, std::string_view hint = {}) const;

 private:
  const Node& node_;
  std::string_view what_;
  Report& report_;
};

/// Reports a node of the wrong kind: "`page` takes a number, not a list".
void report_kind(const Node& node, std::string_view what, std::string_view wanted, Report& report,
                 std::string_view hint = {});

/// The message about a name that is none of those allowed: "unknown key `x` in a rule".
void report_unknown(Mark at, std::string_view message, std::string_view written, Names allowed,
                    Report& report);

/// `did you mean X? allowed: ...`; without the question where nothing is near.
std::string choice_hint(std::string_view written, Names allowed);

}  // namespace graphfault::scenario
