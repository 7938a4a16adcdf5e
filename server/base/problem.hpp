// SPDX-License-Identifier: MIT
// A Problem is an error as a value: what is wrong, where, and the way out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace graphfault {

/// Where in a file a problem is. Line and column (bytes) count from 1; 0 means unknown.
struct Place {
  std::string file{};
  int line = 0;
  int column = 0;

  bool operator==(const Place&) const = default;
};

struct Problem {
  std::string message{};  ///< what is wrong, one sentence without a full stop's newline
  std::string hint{};     ///< the way out: what is allowed, what was probably meant; may be empty
  Place place{};          ///< empty file: the problem has no place
  std::string source_line{};  ///< the text of that line, for the caret; may be empty

  bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// The problem as people read it: `file:line:col: message`, the line with a caret below the
/// column, and the hint. Ends with a newline. Tabs and control characters of the line are shown
/// as blanks so that the caret stands where it should; a long line is cut around the caret.
std::string render(const Problem& problem);

/// All of them, one after the other.
std::string render(const Problems& problems);

}  // namespace graphfault
