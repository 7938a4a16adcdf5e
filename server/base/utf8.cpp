// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"

#include <algorithm>

namespace graphfault {
namespace {

struct Lead {
  unsigned char first;
  unsigned char last;
  unsigned char second_min;  ///< of the byte after the lead; those after it are 80 to BF
  unsigned char second_max;
  std::size_t size;
};

// Table 3-7 of the Unicode standard: well-formed UTF-8 byte sequences.
constexpr Lead kLeads[] = {
    {0xc2, 0xdf, 0x80, 0xbf, 2}, {0xe0, 0xe0, 0xa0, 0xbf, 3}, {0xe1, 0xec, 0x80, 0xbf, 3},
    {0xed, 0xed, 0x80, 0x9f, 3}, {0xee, 0xef, 0x80, 0xbf, 3}, {0xf0, 0xf0, 0x90, 0xbf, 4},
    {0xf1, 0xf3, 0x80, 0xbf, 4}, {0xf4, 0xf4, 0x80, 0x8f, 4},
};

bool follows(const Lead& lead, std::string_view text) {
  const auto second = static_cast<unsigned char>(text[1]);
  return second >= lead.second_min && second <= lead.second_max &&
         std::all_of(text.begin() + 2, text.begin() + static_cast<std::ptrdiff_t>(lead.size),
                     [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; });
}

}  // namespace

std::size_t utf8_sequence(std::string_view text) {
  if (text.empty()) {
    return 0;
  }
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) {
    return 1;
  }
  for (const Lead& lead : kLeads) {
    if (first >= lead.first && first <= lead.last) {
      return text.size() >= lead.size && follows(lead, text) ? lead.size : 0;
    }
  }
  return 0;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = utf8_sequence(text);
    if (size == 0) {
      return false;
    }
    text.remove_prefix(size);
  }
  return true;
}

std::size_t utf8_length(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    text.remove_prefix(std::max<std::size_t>(1, utf8_sequence(text)));
    ++count;
  }
  return count;
}

}  // namespace graphfault
