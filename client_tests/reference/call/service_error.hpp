// SPDX-License-Identifier: MIT
// An error answer of Graph or of the token endpoint, read as far as it can be read.
#pragma once

#include "wire/json.hpp"
#include "wire/message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphclient {

struct ErrorDetail {
  std::string code{};
  std::string message{};
  std::string target{};
};

struct ServiceError {
  int status = 0;                          ///< 0: no answer came
  std::string code{};                      ///< error.code, or OAuth's `error`
  std::vector<std::string> inner_codes{};  ///< of innerError, outermost first; AADSTS number
  std::string message{};
  std::string request_id{};
  std::string client_request_id{};
  std::string date{};
  std::vector<ErrorDetail> details{};
  std::string challenge{};  ///< `error` of the WWW-Authenticate challenge
  std::string claims{};     ///< the claims challenge as JSON text; empty where there is none
  std::string location{};   ///< the Location header: where a resync starts
};

/// Reads any answer: Graph's body in both spellings of innerError, OAuth's, HTML, nothing at all.
/// What the body does not say is taken from the headers. Never fails.
ServiceError read_error(const Reply& reply);
/// The same for an operation of a batch, whose body is JSON already.
ServiceError read_error(int status, const Headers& headers, const Json& body);
/// The deepest code that is a name; error.code where there is no deeper one. Numbers such as the
/// innerError.code "429" only repeat the status and are passed over.
std::string specific_code(const ServiceError& error);
/// True if the code stands at any depth.
bool has_code(const ServiceError& error, std::string_view code);

}  // namespace graphclient
