// SPDX-License-Identifier: MIT
// Errors of the token endpoint and of discovery, by AADSTS number (wire contract, section 8).
//
// In a scenario: `error: AADSTS7000215` on a sign-in rule. The loader resolves it with
// find_sign_in_error and makes ErrorStep{.catalogue_id = "AADSTS7000215", .error = {.status =
// entry.status, .code = entry.error, .message = <the step's `message`, else empty>}} (a GraphError
// can't hold the rest). The engine renders a step on Surface::sign_in by
//   const SignInError& entry = sign_in_error_for(step.catalogue_id, step.error.status);
//   body = sign_in_error_body(entry, {...});  headers = sign_in_headers(...);
// so that `error: 429` on a sign-in rule has the token endpoint's shape too. Status, code and
// message of step.error override those of the entry where they are set.
#pragma once

#include "base/json.hpp"
#include "graph/answers/answer_stamp.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "http/headers.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::graph {

struct SignInError {
  int number = 0;  ///< of AADSTS; in error_codes
  int status = 400;
  std::string_view error{};     ///< the OAuth code: `invalid_client`
  std::string_view text{};      ///< after `AADSTSn: `; holds {app} {tenant} {parameter} {scope}
                                ///< {resource} {method} {user} {grant}
  std::string_view suberror{};  ///< left out where empty
  bool with_claims = false;     ///< carries a `claims` member
  Evidence evidence = Evidence::inferred;
  std::string_view source{};  ///< where from, and what of it is unverified
};

/// All of them, by number. Lives for ever.
std::span<const SignInError> sign_in_errors();
/// Takes `AADSTS7000215` (any case) or `7000215`. Null: unknown.
const SignInError* find_sign_in_error(std::string_view name);
const SignInError* find_sign_in_error(int number);
/// The entry that a step on a sign-in rule means: the one `catalogue_id` names, else the one that
/// stands for `status` (400 invalid_request, 401 wrong secret, 429 throttling, 5xx unavailable).
const SignInError& sign_in_error_for(std::string_view catalogue_id, int status);

/// What a body says beyond its entry. The stamp's request_id is the trace_id, its client_request_id
/// the correlation_id.
struct SignInErrorValues {
  AnswerStamp stamp{};
  std::string app{};  ///< client_id
  std::string tenant{};
  std::vector<http::Header> blanks{};  ///< other placeholders: {"parameter", "scope"}
  std::string error{};                 ///< replaces the entry's OAuth code where not empty
  std::string message{};               ///< replaces the entry's text where not empty
  std::string suberror{};              ///< replaces the entry's where not empty
  std::optional<Json> claims{};        ///< the `claims` member, written as a JSON string; absent on
                                       ///< an entry with_claims: a polids request
  std::string base{};                  ///< origin of error_uri; empty: login.microsoftonline.com
};
/// The `error` of the body.
std::string sign_in_error_code(const SignInError& entry, const SignInErrorValues& values);
/// `{"error":...,"error_description":"AADSTSn: text Trace ID: g Correlation ID: g Timestamp: t",
/// "error_codes":[n],"timestamp":...,"trace_id":...,"correlation_id":...,"error_uri":...}` and
/// suberror and claims where there are any. Placeholders without a value become empty, but for
/// {resource} (Graph) and {parameter} (scope).
std::string sign_in_error_body(const SignInError& entry, const SignInErrorValues& values);

/// The headers of every sign-in answer, errors and successes: Cache-Control (`no-store, no-cache`
/// of tokens, `max-age=86400, private` of discovery), Content-Type, STS, X-Content-Type-Options,
/// P3P, x-ms-request-id, x-ms-ests-server, Set-Cookie, Date ...
enum class SignInAnswer { token, discovery };
http::Headers sign_in_headers(SignInAnswer kind, const AnswerStamp& stamp);

}  // namespace graphfault::graph
