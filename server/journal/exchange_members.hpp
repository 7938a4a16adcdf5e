// SPDX-License-Identifier: MIT
// The one list of an exchange's members: packing, JSON and HAR follow from it.
#pragma once

#include "journal/exchange.hpp"

namespace graphfault::journal {

/// Where in the JSON of an exchange a member stands, and when (group_rows in exchange_json.cpp).
enum class Group {
  whole,
  operation,  ///< beside those of the whole, where it is an operation of a batch
  request,
  caller,
  response,
  played,
  rule,  ///< beside `played`, where a rule has answered
  nearest,
};

enum class Shown { always, where_set };

/// What the list says of a member.
struct Member {
  Group group = Group::whole;
  const char* name = nullptr;  ///< in the JSON; null: not shown
  Shown shown = Shown::where_set;
  const char* har = nullptr;  ///< in an HAR entry, where HAR has nothing for it
};

/// One that becomes known after the exchange was packed, or finds it: PackedExchange has it beside
/// its block.
struct BesideBlock : Member {
  constexpr explicit BesideBlock(const Member& member) : Member(member) {}
};

// The list, in four parts.

template <class Act, class AnyExchange>
constexpr void each_of_exchange(Act& act, AnyExchange& exchange) {
  using enum Group;
  using enum Shown;
  act(BesideBlock({whole, "sequence", always, "_sequence"}), exchange.sequence);
  act(BesideBlock({operation, "parent", always, "_batch"}), exchange.parent);
  act(Member{operation, "operation", always, "_operation"}, exchange.operation);
  act(Member{operation, "position", where_set, "_position"}, exchange.position);
  act(Member{operation, "dependsOn"}, exchange.depends_on);
  act(Member{whole, "begun", always}, exchange.begun);
  act(Member{whole, "tenantBegun", always}, exchange.tenant_begun);
  act(BesideBlock({whole, "left"}), exchange.left);
  act(BesideBlock({whole, "sent"}), exchange.sent);
  act(BesideBlock({whole, "bytes", always}), exchange.bytes);
  act(BesideBlock({whole, "aborted", always}), exchange.aborted);
}

template <class Act, class AnyExchange>
constexpr void each_of_request(Act& act, AnyExchange& exchange) {
  using enum Group;
  using enum Shown;
  act(Member{request, "surface", always, "_surface"}, exchange.surface);
  act(Member{request, "version"}, exchange.version);
  act(Member{request, "method", always}, exchange.method);
  act(Member{request, "url", always}, exchange.url);
  act(Member{request, "path"}, exchange.path);
  act(Member{request, "query"}, exchange.query);
  act(Member{request, "headers", always}, exchange.request_headers);
  act(Member{request, "body"}, exchange.request_body);
  act(Member{request}, exchange.body_hash);
  act(Member{request}, exchange.counted);

  act(Member{caller, "state", always}, exchange.caller.state);
  act(Member{caller, "token", where_set, "_token"}, exchange.caller.token_id);
  act(Member{caller, "app", where_set, "_app"}, exchange.caller.app);
  act(Member{caller, "claims"}, exchange.caller.claims);
}

template <class Act, class AnyExchange>
constexpr void each_of_response(Act& act, AnyExchange& exchange) {
  using enum Group;
  using enum Shown;
  act(Member{response, "status", always}, exchange.status);
  act(Member{response, "code", where_set, "_code"}, exchange.code);
  act(Member{response, "fault"}, exchange.fault);
  act(Member{response, "retryAfter"}, exchange.retry_after);
  act(Member{response, "issuedToken", where_set, "_issuedToken"}, exchange.issued_token);
  act(Member{response, "headers", always}, exchange.response_headers);
  act(Member{response, "body"}, exchange.response_body);
}

template <class Act, class AnyExchange>
constexpr void each_of_rules(Act& act, AnyExchange& exchange) {
  using enum Group;
  using enum Shown;
  act(Member{played, "scenario", always}, exchange.played.scenario);
  act(Member{played, "rule", always}, exchange.played.rule);
  act(Member{rule, "step", always}, exchange.played.step);
  act(Member{rule, "name"}, exchange.played.rule_name);
  act(Member{rule, "repeated", always}, exchange.played.repeated);

  act(Member{nearest, "rule", always}, exchange.nearest.rule);
  act(Member{nearest, "name"}, exchange.nearest.rule_name);
  act(Member{nearest, "why", always}, exchange.nearest.why);
  act(Member{nearest, "reason", always}, exchange.nearest.reason);
}

/// Calls act(member, value) for every member of the exchange, in the order of its JSON; those of a
/// KeptBody count as one. A new member of Exchange is one line here, which a test asks for.
template <class Act, class AnyExchange>
constexpr void each_member(Act&& act, AnyExchange& exchange) {
  each_of_exchange(act, exchange);
  each_of_request(act, exchange);
  each_of_response(act, exchange);
  each_of_rules(act, exchange);
}

}  // namespace graphfault::journal
