// SPDX-License-Identifier: MIT
#include "app/app.hpp"

int main(int argc, char** argv) { return graphfault::app::run(argc, argv); }
