// SPDX-License-Identifier: MIT
#include "control/calls/tenants/journal_query.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

namespace graphfault::control {
namespace {

Result<std::uint64_t> read_number(const http::Field& option, const std::string& hint) {
  std::uint64_t value = 0;
  const char* end = option.value.data() + option.value.size();
  const auto [rest, error] = std::from_chars(option.value.data(), end, value);
  if (error != std::errc{} || rest != end) {
    return fail(option.name + " is '" + option.value + "', which is not a whole number", hint);
  }
  return value;
}

constexpr std::array<std::pair<std::string_view, JournalFormat>, 3> kJournalFormats{
    {{"json", JournalFormat::json}, {"jsonl", JournalFormat::jsonl}, {"har", JournalFormat::har}}};

Result<JournalFormat> read_format(const std::string& text) {
  const auto* const format = std::find_if(kJournalFormats.begin(), kJournalFormats.end(),
                                          [&](const auto& row) { return row.first == text; });
  if (format == kJournalFormats.end()) {
    return fail("there is no format '" + text + "'", "choose format=json, jsonl or har");
  }
  return format->second;
}

tl::expected<void, Problem> read_option(const http::Field& option, JournalQuery& query) {
  if (option.name == "since") {
    return read_number(option, "use the sequence of the last exchange you have seen, or 0 for all")
        .map([&](std::uint64_t since) { query.since = since; });
  }
  if (option.name == "limit") {
    return read_number(option, "use the number of exchanges you want")
        .map([&](std::uint64_t limit) { query.limit = limit; });
  }
  if (option.name == "format") {
    return read_format(option.value).map([&](JournalFormat format) { query.format = format; });
  }
  return fail("there is no option '" + option.name + "'",
              "the options are format, since and limit");
}

}  // namespace

Result<JournalQuery> read_journal_query(const http::Fields& options) {
  JournalQuery query;
  for (const http::Field& option : options) {
    if (const auto read = read_option(option, query); !read) {
      return tl::unexpected(read.error());
    }
  }
  return query;
}

}  // namespace graphfault::control
