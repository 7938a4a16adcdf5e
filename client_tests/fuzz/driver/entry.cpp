// SPDX-License-Identifier: MIT
#include "driver/target.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace graphfault::fuzz {

void require(bool holds, std::string_view promise) {
  if (!holds) {
    static_cast<void>(std::fprintf(stderr, "broken promise: %.*s\n",
                                   static_cast<int>(promise.size()), promise.data()));
    std::abort();
  }
}

}  // namespace graphfault::fuzz

// libFuzzer's names.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {  // NOLINT
  graphfault::fuzz::try_input({reinterpret_cast<const char*>(data), size});
  return 0;
}
