// SPDX-License-Identifier: MIT
#include "app/commands/error_text.hpp"

#include "base/letter_case.hpp"
#include "base/nearest_name.hpp"
#include "graph/answers/answer_headers.hpp"
#include "graph/answers/answer_stamp.hpp"
#include "graph/answers/error_body.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "graph/sign_in/aadsts.hpp"
#include "http/status.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace graphfault::app {
namespace {

using Entries = std::vector<const graph::ErrorEntry*>;
using SignInEntries = std::vector<const graph::SignInError*>;

bool is_named(const graph::ErrorEntry& entry, std::string_view which) {
  return which.empty() || which == std::to_string(entry.status) ||
         equal_ignoring_case(entry.id, which) || equal_ignoring_case(entry.code, which);
}

bool is_named(const graph::SignInError& entry, std::string_view which) {
  return which.empty() || which == std::to_string(entry.number) ||
         which == std::to_string(entry.status) ||
         equal_ignoring_case("AADSTS" + std::to_string(entry.number), which) ||
         equal_ignoring_case(entry.error, which);
}

template <class List, class Entry>
List named(std::string_view which, std::span<const Entry> all) {
  List found;
  for (const Entry& entry : all) {
    if (is_named(entry, which)) {
      found.push_back(&entry);
    }
  }
  return found;
}

/// Columns as wide as their widest cell, but for the last.
std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], row[i].size());
    }
  }
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      out += fmt::format("{:{}}  ", row[i], widths[i]);
    }
    out += row.back() + '\n';
  }
  return out;
}

std::string entries_table(const Entries& entries) {
  std::vector<std::vector<std::string>> rows{{"STATUS", "ID", "CODE", "EVIDENCE"}};
  for (const graph::ErrorEntry* entry : entries) {
    rows.push_back({std::to_string(entry->status), std::string(entry->id),
                    entry->code.empty() ? "-" : std::string(entry->code),
                    std::string(graph::evidence_text(entry->evidence))});
  }
  return table(rows);
}

std::string sign_in_table(const SignInEntries& entries) {
  std::vector<std::vector<std::string>> rows{{"STATUS", "ID", "ERROR", "EVIDENCE"}};
  for (const graph::SignInError* entry : entries) {
    rows.push_back({std::to_string(entry->status), "AADSTS" + std::to_string(entry->number),
                    std::string(entry->error), std::string(graph::evidence_text(entry->evidence))});
  }
  return table(rows);
}

/// The ids and the date stand for any: the text is the same every time.
graph::AnswerStamp example_stamp() {
  return {.request_id = "11111111-2222-3333-4444-555555555555",
          .client_request_id = "66666666-7777-8888-9999-000000000000",
          .wall = Instant(std::chrono::seconds(1'770'801'153))};
}

std::string wire_text(int status, const http::Headers& headers, const std::string& body) {
  std::string out = fmt::format("HTTP/1.1 {} {}\n", status, http::reason_phrase(status));
  for (const http::Header& header : headers) {
    out += header.name + ": " + header.value + '\n';
  }
  return out + '\n' + body + '\n';
}

std::string in_full(const graph::ErrorEntry& entry) {
  const graph::GraphError error = graph::make_error(entry);
  const graph::AnswerStamp stamp = example_stamp();
  return fmt::format("id:       {}\nevidence: {}\nsource:   {}\n\n", entry.id,
                     graph::evidence_text(entry.evidence), entry.source) +
         wire_text(error.status, graph::error_headers(error, stamp),
                   graph::error_body(error, stamp));
}

std::string in_full(const graph::SignInError& entry) {
  const graph::AnswerStamp stamp = example_stamp();
  const std::string body = graph::sign_in_error_body(
      entry,
      {.stamp = stamp, .app = "11111111-2222-3333-4444-555555555555", .tenant = "contoso.example"});
  return fmt::format("id:       AADSTS{}\nevidence: {}\nsource:   {}\n\n", entry.number,
                     graph::evidence_text(entry.evidence), entry.source) +
         wire_text(entry.status, graph::sign_in_headers(graph::SignInAnswer::token, stamp), body);
}

Problem unknown(std::string_view which) {
  std::vector<std::string_view> names;
  for (const graph::ErrorEntry& entry : graph::error_catalogue()) {
    names.push_back(entry.id);
    names.push_back(entry.code);
  }
  const auto nearest = nearest_name(which, names);
  return Problem{
      .message = "no error is named '" + std::string(which) + "'",
      .hint = nearest ? "did you mean " + *nearest + "?" : "graphfault errors lists them all"};
}

}  // namespace

Result<std::string> error_text(std::string_view which) {
  const auto entries = named<Entries>(which, graph::error_catalogue());
  const auto sign_in = named<SignInEntries>(which, graph::sign_in_errors());
  if (entries.empty() && sign_in.empty()) {
    return tl::unexpected(unknown(which));
  }
  if (entries.size() + sign_in.size() == 1) {
    return entries.empty() ? in_full(*sign_in.front()) : in_full(*entries.front());
  }
  std::string out = entries.empty() ? "" : entries_table(entries);
  if (!sign_in.empty()) {
    out += (out.empty() ? "" : "\n") + sign_in_table(sign_in);
  }
  return out;
}

}  // namespace graphfault::app
