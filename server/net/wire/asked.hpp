// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace graphfault::net {

/// What of a request decides how its answer is framed; the request itself goes to the handler.
struct Asked {
  bool get = false;         ///< GET: a Range counts
  bool head = false;        ///< HEAD: no body leaves
  bool http10 = false;      ///< no chunks, and keep-alive has to be said
  bool keep_alive = false;  ///< the connection may live on after the answer
  bool gzip = false;        ///< Accept-Encoding allows it
  std::string range{};      ///< the Range header, or empty
  std::string if_range{};   ///< the If-Range header, or empty
};

}  // namespace graphfault::net
