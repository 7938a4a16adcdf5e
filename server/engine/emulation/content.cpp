// SPDX-License-Identifier: MIT
#include "engine/emulation/content.hpp"

#include "base/letter_case.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "http/entity_tag.hpp"
#include "http/list.hpp"
#include "http/media_type.hpp"

#include <string>
#include <utility>

namespace graphfault::engine {
namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kText = "text/plain";

}  // namespace

std::optional<graph::GraphError> check_accept(const Call& call, Offered offered) {
  const http::Headers& headers = call.request.headers;
  // $count gives text to those who ask for JSON too, as to any client that always asks for it.
  if (http::accepts(headers, kJson) ||
      (offered == Offered::text && http::accepts(headers, kText))) {
    return std::nullopt;
  }
  return graph::make_error("not-acceptable");
}

tl::expected<Json, graph::GraphError> read_object(const Call& call) {
  const auto type = call.request.headers.find("Content-Type");
  const std::string media = type ? http::media_essence(*type) : std::string();
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
    if (http::lists_entity_tag(line, etag)) {
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
  return level && equal_ignoring_case(http::trimmed(*level), "eventual");
}

}  // namespace graphfault::engine
