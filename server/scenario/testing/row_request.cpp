// SPDX-License-Identifier: MIT
#include "scenario/testing/row_request.hpp"

#include "scenario/testing/loading.hpp"

namespace graphfault::scenario {
namespace {

graph::Token token_of(Bearer bearer) {
  graph::Token token{.app = kRowApp, .all_roles = bearer != Bearer::limited};
  if (bearer == Bearer::limited) {
    token.roles = {"User.Read.All", "Mail.Read"};
    token.claims = {{"acrs", {"c0", "c1"}}};
  }
  return token;
}

TokenState state_of(Bearer bearer) {
  switch (bearer) {
    case Bearer::full:
    case Bearer::limited:
    case Bearer::opaque:
      break;
    case Bearer::missing:
      return TokenState::missing;
    case Bearer::malformed:
      return TokenState::malformed;
    case Bearer::expired:
      return TokenState::expired;
    case Bearer::revoked:
      return TokenState::revoked;
    case Bearer::foreign:
      return TokenState::foreign;
  }
  return TokenState::valid;
}

bool has_content(Bearer bearer) {
  return bearer != Bearer::opaque && bearer != Bearer::missing && bearer != Bearer::malformed;
}

}  // namespace

RowRequest::RowRequest(const WhenRow& row) : row_(row), token_(token_of(row.bearer)) {
  if (is_of_handshake(row)) {
    asked_ = {.surface = Surface::handshake, .host = row_.target};
    return;
  }
  const std::string version = row.batch.substr(1, row.batch.find('/', 1) - 1);
  target_ = *http::parse_target(
      row.operation.empty() ? row.target : graph::operation_target(row.target, version));
  headers_ = row.headers;
  if (row.bearer != Bearer::missing && !headers_.contains("Authorization")) {
    headers_.add("Authorization", "Bearer a.b.c");
  }
  place();
  asked_.method = row_.method;
  asked_.segments = path_.segments;
  asked_.version = path_.version;
  asked_.options = target_.options;
  asked_.headers = &headers_;
  asked_.body = row_.body;
  asked_.token = {.state = state_of(row.bearer),
                  .content = has_content(row.bearer) ? &token_ : nullptr};
  if (!row.operation.empty()) {
    asked_.operation = {.id = row_.operation, .position = 2};
  }
}

void RowRequest::place() {
  const bool sign_in = target_.segments.size() > 1 && target_.segments.front() == "t";
  asked_.surface = sign_in ? Surface::sign_in : Surface::graph;
  if (sign_in) {
    path_.segments.assign(target_.segments.begin() + 1, target_.segments.end());
  } else {
    path_ = graph::graph_path(target_.segments);
  }
}

When when_of(const std::string& text) {
  return rule_of("- {when: " + text + ", then: emulate}").when;
}

}  // namespace graphfault::scenario
