// SPDX-License-Identifier: MIT
// Every error graphfault can name, each with its evidence. Steps, emulation, `graphfault errors`
// and GET /errors all read this one table.
#pragma once

#include "graph/graph_error.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace graphfault::graph {

/// How we know: stated in Microsoft's documentation, seen in a public capture, or inferred.
enum class Evidence { documented, captured, inferred };

struct ErrorEntry {
  std::string_view id{};  ///< unique, kebab-case: `token-expired`, `insufficient-claims-401`,
                          ///< `too-many-requests`
  int status = 500;
  std::string_view code{};
  std::string_view message{};  ///< may hold `{id}`-like placeholders that emulation fills in
  std::vector<std::string_view> inner{};  ///< outermost first
  BodyFormat format = BodyFormat::json;
  Evidence evidence = Evidence::inferred;
  std::string_view source{};  ///< which page or capture, and which part of the entry is unverified
  bool on_errors_page = false;  ///< the default entry of one of the 23 statuses of the seeds' table
};

/// All entries, by status then id. Lives for ever.
std::span<const ErrorEntry> error_catalogue();
const ErrorEntry* find_error(std::string_view id);
/// The entry that a bare status names; nothing where the catalogue has none for it.
const ErrorEntry* default_error(int status);
/// All entries of that Graph code (case as written). Several: the code alone is ambiguous.
/// `insufficient_claims` gives its 403 alone; its 401 twin is reached by id.
std::vector<const ErrorEntry*> errors_of_code(std::string_view code);

/// The entry as a value to be answered: HTML pages filled in, headers that always go with it
/// (Allow, Content-Range, ...) set, but for WWW-Authenticate, which needs the sign-in origin
/// (claims_challenge.hpp).
GraphError make_error(const ErrorEntry& entry);
/// REQUIRES: the id exists (asserted). For emulation, which names entries it knows.
GraphError make_error(std::string_view id);

}  // namespace graphfault::graph
