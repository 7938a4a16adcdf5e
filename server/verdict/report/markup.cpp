// SPDX-License-Identifier: MIT
#include "verdict/report/markup.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace graphfault::verdict {
namespace {

/// One byte as markup has it.
std::string_view escaped(const char& c) {
  switch (c) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\n':
      return "&#10;";
    case '\t':
      return "&#9;";
    default:
      return static_cast<unsigned char>(c) < 0x20 || c == '\x7f' ? "?" : std::string_view(&c, 1);
  }
}

/// U+FFFE and U+FFFF, which are UTF-8 and no XML.
bool is_no_character(std::string_view sequence) {
  return sequence == "\xef\xbf\xbe" || sequence == "\xef\xbf\xbf";
}

}  // namespace

std::string markup_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = utf8_sequence(text);
    const std::string_view sequence = text.substr(0, std::max<std::size_t>(length, 1));
    if (length == 1) {
      out += escaped(sequence.front());
    } else {
      out += length == 0 || is_no_character(sequence) ? "?" : sequence;
    }
    text.remove_prefix(sequence.size());
  }
  return out;
}

}  // namespace graphfault::verdict
