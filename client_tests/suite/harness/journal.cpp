// SPDX-License-Identifier: MIT
#include "harness/journal.hpp"

#include "pace/duration_text.hpp"
#include "pace/retry_after.hpp"
#include "wire/headers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace graphclient::suite {
namespace {

int digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  if (at + count <= text.size()) {
    std::from_chars(text.data() + at, text.data() + at + count, value);
  }
  return value;
}

/// 2026-01-15T00:00:00.123Z
Instant read_time(const std::string& text) {
  namespace chrono = std::chrono;
  const chrono::sys_days day =
      chrono::year(digits(text, 0, 4)) / digits(text, 5, 2) / digits(text, 8, 2);
  return Instant(day) + chrono::hours(digits(text, 11, 2)) + chrono::minutes(digits(text, 14, 2)) +
         chrono::seconds(digits(text, 17, 2)) + Milliseconds(digits(text, 20, 3));
}

Json part(const Json& object, const char* name) {
  const Json* found = member(object, name);
  return found == nullptr ? Json() : *found;
}

int number(const Json& object, const char* name) {
  const Json* found = member(object, name);
  return found != nullptr && found->is_number_integer() ? found->get<int>() : 0;
}

std::optional<Milliseconds> asked(const Json& response) {
  Headers headers;
  for (const Json& line : part(response, "headers")) {
    headers.push_back({.name = text_of(line, "name"), .value = text_of(line, "value")});
  }
  return retry_after(headers, {});
}

void read_times(const Json& exchange, Entry& entry) {
  entry.begun = read_time(text_of(exchange, "tenantBegun"));
  const std::string left = text_of(exchange, "left");
  const Instant wall = read_time(text_of(exchange, "begun"));
  entry.left = left.empty() ? entry.begun : read_time(left) + (entry.begun - wall);
}

Entry read_entry(const Json& exchange) {
  const Json request = part(exchange, "request");
  const Json response = part(exchange, "response");
  const Json played = part(exchange, "played");
  Entry entry{.method = text_of(request, "method"),
              .path = text_of(request, "path"),
              .query = text_of(request, "query"),
              .status = number(response, "status"),
              .code = text_of(response, "code"),
              .fault = text_of(response, "fault"),
              .rule = number(played, "rule"),
              .step = number(played, "step"),
              .repeated = part(played, "repeated") == Json(true),
              .operation = text_of(exchange, "operation"),
              .caller_state = text_of(part(exchange, "caller"), "state")};
  read_times(exchange, entry);
  entry.retry_after = asked(response);
  entry.request_headers = part(request, "headers");
  entry.request_body = text_of(part(request, "body"), "text");
  entry.response_headers = part(response, "headers");
  entry.response_body = text_of(part(response, "body"), "text");
  for (const Json& operation : part(exchange, "operations")) {
    entry.operations.push_back(read_entry(operation));
  }
  return entry;
}

std::string first_value(const Json& headers, const std::string& name) {
  for (const Json& header : headers) {
    if (same_name(text_of(header, "name"), name)) {
      return text_of(header, "value");
    }
  }
  return {};
}

bool is_token_call(const Entry& entry) { return entry.path.ends_with("/oauth2/v2.0/token"); }

bool is_same_call(const Entry& one, const Entry& other) {
  return one.method == other.method && one.path == other.path && one.query == other.query;
}

}  // namespace

std::string Entry::request_header(const std::string& name) const {
  return first_value(request_headers, name);
}

std::string Entry::response_header(const std::string& name) const {
  return first_value(response_headers, name);
}

std::string Entry::line() const {
  std::string text = fmt::format("{} {} {}", method, path, status);
  if (rule > 0) {
    text += fmt::format(" rule {} step {}", rule, step);
  }
  return text + (repeated ? " early" : "");
}

Journal read_journal(const Json& answer) {
  Journal journal;
  for (const Json& exchange : part(answer, "exchanges")) {
    journal.push_back(read_entry(exchange));
  }
  return journal;
}

Journal graph_calls(const Journal& journal) {
  Journal out;
  std::copy_if(journal.begin(), journal.end(), std::back_inserter(out),
               [](const Entry& entry) { return !is_token_call(entry); });
  return out;
}

Journal token_calls(const Journal& journal) {
  Journal out;
  std::copy_if(journal.begin(), journal.end(), std::back_inserter(out), is_token_call);
  return out;
}

std::vector<std::string> lines(const Journal& journal) {
  std::vector<std::string> out;
  for (const Entry& entry : journal) {
    out.push_back(entry.line());
  }
  return out;
}

Milliseconds wait_between(const Entry& answer, const Entry& next) {
  return next.begun - answer.left;
}

::testing::AssertionResult waits_kept(const Journal& journal) {
  for (auto answer = journal.begin(); answer != journal.end(); ++answer) {
    if (answer->repeated) {
      return ::testing::AssertionFailure() << answer->line() << ": came too early";
    }
    const auto next = std::find_if(answer + 1, journal.end(), [&answer](const Entry& entry) {
      return is_same_call(entry, *answer);
    });
    if (!answer->retry_after || next == journal.end()) {
      continue;
    }
    // The journal's times are cut to milliseconds.
    if (wait_between(*answer, *next) + Milliseconds(1) < *answer->retry_after) {
      return ::testing::AssertionFailure()
             << answer->line() << " asked for " << shown_duration(*answer->retry_after)
             << ", the next came after " << shown_duration(wait_between(*answer, *next));
    }
  }
  return ::testing::AssertionSuccess();
}

}  // namespace graphclient::suite
