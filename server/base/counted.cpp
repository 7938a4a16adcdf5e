// SPDX-License-Identifier: MIT
#include "base/counted.hpp"

#include <limits>

namespace graphfault {

std::string agreeing(std::uint64_t number, std::string_view one, std::string_view many) {
  if (number == 1) {
    return std::string(one);
  }
  return many.empty() ? std::string(one) + 's' : std::string(many);
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + ' ' + agreeing(number, one, many);
}

std::string how_often(std::uint64_t times) { return times == 1 ? "once" : counted(times, "time"); }

std::string number_range(std::uint64_t least, std::uint64_t most) {
  if (least == most) {
    return std::to_string(least);
  }
  if (most == std::numeric_limits<std::uint64_t>::max()) {
    return "at least " + std::to_string(least);
  }
  return (least == 0 ? "at most " : std::to_string(least) + " to ") + std::to_string(most);
}

}  // namespace graphfault
