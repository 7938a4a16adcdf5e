// SPDX-License-Identifier: MIT
#include "engine/rules/matching.hpp"

#include "base/letter_case.hpp"
#include "engine/callers/token_match.hpp"
#include "graph/odata/page_token.hpp"
#include "scenario/conditions/describe_value.hpp"

#include <algorithm>
#include <string_view>

namespace graphfault::engine {
namespace {

using Part = Mismatch::Part;
using scenario::passes;

bool is_method(const scenario::When& when, const std::string& method) {
  if (when.methods.empty()) {
    return method != "OPTIONS" && method != "HEAD";
  }
  return std::find(when.methods.begin(), when.methods.end(), method) != when.methods.end();
}

bool is_version(const scenario::When& when, const Call& call) {
  if (when.surface == scenario::Surface::sign_in) {
    return true;
  }
  return when.path.version.empty() ? !call.version.empty() : when.path.version == call.version;
}

bool is_operation(const scenario::OperationTest& test, const OperationPlace& place) {
  return (!test.id || *test.id == place.id) && (!test.position || *test.position == place.position);
}

std::string_view without_dollar(std::string_view name) {
  return name.substr(0, 1) == "$" ? name.substr(1) : name;
}

std::optional<std::string_view> option_named(const Call& call, std::string_view name) {
  for (const http::Field& option : call.target.options) {
    if (equal_ignoring_case(without_dollar(option.name), name)) {
      return option.value;
    }
  }
  return std::nullopt;
}

std::optional<Mismatch> query_mismatch(const scenario::When& when, const Call& call) {
  for (std::size_t i = 0; i < when.query.size(); ++i) {
    const auto& [name, test] = when.query[i];
    if (!passes(test, option_named(call, name))) {
      return Mismatch{Part::query, i};
    }
  }
  return std::nullopt;
}

std::optional<Mismatch> header_mismatch(const scenario::When& when, const Call& call) {
  for (std::size_t i = 0; i < when.headers.size(); ++i) {
    const auto& [name, test] = when.headers[i];
    if (!passes(test, call.request.headers.find(name))) {
      return Mismatch{Part::header, i};
    }
  }
  return std::nullopt;
}

bool is_page(const scenario::ValueCondition& test, const Call& call) {
  const std::optional<int> page = page_of(call);
  return page ? passes(test, std::to_string(*page)) : passes(test, std::nullopt);
}

std::optional<Part> place_mismatch(const scenario::Rule& rule, const Call& call) {
  if (!is_version(rule.when, call)) {
    return Part::version;
  }
  if (!is_method(rule.when, call.request.method)) {
    return Part::method;
  }
  if (call.operation ? !rule.in_batch : rule.when.operation.has_value()) {
    return Part::batch;
  }
  if (rule.when.operation && !is_operation(*rule.when.operation, *call.operation)) {
    return Part::operation;
  }
  return std::nullopt;
}

std::optional<Part> content_mismatch(const scenario::When& when, const Call& call, CallBody& body) {
  if (when.page && !is_page(*when.page, call)) {
    return Part::page;
  }
  if (when.token && !is_state(*when.token, call.caller)) {
    return Part::token_state;
  }
  if (when.token && !is_caller(*when.token, call.caller)) {
    return Part::token;
  }
  if (when.body && !passes(*when.body, body.json())) {
    return Part::body;
  }
  return std::nullopt;
}

std::string batch_reason(const scenario::Rule& rule) {
  return rule.when.operation ? "it is for operations of a batch only"
                             : "it is not for operations of a batch (in_batch: false)";
}

std::string operation_reason(const scenario::OperationTest& test) {
  std::string reason = "it is for operation ";
  if (test.id) {
    reason.append("id ").append(*test.id);
  }
  if (test.position) {
    reason.append(test.id ? " at position " : "position ").append(std::to_string(*test.position));
  }
  return reason;
}

std::string method_reason(const scenario::When& when) {
  if (when.methods.empty()) {
    return "OPTIONS and HEAD are reached only by rules that name them";
  }
  std::string reason = "its method is ";
  for (std::size_t i = 0; i < when.methods.size(); ++i) {
    reason.append(i == 0 ? "" : " or ").append(when.methods[i]);
  }
  return reason;
}

std::string test_reason(std::string_view what,
                        const std::pair<std::string, scenario::ValueCondition>& test) {
  std::string reason = "it asks that ";
  return reason.append(what).append(test.first).append(" ").append(scenario::describe(test.second));
}

}  // namespace

std::optional<Mismatch> mismatch(const scenario::Rule& rule, const Call& call, CallBody& body) {
  if (const std::optional<Part> part = place_mismatch(rule, call)) {
    return Mismatch{*part, 0};
  }
  if (const std::optional<Mismatch> query = query_mismatch(rule.when, call)) {
    return query;
  }
  if (const std::optional<Mismatch> header = header_mismatch(rule.when, call)) {
    return header;
  }
  if (const std::optional<Part> part = content_mismatch(rule.when, call, body)) {
    return Mismatch{*part, 0};
  }
  return std::nullopt;
}

std::string describe(const Mismatch& mismatch, const scenario::Rule& rule) {
  const scenario::When& when = rule.when;
  switch (mismatch.part) {
    case Part::surface_or_path:
      return "its path is " + when.path.text;
    case Part::version:
      return when.path.version.empty() ? "Graph paths begin with /v1.0 or /beta"
                                       : "its version is " + when.path.version;
    case Part::method:
      return method_reason(when);
    case Part::batch:
      return batch_reason(rule);
    case Part::operation:
      return operation_reason(*when.operation);
    case Part::query:
      return test_reason("query option ", when.query[mismatch.index]);
    case Part::header:
      return test_reason("header ", when.headers[mismatch.index]);
    case Part::page:
      return test_reason("", {"page", *when.page});
    case Part::token_state:
      return "it asks for another state of the token";
    case Part::token:
      return "it asks for another caller (token)";
    case Part::body:
      return "it asks for another body";
    case Part::played_out:
      return "its script is played out";
  }
  return {};
}

bool asks_for_token_state(const scenario::Rule& rule) {
  return rule.when.token && !rule.when.token->states.empty();
}

std::optional<int> page_of(const Call& call) {
  if (call.request.method != "GET" && call.request.method != "HEAD") {
    return std::nullopt;
  }
  const std::optional<std::string_view> token = option_named(call, "skiptoken");
  return token ? graph::page_of(*token) : 1;
}

}  // namespace graphfault::engine
