// SPDX-License-Identifier: MIT
// /delta: a first synchronisation in pages, then what changed since the deltaLink was given.
#include "engine/emulation/delta_read.hpp"

#include "base/letter_case.hpp"
#include "engine/emulation/answers.hpp"
#include "engine/emulation/content.hpp"
#include "engine/emulation/set_read.hpp"
#include "graph/errors/natural_error.hpp"
#include "graph/odata/page_token.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace graphfault::engine {
namespace {

using graph::GraphError;
using graph::ListQuery;
using graph::PageToken;
using PageKind = graph::PageToken::Kind;
using Unexpected = tl::unexpected<GraphError>;

/// One page of a delta while it is written.
struct Page {
  ListQuery query{};
  PageToken token{};
  std::size_t size = 0;
  std::string items{};  ///< comma-separated
  bool more = false;    ///< a nextLink follows, with `position` or `change` of the token
};

/// A delta keeps $select and $filter inside its tokens.
std::string note_of(const http::Fields& options) {
  std::string select;
  std::string filter;
  for (const http::Field& field : options) {
    const std::string name = graph::option_name(field.name);
    if (name == "select") {
      select = field.value;
    } else if (name == "filter") {
      filter = field.value;
    }
  }
  return select + "\n" + filter;
}

http::Fields options_of(const std::string& note) {
  http::Fields options;
  const auto line = note.find('\n');
  if (line == std::string::npos) {
    return options;
  }
  if (line > 0) {
    options.push_back({.name = "$select", .value = note.substr(0, line)});
  }
  if (line + 1 < note.size()) {
    options.push_back({.name = "$filter", .value = note.substr(line + 1)});
  }
  return options;
}

std::size_t page_size(const SetCall& at) {
  constexpr std::string_view kPreference = "odata.maxpagesize=";
  for (const std::string_view line : at.call.request.headers.all("Prefer")) {
    const auto found = lower(line).find(kPreference);
    if (found == std::string::npos) {
      continue;
    }
    std::size_t size = 0;
    const auto digits = line.substr(found + kPreference.size());
    std::from_chars(digits.data(), digits.data() + digits.size(), size);
    if (size > 0) {
      return std::min(size, graph::kMaxPage);
    }
  }
  return std::min(at.set.page_size, graph::kMaxPage);
}

GraphError stale(const SetCall& at) {
  return graph::stale_delta(own_address(at.call) + "?$deltatoken=");
}

/// The token of the request, as one that begins anew where it has none.
tl::expected<PageToken, GraphError> token_wanted(const SetCall& at, const ListQuery& query) {
  const std::uint64_t now = at.set.store.change();
  const bool anew = !query.skiptoken && query.deltatoken.value_or("").empty();
  const bool latest = query.deltatoken && equal_ignoring_case(*query.deltatoken, "latest");
  if (anew || latest) {
    return PageToken{.kind = latest ? PageKind::delta_link : PageKind::delta_page,
                     .change = now,
                     .note = note_of(at.call.target.options)};
  }
  const auto token = graph::read_page_token(query.skiptoken ? *query.skiptoken : *query.deltatoken);
  const bool fits = token && (query.skiptoken ? token->kind == PageKind::delta_page ||
                                                    token->kind == PageKind::delta_more
                                              : token->kind == PageKind::delta_link);
  if (!fits) {
    return Unexpected(graph::bad_request("Request_BadRequest", "Badly formed token."));
  }
  const bool unknown = token->change > now || token->change < at.set.store.forgotten();
  if (unknown || at.call.tenant_now - token->issued > graph::kDeltaTokenLife) {
    return Unexpected(stale(at));
  }
  return *token;
}

/// The selected properties and, always, the id.
graph::Projection projection_of(const SetCall& at, const ListQuery& query) {
  std::vector<std::string> select = query.select;
  if (!select.empty() && std::find(select.begin(), select.end(), "id") == select.end()) {
    select.emplace_back("id");
  }
  return graph::project(at.set.store.type(), select);
}

void append_first_round(const SetCall& at, Page& page) {
  const auto slice =
      graph::list(at.set.store, page.query, page.token.position, page.size, at.set.cache);
  const auto projection = projection_of(at, page.query);
  for (const std::uint64_t slot : slice.slots) {
    at.set.store.append(page.items, slot, projection);
    page.items += ',';
  }
  page.more = slice.next.has_value();
  page.token.position = slice.next.value_or(0);
}

void append_removed(const SetCall& at, Page& page, const std::string& id) {
  const bool restorable = at.set.store.type().soft_delete;
  page.items += R"({"@removed":{"reason":)";
  page.items += restorable ? R"("changed"},"id":)" : R"("deleted"},"id":)";
  append_json_string(page.items, id);
  page.items += "},";
}

void append_changes(const SetCall& at, Page& page) {
  auto& store = at.set.store;
  auto changes = store.changes(page.token.change, page.size + 1);
  page.more = changes.size() > page.size;
  if (page.more) {
    changes.pop_back();
  }
  const auto projection = projection_of(at, page.query);
  for (const auto& change : changes) {
    const auto wanted = [&](const graph::EntityView& view) {
      return graph::matches(*page.query.filter, view);
    };
    if (change.deleted) {
      append_removed(at, page, change.id);
    } else if (!page.query.filter || store.with_view(change.slot, wanted)) {
      store.append(page.items, change.slot, projection);
      page.items += ',';
    }
  }
  page.token.change = page.more ? changes.back().number : store.change();
  page.token.position = 0;
}

/// The link that ends a page.
void append_link(std::string& out, const SetCall& at, Page& page) {
  const bool first_round = page.token.kind == PageKind::delta_page;
  ++page.token.page;
  page.token.issued = at.call.tenant_now;
  if (page.more) {
    page.token.kind = first_round ? PageKind::delta_page : PageKind::delta_more;
    out += ",\"@odata.nextLink\":";
    append_json_string(out,
                       own_address(at.call) + "?$skiptoken=" + graph::write_page_token(page.token));
    return;
  }
  page.token.kind = PageKind::delta_link;
  page.token.page = 1;
  out += ",\"@odata.deltaLink\":";
  append_json_string(out,
                     own_address(at.call) + "?$deltatoken=" + graph::write_page_token(page.token));
}

std::string delta_body(const SetCall& at, Page page) {
  if (page.token.kind == PageKind::delta_page) {
    append_first_round(at, page);
  } else {
    append_changes(at, page);
  }
  std::string out;
  begin_object(out, at.call, at.set, page.query.select, false);
  append_link(out, at, page);
  if (!page.items.empty()) {
    page.items.pop_back();
  }
  return out.append(",\"value\":[").append(page.items).append("]}");
}

}  // namespace

EmulatedOr read_delta(const SetCall& at) {
  if (auto error = check_accept(at.call, Offered::json)) {
    return Unexpected(*std::move(error));
  }
  const auto& type = at.set.store.type();
  auto query = graph::read_delta_query(at.call.target.options, type);
  if (!query) {
    return Unexpected(query.error());
  }
  auto token = token_wanted(at, *query);
  if (!token) {
    return Unexpected(token.error());
  }
  auto kept = graph::read_delta_query(options_of(token->note), type);
  if (!kept) {
    return Unexpected(kept.error());
  }
  if (auto error = check_license(at, *kept)) {
    return Unexpected(*std::move(error));
  }
  Page page{.query = *std::move(kept), .token = *std::move(token), .size = page_size(at)};
  return json_answer(at.set, 200, delta_body(at, std::move(page)));
}

}  // namespace graphfault::engine
