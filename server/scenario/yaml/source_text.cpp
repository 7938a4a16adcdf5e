// SPDX-License-Identifier: MIT
#include "scenario/yaml/source_text.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace graphfault::scenario {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20U && c != '\t' && c != '\n' && c != '\r') || byte == 0x7FU;
}

}  // namespace

SourceText::SourceText(std::string_view text) : text_(text) {
  starts_.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && i + 1 < text.size()) {
      starts_.push_back(i + 1);
    }
  }
}

std::string_view SourceText::line(int number) const {
  if (number < 1 || number > line_count()) {
    return {};
  }
  const std::size_t start = starts_[static_cast<std::size_t>(number) - 1];
  std::string_view rest = text_.substr(start);
  rest = rest.substr(0, rest.find('\n'));
  if (!rest.empty() && rest.back() == '\r') {
    rest.remove_suffix(1);
  }
  return rest;
}

Mark SourceText::mark_at(std::size_t offset) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto index = std::distance(starts_.begin(), next) - 1;
  const std::size_t start = starts_[static_cast<std::size_t>(index)];
  return {.line = static_cast<int>(index) + 1, .column = static_cast<int>(offset - start) + 1};
}

std::size_t SourceText::offset_of(Mark mark) const {
  if (mark.line < 1 || mark.line > line_count()) {
    return text_.size();
  }
  const std::size_t start = starts_[static_cast<std::size_t>(mark.line) - 1];
  return std::min(text_.size(), start + static_cast<std::size_t>(std::max(mark.column, 1)) - 1);
}

std::optional<std::size_t> find_binary(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t length = utf8_sequence(text.substr(offset));
    if (length == 0 || is_control(text[offset])) {
      return offset;
    }
    offset += length;
  }
  return std::nullopt;
}

}  // namespace graphfault::scenario
