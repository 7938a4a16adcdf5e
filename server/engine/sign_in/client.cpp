// SPDX-License-Identifier: MIT
#include "engine/sign_in/client.hpp"

#include "base/base64.hpp"
#include "base/json.hpp"
#include "base/letter_case.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace graphfault::engine {
namespace {

constexpr std::string_view kAssertionType =
    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// The audiences of federated credentials, in each cloud.
constexpr std::array<std::string_view, 3> kExchanges{"api://AzureADTokenExchange",
                                                     "api://AzureADTokenExchangeUSGov",
                                                     "api://AzureADTokenExchangeChina"};
/// What Entra forgives a clock.
constexpr std::int64_t kSkewSeconds = 300;

SignInResult<Client> find_client(const SignInRequest& request) {
  Client client{.id = std::string(request.value("client_id"))};
  const std::vector<scenario::App>& apps = request.context.settings.apps;
  if (apps.empty()) {
    return client;
  }
  const auto found = std::find_if(apps.begin(), apps.end(), [&](const scenario::App& app) {
    return equal_ignoring_case(app.id, client.id);
  });
  if (found == apps.end()) {
    return refuse(700016);
  }
  client.id = found->id;
  client.app = &*found;
  return client;
}

SignInResult<bool> check_secret(const Client& client, std::string_view secret) {
  if (client.app == nullptr) {
    return true;
  }
  if (client.app->secret_expired) {
    return refuse(7000222);
  }
  if (!client.app->secret.empty() && client.app->secret != secret) {
    return refuse(7000215);
  }
  return true;
}

/// The payload of a three-part JWT, or nothing.
std::optional<Json> payload_of(std::string_view assertion) {
  const std::size_t first = assertion.find('.');
  const std::size_t last = assertion.rfind('.');
  if (first == last) {
    return std::nullopt;
  }
  const auto bytes = from_base64(assertion.substr(first + 1, last - first - 1));
  if (!bytes) {
    return std::nullopt;
  }
  Result<Json> payload = parse_json(*bytes);
  if (!payload || !payload->is_object()) {
    return std::nullopt;
  }
  return std::move(*payload);
}

std::optional<std::int64_t> seconds_of(const Json& payload, std::string_view name) {
  const auto found = payload.find(name);
  if (found == payload.end() || !found->is_number()) {
    return std::nullopt;
  }
  const double value = found->get<double>();
  constexpr double kLatest = 1e15;
  return static_cast<std::int64_t>(std::clamp(value, -kLatest, kLatest));
}

bool is_text(const Json& value, std::string_view text) {
  return value.is_string() && equal_ignoring_case(value.get<std::string>(), text);
}

/// Of a workload identity: another issuer's token about another subject, made for Entra to take in
/// exchange. What Entra compares it with is not declared here.
bool is_federated(const Json& payload) {
  const auto audience = payload.find("aud");
  if (audience == payload.end()) {
    return false;
  }
  const Json all = audience->is_array() ? *audience : Json::array({*audience});
  return std::any_of(all.begin(), all.end(), [](const Json& one) {
    return std::any_of(kExchanges.begin(), kExchanges.end(),
                       [&one](std::string_view known) { return is_text(one, known); });
  });
}

bool is_of(const Json& payload, const Client& client) {
  const auto subject = payload.find("sub");
  return subject != payload.end() && subject->is_string() &&
         (is_text(*subject, client.id) || is_federated(payload));
}

SignInResult<bool> check_assertion(const SignInRequest& request, const Client& client) {
  const std::optional<Json> payload = payload_of(request.value("client_assertion"));
  if (request.value("client_assertion_type") != kAssertionType || !payload) {
    return refuse(50027);
  }
  if (!is_of(*payload, client)) {
    return refuse(50027);
  }
  const auto now = std::chrono::floor<std::chrono::seconds>(request.context.stamp.wall);
  const std::int64_t wall = now.time_since_epoch().count();
  const auto expires = seconds_of(*payload, "exp");
  const auto not_before = seconds_of(*payload, "nbf");
  if (!expires || *expires + kSkewSeconds < wall ||
      (not_before && *not_before - kSkewSeconds > wall)) {
    return refuse(700024);
  }
  return true;
}

/// What proves the client, or why it doesn't.
SignInResult<std::string> check_credential(const SignInRequest& request, const Client& client,
                                           Credential credential) {
  const std::string_view secret = request.value("client_secret");
  if (!secret.empty()) {
    return check_secret(client, secret).map([](bool) { return std::string("1"); });
  }
  if (!request.value("client_assertion").empty()) {
    return check_assertion(request, client).map([](bool) { return std::string("2"); });
  }
  if (credential == Credential::demanded) {
    return refuse(7000218);
  }
  return std::string("0");
}

}  // namespace

SignInResult<Client> authenticate(const SignInRequest& request, Credential credential) {
  const SignInResult<bool> named = request.demand({"client_id"});
  if (!named) {
    return passed_on(named);
  }
  SignInResult<Client> client = find_client(request);
  if (!client) {
    return client;
  }
  const SignInResult<std::string> proven = check_credential(request, *client, credential);
  if (!proven) {
    return passed_on(proven);
  }
  client->proof = *proven;
  return client;
}

}  // namespace graphfault::engine
