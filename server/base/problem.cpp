// SPDX-License-Identifier: MIT
#include "base/problem.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace graphfault {
namespace {

constexpr std::string_view kIndent = "  ";
constexpr std::string_view kCut = "...";
constexpr std::size_t kWidth = 100;  ///< bytes of the line that are shown around the caret

std::string position(const Place& place) {
  std::string out = place.file;
  if (place.line > 0) {
    out += ':' + std::to_string(place.line);
    if (place.column > 0) {
      out += ':' + std::to_string(place.column);
    }
  }
  return out + ": ";
}

bool continues_character(std::string_view text, std::size_t i) {
  return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xc0U) == 0x80U;
}

/// Blanks for tabs, control characters and bytes that are no UTF-8: each as wide as a caret.
std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t size = utf8_sequence(text);
    const auto first = static_cast<unsigned char>(text[0]);
    if (size <= 1) {
      out += size == 1 && first >= 0x20 && first != 0x7f ? text[0] : ' ';
    } else {
      out += text.substr(0, size);
    }
    text.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return out;
}

/// The line and, where the column is known, the caret below it.
std::string quoted_line(std::string_view line, int column) {
  const std::size_t caret =
      std::min(line.size(), static_cast<std::size_t>(std::max(column, 1)) - 1);
  std::size_t first = line.size() > kWidth && caret > kWidth / 2 ? caret - kWidth / 2 : 0;
  std::size_t last = std::min(line.size(), first + kWidth);
  while (continues_character(line, first)) {
    ++first;
  }
  while (continues_character(line, last)) {
    ++last;
  }
  const std::string before = std::string(first > 0 ? kCut : "") +
                             printable(line.substr(first, std::max(caret, first) - first));
  const std::string after =
      printable(line.substr(std::max(caret, first), last - std::max(caret, first)));
  std::string out =
      std::string(kIndent) + before + after + std::string(last < line.size() ? kCut : "") + '\n';
  if (column > 0) {
    out += std::string(kIndent) + std::string(utf8_length(before), ' ') + "^\n";
  }
  return out;
}

/// Every line of the text, indented.
std::string indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += std::string(kIndent) + std::string(text.substr(0, end)) + '\n';
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return out;
}

}  // namespace

std::string render(const Problem& problem) {
  std::string out = problem.place.file.empty() ? "" : position(problem.place);
  out += problem.message + '\n';
  if (!problem.source_line.empty()) {
    out += quoted_line(problem.source_line, problem.place.column);
  }
  return out + indented(problem.hint);
}

std::string render(const Problems& problems) {
  std::string out;
  for (const Problem& problem : problems) {
    out += render(problem);
  }
  return out;
}

}  // namespace graphfault
