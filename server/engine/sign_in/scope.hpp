// SPDX-License-Identifier: MIT
// What a token is asked for: the resource and its scopes.
#pragma once

#include "engine/sign_in/sign_in_call.hpp"

#include <string>
#include <vector>

namespace graphfault::engine {

struct Scope {
  std::string audience{};            ///< the resource
  std::vector<std::string> names{};  ///< delegated scopes without their resource: `User.Read`
  std::vector<std::string> asked{};  ///< the words as written, but for offline_access
  bool everything = false;           ///< `.default`: what the app was granted
  bool openid = false;
  bool offline = false;
};

/// For client_credentials: `scope` is one word that ends with `/.default`, beside which openid,
/// profile, email and offline_access mean nothing (v1: `resource` is the resource itself). 900144
/// where missing, 70011 where not of that form, 500011 for a resource that nobody knows. The Graph
/// of every cloud and the address the client called are Graph.
SignInResult<Scope> read_app_scope(const SignInRequest& request);
/// For grants of a user: any number of words; those without a resource are Graph's. 70011 where the
/// words name two resources. Missing scope: 900144, or User.Read in v1.
SignInResult<Scope> read_user_scope(const SignInRequest& request);
/// The same for words that were kept from an earlier request.
SignInResult<Scope> read_scope_words(std::string_view words, std::string_view base);

}  // namespace graphfault::engine
