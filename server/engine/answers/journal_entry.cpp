// SPDX-License-Identifier: MIT
#include "engine/answers/journal_entry.hpp"

#include "base/random.hpp"
#include "engine/answers/compose.hpp"
#include "engine/calls/call_key.hpp"
#include "engine/faults/faults.hpp"
#include "journal/redaction.hpp"
#include "scenario/faults/fault_rows.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace graphfault::engine {
namespace {

using journal::kBodyKept;
using journal::KeptBody;

bool is_json(std::string_view body) {
  const std::size_t first = body.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (body[first] == '{' || body[first] == '[');
}

KeptBody kept_request(std::string&& body) {
  KeptBody kept;
  kept.size = body.size();
  kept.cut = body.size() > kBodyKept;
  if (kept.size == 0) {
    return kept;
  }
  const std::string_view head = std::string_view(body).substr(0, kBodyKept);
  kept.text = is_json(head) ? journal::redact_tokens(head) : journal::redact_form(head);
  return kept;
}

/// Most bodies hold none, and this is much cheaper than redacting. Searched for what begins with
/// rare characters.
bool may_hold_secret(std::string_view body) {
  return body.find("_token") != std::string_view::npos ||
         body.find("_code") != std::string_view::npos ||
         body.find("Text\"") != std::string_view::npos;
}

KeptBody kept_response(const std::string& body) {
  KeptBody kept;
  kept.size = body.size();
  kept.cut = body.size() > kBodyKept;
  const std::string_view head = std::string_view(body).substr(0, kBodyKept);
  kept.text = may_hold_secret(head) ? journal::redact_tokens(head) : std::string(head);
  return kept;
}

void add_claim(std::vector<std::string>& claims, const std::string& name, const Json& value) {
  if (value.is_array()) {
    for (const Json& one : value) {
      add_claim(claims, name, one);
    }
  } else if (name == "nbf" || !value.is_string()) {
    claims.push_back(name);
  } else {
    claims.push_back(name + "=" + value.get_ref<const std::string&>());
  }
}

std::vector<std::string> challenge_claims(const graph::Token& token) {
  std::vector<std::string> claims;
  for (const auto& [name, value] : token.claims.items()) {
    if (name != "xms_cc") {
      add_claim(claims, name, value);
    }
  }
  if (token.capable) {
    claims.emplace_back("xms_cc=cp1");
  }
  return claims;
}

journal::CallerSummary summary(const Call& call) {
  if (call.surface == scenario::Surface::sign_in) {
    return {};
  }
  journal::CallerSummary caller;
  caller.token_id = call.caller.token_id;
  caller.state = call.caller.state;
  if (call.caller.token != nullptr) {
    caller.app = call.caller.token->app;
    caller.claims = challenge_claims(*call.caller.token);
  }
  return caller;
}

journal::PlayedStep played(const Outcome& outcome, const AnswerContext& context) {
  journal::PlayedStep step;
  step.scenario = context.scenario.name;
  if (outcome.rule != nullptr) {
    step.rule = outcome.rule->number;
    step.step = static_cast<int>(outcome.step) + 1;
    step.rule_name = outcome.rule->name;
    step.repeated = outcome.repeated;
  }
  return step;
}

bool has_secret_option(std::string_view query) {
  return query.find("token") != std::string_view::npos ||
         query.find("secret") != std::string_view::npos ||
         query.find("code") != std::string_view::npos ||
         query.find("assword") != std::string_view::npos ||
         query.find("ssertion") != std::string_view::npos;
}

// The whole URL, its query redacted.
std::string url_of(const http::Request& request, std::string_view base) {
  const std::string& target = request.target;
  std::string url;
  url.reserve(base.size() + target.size());
  if (target.empty() || target.front() == '/') {
    url.append(base);
  }
  const std::size_t query = std::min(target.find('?'), target.size());
  url.append(target, 0, query);
  const std::string_view rest = std::string_view(target).substr(query);
  return has_secret_option(rest) && !rest.empty()
             ? url.append("?").append(journal::redact_form(rest.substr(1)))
             : url.append(rest);
}

std::string origin(const http::Request& request) { return request.scheme + "://" + request.host; }

void record_request(http::Request&& request, journal::Exchange& exchange) {
  exchange.method = std::move(request.method);
  exchange.request_headers = journal::redact(std::move(request.headers));
  exchange.request_body = kept_request(std::move(request.body));
}

void record_response(const http::Response& response, journal::Exchange& exchange) {
  exchange.status = response.status;
  exchange.response_headers = response.headers;
  exchange.response_body = kept_response(response.body);
}

void record_operation(OperationPlace&& place, journal::Exchange& exchange) {
  exchange.operation = std::move(place.id);
  exchange.position = place.position;
  exchange.depends_on = std::move(place.depends_on);
}

}  // namespace

journal::Exchange entry_of(Call&& call, const Outcome& outcome, const http::Response& response,
                           const AnswerContext& context, EntryValues values) {
  journal::Exchange exchange;
  exchange.sequence = values.sequence;
  exchange.parent = values.parent;
  exchange.body_hash = std::move(values.body_hash);
  exchange.begun = call.received;
  exchange.tenant_begun = call.tenant_now;
  exchange.surface = call.surface;
  exchange.version = std::move(call.version);
  exchange.url = url_of(call.request, call.operation ? call.base : origin(call.request));
  exchange.path = canonical_path(call);
  exchange.query = has_secret_option(call.target.query) ? journal::redact_form(call.target.query)
                                                        : std::move(call.target.query);
  exchange.caller = summary(call);
  record_request(std::move(call.request), exchange);
  if (call.operation) {
    record_operation(std::move(*call.operation), exchange);
  }
  record_response(response, exchange);
  exchange.code = error_code(outcome);
  if (outcome.fault != nullptr) {
    exchange.fault = scenario::fault_row(outcome.fault->kind).word;
    exchange.status = hides_answer(outcome.fault->kind) ? 0 : exchange.status;
  }
  exchange.retry_after = outcome.retry_after;
  exchange.played = played(outcome, context);
  exchange.nearest = outcome.nearest;
  exchange.counted = outcome.counted;
  exchange.issued_token = outcome.issued_token;
  return exchange;
}

journal::Exchange entry_of_stray(http::Request&& request, const http::Response& response,
                                 Instant received) {
  journal::Exchange exchange;
  exchange.begun = received;
  exchange.tenant_begun = received;
  exchange.url = url_of(request, origin(request));
  record_request(std::move(request), exchange);
  record_response(response, exchange);
  return exchange;
}

std::string hash_of_body(std::string_view body) {
  if (body.empty()) {
    return {};
  }
  constexpr int kHexadecimal = 16;
  std::array<char, sizeof(std::uint64_t) * 2> digits{};
  const auto written =
      std::to_chars(digits.data(), digits.data() + digits.size(), hash_of(body), kHexadecimal);
  return {digits.data(), written.ptr};
}

}  // namespace graphfault::engine
