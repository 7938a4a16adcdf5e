// SPDX-License-Identifier: MIT
// Every error graphfault can name, each with its evidence. Steps, emulation, `graphfault errors`
// and GET /errors all read this one table.
#pragma once

#include "graph/errors/graph_error.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace graphfault::graph {

/// How we know: stated in Microsoft's documentation, seen in a public capture, or inferred.
enum class Evidence { documented, captured, inferred };

std::string_view evidence_text(Evidence evidence);

struct EntryDetail {
  std::string_view code{};
  std::string_view message{};
  std::string_view target{};
};
struct EntryHeader {
  std::string_view name{};
  std::string_view value{};
};

struct ErrorEntry {
  std::string_view id{};  ///< unique, kebab-case: `token-expired`, `insufficient-claims-401`,
                          ///< `too-many-requests`
  int status = 500;
  std::string_view code{};
  std::string_view message{};  ///< may hold `{id}`-like placeholders that emulation fills in
  std::vector<std::string_view> inner{};  ///< outermost first
  std::vector<EntryDetail> details{};
  std::vector<EntryHeader> headers{};  ///< that always go with it: Allow, Content-Range, ...
  BodyFormat format = BodyFormat::json;
  std::string_view page{};  ///< the HTML, for BodyFormat::html
  Evidence evidence = Evidence::inferred;
  std::string_view source{};  ///< which page or capture, and which part of the entry is unverified
  bool by_id_only = false;    ///< its code names another entry; this one is reached by its id
  bool on_errors_page = false;  ///< the default entry of one of the 23 statuses of the seeds' table
};

/// All entries, by status then id. Lives for ever.
std::span<const ErrorEntry> error_catalogue();
const ErrorEntry* find_error(std::string_view id);
/// The entry that a bare status names; nothing where the catalogue has none for it.
const ErrorEntry* default_error(int status);
/// All entries of that Graph code (case as written). Several: the code alone is ambiguous.
/// Entries that are reached by_id_only are left out: `insufficient_claims` gives its 403 alone,
/// `TooManyRequests` its plain 429, `accessDenied` its 403.
std::vector<const ErrorEntry*> errors_of_code(std::string_view code);

/// The entry as a value to be answered: HTML pages filled in, headers that always go with it
/// (Allow, Content-Range, ...) set, but for WWW-Authenticate, which needs the sign-in origin
/// (claims_challenge.hpp), and Location of a 410, which needs the base. Placeholders stay as they
/// are; fill() takes them out.
GraphError make_error(const ErrorEntry& entry);
/// REQUIRES: the id exists (asserted). For emulation, which names entries it knows.
GraphError make_error(std::string_view id);
/// Replaces every `{name}` of the message: `fill(make_error("resource-not-found"), "id", "42")`.
GraphError fill(GraphError error, std::string_view name, std::string_view value);
/// For errors that a rule answers: `{id}` and `{segment}` become the path's last segment, the
/// catalogue's other placeholders the value of the capture they come from, so that none reaches the
/// wire. Cheap where the message has none.
void fill_rest(GraphError& error, std::string_view last_segment);

}  // namespace graphfault::graph
