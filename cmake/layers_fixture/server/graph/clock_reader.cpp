// SPDX-License-Identifier: MIT
#include <chrono>

auto moment() { return std::chrono::steady_clock::now(); }
