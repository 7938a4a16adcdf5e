// SPDX-License-Identifier: MIT
#include "engine/emulation/set_read.hpp"

#include "base/random.hpp"
#include "engine/emulation/answers.hpp"
#include "engine/emulation/content.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "graph/errors/natural_error.hpp"
#include "graph/odata/page_token.hpp"

#include <algorithm>
#include <utility>

namespace graphfault::engine {
namespace {

using graph::GraphError;
using graph::ListQuery;
using Unexpected = tl::unexpected<GraphError>;

/// Graph answers the id along with signInActivity.
graph::Projection projection_of(const graph::EntityType& type, const ListQuery& query) {
  std::vector<std::string> select = query.select;
  const auto has = [&](std::string_view name) {
    return std::find(select.begin(), select.end(), name) != select.end();
  };
  if (has(graph::kSignInActivity) && !has("id")) {
    select.emplace_back("id");
  }
  return graph::project(type, select);
}

/// Navigations that nothing is known of: lists are empty, a manager is absent.
void append_expanded(std::string& out, const graph::EntityType& type, const ListQuery& query) {
  if (type.open()) {
    return;
  }
  for (const std::string& name : query.expand) {
    if (name != "manager") {
      out.pop_back();
      out += out.back() == '{' ? "\"" : ",\"";
      out.append(name).append("\":[]}");
    }
  }
}

void append_entity(std::string& out, const EntitySet& set, std::uint64_t slot,
                   const graph::Projection& projection, const ListQuery& query) {
  set.store.append(out, slot, projection);
  append_expanded(out, set.store.type(), query);
}

/// The token's checksum covers the set too: a token of another set is as good as none.
std::uint64_t checksum_of(const SetCall& at, const ListQuery& query) {
  std::uint64_t checksum = query.checksum;
  for (const std::string& segment : at.set.path) {
    checksum = mix(checksum, hash_of(segment));
  }
  return checksum;
}

/// Where the requested page begins; page 1 where there is no token.
tl::expected<graph::PageToken, GraphError> page_wanted(const SetCall& at, const ListQuery& query) {
  const std::uint64_t checksum = checksum_of(at, query);
  if (!query.skiptoken) {
    return graph::PageToken{.query = checksum};
  }
  const auto token = graph::read_page_token(*query.skiptoken);
  if (!token || token->kind != graph::PageToken::Kind::page || token->query != checksum) {
    return Unexpected(graph::invalid_skip_token());
  }
  if (at.call.tenant_now - token->issued > graph::kPageTokenLife) {
    return Unexpected(graph::expired_page_token());
  }
  return *token;
}

std::string token_for(const SetCall& at, graph::PageToken page, std::uint64_t position) {
  ++page.page;
  page.position = position;
  // To the minute, so that a list that is read again offers the same links.
  page.issued = std::chrono::floor<std::chrono::minutes>(at.call.tenant_now);
  return graph::write_page_token(page);
}

std::string list_body(const SetCall& at, const ListQuery& query, const graph::PageToken& page) {
  const auto& set = at.set;
  const auto slice = graph::list(set.store, query, page.position,
                                 graph::page_size(query, set.page_size), at.set.cache);
  std::string out;
  out.reserve(512 + slice.slots.size() * 384);
  begin_object(out, at.call, set, query.select, false);
  if (query.count && page.page == 1) {
    out += ",\"@odata.count\":" + std::to_string(graph::count(set.store, query, at.set.cache));
  }
  if (slice.next) {
    out += ",\"@odata.nextLink\":";
    append_json_string(out, next_link(at.call, token_for(at, page, *slice.next)));
  }
  out += ",\"value\":[";
  const auto projection = projection_of(set.store.type(), query);
  for (const std::uint64_t slot : slice.slots) {
    append_entity(out, set, slot, projection, query);
    out += ',';
  }
  if (!slice.slots.empty()) {
    out.pop_back();
  }
  return out + "]}";
}

}  // namespace

std::optional<GraphError> check_license(const SetCall& at, const ListQuery& query) {
  if (at.license == scenario::License::free && query.reads_sign_in_activity()) {
    return graph::make_error("not-premium");
  }
  return std::nullopt;
}

EmulatedOr read_list(const SetCall& at) {
  if (auto error = check_accept(at.call, Offered::json)) {
    return Unexpected(*std::move(error));
  }
  const auto query =
      graph::read_list_query(at.call.target.options, at.set.store.type(), is_eventual(at.call));
  if (!query) {
    return Unexpected(query.error());
  }
  if (auto error = check_license(at, *query)) {
    return Unexpected(*std::move(error));
  }
  const auto page = page_wanted(at, *query);
  if (!page) {
    return Unexpected(page.error());
  }
  return json_answer(at.set, 200, list_body(at, *query, *page), graph::resource_units(*query));
}

EmulatedOr read_count(const SetCall& at) {
  if (auto error = check_accept(at.call, Offered::text)) {
    return Unexpected(*std::move(error));
  }
  const auto& type = at.set.store.type();
  if (type.directory && !is_eventual(at.call)) {
    return Unexpected(graph::make_error("count-not-supported"));
  }
  // Asking for the count alone is an advanced query.
  http::Fields options = at.call.target.options;
  std::erase_if(options,
                [](const http::Field& field) { return graph::option_name(field.name) == "count"; });
  options.push_back({.name = "$count", .value = "true"});
  const auto query = graph::read_list_query(options, type, is_eventual(at.call));
  if (!query) {
    return Unexpected(query.error());
  }
  if (auto error = check_license(at, *query)) {
    return Unexpected(*std::move(error));
  }
  return text_answer(std::to_string(graph::count(at.set.store, *query, at.set.cache)));
}

Emulated entity_answer(const SetCall& at, std::uint64_t slot, int status, const ListQuery& query) {
  std::string entity;
  append_entity(entity, at.set, slot, projection_of(at.set.store.type(), query), query);
  std::string out;
  begin_object(out, at.call, at.set, query.select, true);
  out += entity == "{}" ? "" : ",";
  out.append(entity, 1);
  Emulated answer = json_answer(at.set, status, std::move(out));
  answer.headers.add("ETag", at.set.store.etag(slot));
  return answer;
}

EmulatedOr read_entity(const SetCall& at, const std::string& key) {
  if (auto error = check_accept(at.call, Offered::json)) {
    return Unexpected(*std::move(error));
  }
  const auto query = graph::read_entity_query(at.call.target.options, at.set.store.type());
  if (!query) {
    return Unexpected(query.error());
  }
  if (auto error = check_license(at, *query)) {
    return Unexpected(*std::move(error));
  }
  const bool by_name =
      !at.set.store.type().alternate_key.empty() && key.find('@') != std::string::npos;
  if (by_name && query->reads_sign_in_activity()) {
    return Unexpected(graph::bad_request(
        "BadRequest", "Get By Key only supports UserId and the key has to be a valid Guid"));
  }
  const auto slot = at.set.store.find(key);
  if (!slot) {
    return Unexpected(graph::unknown_resource(key));
  }
  return entity_answer(at, *slot, 200, *query);
}

}  // namespace graphfault::engine
