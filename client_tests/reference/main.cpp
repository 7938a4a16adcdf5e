// SPDX-License-Identifier: MIT
#include "command/command_line.hpp"

#include <iostream>

int main(int argc, char** argv) {
  return graphclient::run_command_line(argc, argv, {std::cout, std::cerr});
}
