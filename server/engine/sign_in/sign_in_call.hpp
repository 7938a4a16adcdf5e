// SPDX-License-Identifier: MIT
// One sign-in call taken apart, and the ways it can go wrong.
#pragma once

#include "engine/calls/call.hpp"
#include "engine/sign_in/sign_in.hpp"
#include "graph/sign_in/aadsts.hpp"

#include <tl/expected.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graphfault::engine {

/// A refusal by its AADSTS number, with what its text names.
struct SignInFault {
  int number = 0;
  std::vector<http::Header> blanks{};
  std::string error{};  ///< replaces the entry's OAuth code where not empty
};
template <class T>
using SignInResult = tl::expected<T, SignInFault>;

inline tl::unexpected<SignInFault> refuse(int number, std::vector<http::Header> blanks = {}) {
  return tl::unexpected<SignInFault>(
      SignInFault{.number = number, .blanks = std::move(blanks), .error = {}});
}

/// The refusal of one step as that of the next.
template <class T>
tl::unexpected<SignInFault> passed_on(const SignInResult<T>& failed) {
  return tl::unexpected<SignInFault>(failed.error());
}

/// A POST to one of the endpoints. References live as long as the call.
struct SignInRequest {
  const Call& call;
  const SignInContext& context;
  http::Fields form{};
  bool v1 = false;  ///< `/oauth2/token`: `resource` in place of `scope`

  /// The form's value, empty where it is missing.
  std::string_view value(std::string_view name) const;
  /// AADSTS900144 for the first that is missing or empty.
  SignInResult<bool> demand(std::initializer_list<std::string_view> names) const;
};

/// The fields of the body, and the client's id and secret where they came as HTTP Basic. None where
/// the body is no form.
http::Fields read_form(const http::Request& request);
SignInRequest read_request(const Call& call, const SignInContext& context);

/// The body with its status and the sign-in headers.
Emulated answer_fault(const SignInFault& fault, const SignInRequest& request);
Emulated answer_json(const Json& body, graph::SignInAnswer kind, const graph::AnswerStamp& stamp);

}  // namespace graphfault::engine
