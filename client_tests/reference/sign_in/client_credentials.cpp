// SPDX-License-Identifier: MIT
#include "sign_in/client_credentials.hpp"

#include "sign_in/claims_request.hpp"
#include "wire/url.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace graphclient {
namespace {

void add_field(std::string& form, std::string_view name, std::string_view value) {
  form += form.empty() ? "" : "&";
  form += name;
  form += '=';
  form += percent_encode(value);
}

/// expires_in is a number, and a text of digits at some gateways. A year is the longest believed.
Milliseconds lifetime_of(const Json& body) {
  constexpr std::int64_t kLongest = 366LL * 24 * 3600;
  std::int64_t seconds = 0;
  const Json* value = member(body, "expires_in");
  if (value != nullptr && value->is_number()) {
    seconds = static_cast<std::int64_t>(
        std::clamp(value->get<double>(), 0.0, static_cast<double>(kLongest)));
  } else {
    const std::string text = text_of(body, "expires_in");
    std::from_chars(text.data(), text.data() + text.size(), seconds);
  }
  return Milliseconds(std::clamp<std::int64_t>(seconds, 0, kLongest) * 1000);
}

}  // namespace

ClientCredentials::ClientCredentials(Courier& courier, Credentials credentials)
    : courier_(courier), credentials_(std::move(credentials)) {}

Call ClientCredentials::make_request() const {
  Call call = make_call("POST", credentials_.authority + "/" + percent_encode(credentials_.tenant) +
                                    "/oauth2/v2.0/token");
  call.repeatable = true;
  set_header(call.request.headers, "Content-Type", "application/x-www-form-urlencoded");
  set_header(call.request.headers, "Accept", "application/json");
  std::string& form = call.request.body;
  add_field(form, "client_id", credentials_.client_id);
  add_field(form, "client_secret", credentials_.client_secret);
  add_field(form, "scope", credentials_.scope);
  add_field(form, "grant_type", "client_credentials");
  add_field(form, "claims", claims_request(challenge_));
  return call;
}

tl::expected<ClientCredentials::Token, Failure> ClientCredentials::request(
    const Deadline& deadline) {
  const Call call = make_request();
  const tl::expected<Reply, Failure> reply = courier_.deliver(call, deadline);
  if (!reply) {
    return tl::unexpected(reply.error());
  }
  const Json body = parse_json(reply->body).value_or(Json());
  Token token{.text = text_of(body, "access_token")};
  if (token.text.empty()) {
    return tl::unexpected(Failure{.kind = FailureKind::broken,
                                  .request = "POST " + call.request.url,
                                  .error = {.status = reply->status},
                                  .reason = "the answer has no access_token"});
  }
  const Milliseconds life = lifetime_of(body);
  const Milliseconds margin = std::min<Milliseconds>(std::chrono::minutes(5), life / 5);
  const Instant now = courier_.environment().clock.now();
  token.renew_at = now + life - margin;
  token.expires_at = now + life;
  return token;
}

tl::expected<std::string, Failure> ClientCredentials::token(const Deadline& deadline) {
  Clock& clock = courier_.environment().clock;
  if (kept_ && clock.now() < kept_->renew_at) {
    return kept_->text;
  }
  tl::expected<Token, Failure> fresh = request(deadline);
  if (fresh) {
    kept_ = std::move(*fresh);
    return kept_->text;
  }
  const bool passing =
      fresh.error().kind == FailureKind::exhausted || fresh.error().kind == FailureKind::broken;
  if (passing && kept_ && clock.now() < kept_->expires_at) {
    return kept_->text;  // sign-in is ill, but the old token still has some minutes
  }
  return tl::unexpected(std::move(fresh.error()));
}

bool ClientCredentials::renew(const std::string& claims) {
  kept_.reset();
  if (!claims.empty()) {
    challenge_ = claims;
  }
  return true;
}

}  // namespace graphclient
