// SPDX-License-Identifier: MIT
#include "control/journal_query.hpp"

#include <charconv>
#include <string>

namespace graphfault::control {
namespace {

Result<std::uint64_t> read_sequence(const std::string& text) {
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || rest != end) {
    return fail("since is '" + text + "', which is not a sequence number",
                "use the sequence of the last exchange you have seen; 0 for all");
  }
  return value;
}

/// The problem of an option that sets nothing, or nothing.
tl::expected<void, Problem> check_option(const http::Field& option) {
  if (option.name != "format") {
    return fail("there is no option '" + option.name + "'", "the journal takes format and since");
  }
  if (option.value != "json") {
    return fail("there is no format '" + option.value + "'", "the journal comes as format=json");
  }
  return {};
}

Result<std::uint64_t> read_option(const http::Field& option, std::uint64_t since) {
  if (option.name == "since") {
    return read_sequence(option.value);
  }
  return check_option(option).map([since] { return since; });
}

}  // namespace

Result<JournalQuery> read_journal_query(const http::Fields& options) {
  JournalQuery query;
  for (const http::Field& option : options) {
    const Result<std::uint64_t> since = read_option(option, query.since);
    if (!since) {
      return tl::unexpected(since.error());
    }
    query.since = *since;
  }
  return query;
}

}  // namespace graphfault::control
