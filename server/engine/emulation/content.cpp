// SPDX-License-Identifier: MIT
#include "engine/emulation/content.hpp"

#include "base/letter_case.hpp"
#include "graph/errors/error_catalogue.hpp"

#include <string>
#include <utility>

namespace graphfault::engine {
namespace {

constexpr std::string_view kJson = "application/json";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Calls `visit` with each member of a comma-separated list, until one returns true.
template <class Visit>
bool any_member(std::string_view list, Visit visit) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    if (visit(trimmed(list.substr(0, comma)))) {
      return true;
    }
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
  }
  return false;
}

std::string media_type(std::string_view value) {
  return lower(trimmed(value.substr(0, value.find(';'))));
}

bool is_acceptable(std::string_view range, Offered offered) {
  const std::string type = media_type(range);
  // $count gives text to those who ask for JSON too, as to any client that always asks for it.
  if (type == "*/*" || type == "application/*" || type == kJson) {
    return true;
  }
  return offered == Offered::text && (type == "text/plain" || type == "text/*");
}

}  // namespace

std::optional<graph::GraphError> check_accept(const Call& call, Offered offered) {
  const auto lines = call.request.headers.all("Accept");
  for (const std::string_view line : lines) {
    if (trimmed(line).empty() ||
        any_member(line, [&](std::string_view range) { return is_acceptable(range, offered); })) {
      return std::nullopt;
    }
  }
  if (lines.empty()) {
    return std::nullopt;
  }
  return graph::make_error("not-acceptable");
}

tl::expected<Json, graph::GraphError> read_object(const Call& call) {
  const auto type = call.request.headers.find("Content-Type");
  const std::string media = type ? media_type(*type) : std::string();
  if (type && media != kJson && !media.ends_with("+json")) {
    auto error = graph::fill(graph::make_error("unsupported-media-type"), "types", kJson);
    return tl::unexpected<graph::GraphError>(graph::fill(std::move(error), "content_type", *type));
  }
  if (type && call.request.body.empty()) {
    auto error = graph::make_error("unreadable-body");
    error.message = "Empty Payload. JSON content expected.";
    return tl::unexpected<graph::GraphError>(std::move(error));
  }
  auto body = parse_json(call.request.body);
  if (!type || !body || !body->is_object()) {
    return tl::unexpected<graph::GraphError>(graph::make_error("unreadable-body"));
  }
  return *std::move(body);
}

std::optional<graph::GraphError> check_if_match(const Call& call, std::string_view etag) {
  const auto lines = call.request.headers.all("If-Match");
  for (const std::string_view line : lines) {
    if (any_member(line, [&](std::string_view tag) { return tag == "*" || tag == etag; })) {
      return std::nullopt;
    }
  }
  if (lines.empty()) {
    return std::nullopt;
  }
  return graph::make_error("precondition-failed");
}

bool is_eventual(const Call& call) {
  const auto level = call.request.headers.find("ConsistencyLevel");
  return level && equal_ignoring_case(trimmed(*level), "eventual");
}

}  // namespace graphfault::engine
