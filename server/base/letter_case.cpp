// SPDX-License-Identifier: MIT
#include "base/letter_case.hpp"

#include <algorithm>

namespace graphfault {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    c = lower(c);
  }
  return out;
}

bool LessIgnoringCase::operator()(std::string_view a, std::string_view b) const {
  return std::lexicographical_compare(
      a.begin(), a.end(), b.begin(), b.end(), [](char left, char right) {
        return static_cast<unsigned char>(lower(left)) < static_cast<unsigned char>(lower(right));
      });
}

}  // namespace graphfault
