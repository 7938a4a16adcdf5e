// SPDX-License-Identifier: MIT
// Who asks for a token: the app and its credential.
#pragma once

#include "engine/sign_in/sign_in_call.hpp"
#include "scenario/model.hpp"

#include <string>

namespace graphfault::engine {

struct Client {
  std::string id{};
  /// Null where the scenario declares no apps: any id, any secret, every permission.
  const scenario::App* app = nullptr;
  /// What it has proven itself by, as the token's appidacr says it: 0 nothing, 1 a secret, 2 an
  /// assertion.
  std::string proof = "0";

  /// True where it holds every permission.
  bool unlimited() const { return app == nullptr || app->all_roles; }
};

/// How far a grant insists on a credential. A public client (password, device code, refresh) may
/// come without one; one that is sent is checked all the same.
enum class Credential { demanded, optional };

/// 900144 without client_id, 700016 for an app that is not declared, 7000218 without a credential,
/// 7000222 and 7000215 for an expired and a wrong secret, 50027 and 700024 for an unreadable and an
/// expired assertion. Assertions are judged by the wall clock, by which clients make them; their
/// signature is not checked, since no certificates are declared, and neither are issuer and subject
/// of one that is for api://AzureADTokenExchange (a workload's federated identity).
SignInResult<Client> authenticate(const SignInRequest& request, Credential credential);

}  // namespace graphfault::engine
