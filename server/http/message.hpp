// SPDX-License-Identifier: MIT
// A request and a response as plain values, apart from any socket.
#pragma once

#include "http/headers.hpp"

#include <string>

namespace graphfault::http {

/// A whole request as net/ hands it up: dechunked, and inflated where it came gzipped.
struct Request {
  std::string method{};  ///< as sent, any token
  std::string target{};  ///< the request target's raw bytes: origin form, or absolute form
  Headers headers{};
  std::string body{};
  std::string scheme = "http";  ///< that the client called by: http or https
  std::string
      host{};  ///< what the client called: the Host header, or the absolute form's authority
  std::string peer{};    ///< the client's address and port
  int version = 11;      ///< 10 or 11
  bool proxied = false;  ///< came by CONNECT or in absolute form

  bool operator==(const Request&) const = default;
};

/// What is to be answered. net/ adds Content-Length (or Transfer-Encoding), Connection and, where
/// asked for, Content-Encoding; every other header is here, in the order in which it leaves.
struct Response {
  int status = 200;
  std::string reason{};  ///< empty: the standard phrase of the status
  Headers headers{};
  std::string body{};

  bool operator==(const Response&) const = default;
};

}  // namespace graphfault::http
