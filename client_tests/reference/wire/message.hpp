// SPDX-License-Identifier: MIT
// One request and what came back of it.
#pragma once

#include "wire/headers.hpp"

#include <string>
#include <string_view>

namespace graphclient {

struct Request {
  std::string method = "GET";
  std::string url{};  ///< absolute, already encoded: sent as it stands
  Headers headers{};
  std::string body{};
};

struct Reply {
  int status = 0;
  Headers headers{};
  std::string body{};  ///< decompressed
};

/// The reason where the server could not prove who it is.
inline constexpr std::string_view kUntrusted = "the server's certificate is not trusted";

/// No whole answer came. The service may have carried the request out all the same.
struct BrokenConnection {
  std::string reason{};
  bool connected = true;  ///< false: nobody listened, so nothing can have happened
};

}  // namespace graphclient
