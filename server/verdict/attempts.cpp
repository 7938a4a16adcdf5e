// SPDX-License-Identifier: MIT
#include "verdict/attempts.hpp"

#include <charconv>
#include <map>
#include <set>
#include <string>

namespace graphfault::verdict {
namespace {

/// What attempts of one call have in common.
std::string identity(const Exchange& exchange) {
  const std::string& caller =
      exchange.caller.app.empty() ? exchange.caller.token_id : exchange.caller.app;
  return exchange.method + '\n' + exchange.url + '\n' + exchange.body_hash + '\n' +
         (is_sign_in(exchange) ? std::string{} : caller);
}

/// The number in Retry-Attempt, 0 where there is none. A client that appends repeats the line; the
/// last one counts.
int retry_attempt(const Exchange& exchange) {
  const auto lines = exchange.request_headers.all("Retry-Attempt");
  if (lines.empty()) {
    return 0;
  }
  const std::string_view text = lines.back();
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string_view client_request_id(const Exchange& exchange) {
  return exchange.request_headers.find("client-request-id").value_or("");
}

/// How this client marks its retries, as far as the journal shows.
struct Habits {
  bool numbers_retries = false;  ///< it sends Retry-Attempt
  bool keeps_ids = false;        ///< it repeats client-request-id on a retry
};

Habits habits_of(const std::vector<const Exchange*>& requests) {
  Habits habits;
  std::set<std::string> seen;
  for (const Exchange* request : requests) {
    habits.numbers_retries = habits.numbers_retries || retry_attempt(*request) > 0;
    const std::string_view id = client_request_id(*request);
    if (!id.empty() && !seen.insert(identity(*request) + '\n' + std::string(id)).second) {
      habits.keeps_ids = true;
    }
  }
  return habits;
}

enum class Link { continues, unrelated, perhaps };

Link link(const Exchange& last, const Exchange& next, const Habits& habits) {
  if (!last.left || next.begun < *last.left || is_success(last)) {
    return Link::unrelated;
  }
  if (habits.numbers_retries) {
    return retry_attempt(next) == retry_attempt(last) + 1 ? Link::continues : Link::unrelated;
  }
  if (habits.keeps_ids && !client_request_id(next).empty()) {
    return client_request_id(next) == client_request_id(last) ? Link::continues : Link::unrelated;
  }
  return Link::perhaps;
}

/// The calls of one identity so far.
struct Line {
  std::vector<std::size_t> calls{};
  std::vector<std::size_t> open{};  ///< those that a later request may still continue or overlap
  bool overlapped = false;
};

/// Drops the calls that ended well before `request` began: nothing continues them.
void close_ended(Line& line, const std::vector<Attempts>& calls, const Exchange& request) {
  std::erase_if(line.open, [&](std::size_t index) {
    const Exchange& last = *calls[index].tries.back();
    return is_success(last) && last.left && *last.left <= request.begun;
  });
}

/// The call that `request` continues, or null; notes an overlap on the way.
Attempts* continued_by(const Exchange& request, Line& line, std::vector<Attempts>& calls,
                       const Habits& habits) {
  Attempts* perhaps = nullptr;
  for (const std::size_t index : line.open) {
    Attempts& call = calls[index];
    const Exchange& last = *call.tries.back();
    line.overlapped = line.overlapped || (last.left && request.begun < *last.left);
    const Link answer = link(last, request, habits);
    if (answer == Link::continues) {
      return &call;
    }
    if (answer == Link::perhaps && perhaps == nullptr) {
      perhaps = &call;
    }
  }
  return perhaps;
}

}  // namespace

std::vector<Attempts> group_attempts(const std::vector<const Exchange*>& requests) {
  const Habits habits = habits_of(requests);
  std::vector<Attempts> calls;
  std::map<std::string, Line> lines;
  for (const Exchange* request : requests) {
    Line& line = lines[identity(*request)];
    close_ended(line, calls, *request);
    Attempts* continued = continued_by(*request, line, calls, habits);
    if (continued != nullptr) {
      continued->tries.push_back(request);
      continue;
    }
    line.calls.push_back(calls.size());
    line.open.push_back(calls.size());
    calls.push_back({.tries = {request}});
  }
  for (const auto& [key, line] : lines) {
    const bool told_apart = habits.numbers_retries || habits.keeps_ids;
    for (const std::size_t index : line.calls) {
      calls[index].unclear = line.overlapped && !told_apart;
    }
  }
  return calls;
}

}  // namespace graphfault::verdict
