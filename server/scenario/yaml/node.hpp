// SPDX-License-Identifier: MIT
// A YAML document as our own small tree: what stands where, and how it was written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::scenario {

/// Line and column in the text, from 1; columns count bytes, as Place does.
struct Mark {
  int line = 0;
  int column = 0;

  bool operator==(const Mark&) const = default;
};

struct Node {
  enum class Kind { null, scalar, list, map };
  Kind kind = Kind::null;
  bool quoted = false;  ///< a scalar in quotes, a block scalar, or one tagged !!str
  Mark mark{};
  std::string text{};  ///< of a scalar, unescaped
  std::string key{};   ///< of a map's child
  Mark key_mark{};
  std::vector<Node> children{};

  bool is_map() const { return kind == Kind::map; }
  bool is_list() const { return kind == Kind::list; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_null() const { return kind == Kind::null; }
  /// True for the scalar `word` without quotes.
  bool is_word(std::string_view word) const { return is_scalar() && !quoted && text == word; }
};

}  // namespace graphfault::scenario
