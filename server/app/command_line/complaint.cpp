// SPDX-License-Identifier: MIT
#include "app/command_line/complaint.hpp"

#include <ostream>

namespace graphfault::app {

int complain(const Streams& streams, const Problem& problem, int code) {
  streams.err << "graphfault: " << problem.message
              << (problem.hint.empty() ? "" : "; " + problem.hint) << '\n';
  return code;
}

}  // namespace graphfault::app
