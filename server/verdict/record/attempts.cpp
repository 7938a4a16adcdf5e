// SPDX-License-Identifier: MIT
#include "verdict/record/attempts.hpp"

#include "verdict/record/habits.hpp"
#include "verdict/record/workers.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace graphfault::verdict {
namespace {

enum class Link { continues, unrelated, perhaps };

/// What a numbered retry says: SDKs number what they repeat by themselves, but neither the call
/// that comes after a new sign-in nor what the program around them repeats.
Link link_by_number(const Exchange& last, const Exchange& next) {
  const int before = retry_attempt(last);
  const int number = retry_attempt(next);
  if (number == before + 1) {
    return Link::continues;
  }
  const bool unnumbered = number == 0 || number == before;
  return unnumbered && !is_transient(last) ? Link::perhaps : Link::unrelated;
}

Link link_by_id(const Exchange& last, const Exchange& next, const Habits& habits) {
  const std::string_view id = habits.call_id(next);
  if (id.empty()) {
    return Link::perhaps;
  }
  if (id == habits.call_id(last)) {
    return Link::continues;
  }
  const bool other_token = last.caller.token_id != next.caller.token_id;
  const bool renewed = other_token && (last.status == 401 || last.status == 403);
  return renewed ? Link::perhaps : Link::unrelated;
}

Link link(const Exchange& last, const Exchange& next, const Habits& habits) {
  if (!follows(last, next) || is_success(last)) {
    return Link::unrelated;
  }
  const Link by_number = habits.numbers_retries() ? link_by_number(last, next) : Link::perhaps;
  return by_number == Link::perhaps && habits.keeps_ids() ? link_by_id(last, next, habits)
                                                          : by_number;
}

/// The calls of one identity so far.
struct Line {
  std::vector<const Exchange*> requests{};
  std::vector<std::size_t> calls{};
  std::vector<std::size_t> open{};  ///< those that a later request may still continue or overlap
  bool overlapped = false;
};

/// Drops the calls that ended well before `request` began: nothing continues them.
void close_ended(Line& line, const std::vector<Attempts>& calls, const Exchange& request) {
  std::erase_if(line.open, [&](std::size_t index) {
    const Exchange& last = *calls[index].tries.back();
    return is_success(last) && follows(last, request);
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

bool came_early(const Attempts& call, Duration tolerance) {
  for (std::size_t i = 0; i + 1 < call.tries.size(); ++i) {
    const Exchange& answer = *call.tries[i];
    const Duration due = answer.retry_after.value_or(kImmediate);
    if (is_transient(answer) && waited(answer, *call.tries[i + 1]) + tolerance < due) {
      return true;
    }
  }
  return false;
}

bool is_unclear(const Line& line, const std::vector<Attempts>& calls, const Habits& habits,
                Duration tolerance) {
  if (habits.numbers_retries() || habits.keeps_ids()) {
    return false;
  }
  return line.overlapped ||
         (std::ranges::any_of(
              line.calls, [&](std::size_t call) { return came_early(calls[call], tolerance); }) &&
          may_be_workers(line.requests, tolerance));
}

/// The habits at Graph and at sign-in: two libraries of one client.
struct Surfaces {
  Habits graph{};
  Habits sign_in{};

  Habits& of(const Exchange& exchange) { return is_sign_in(exchange) ? sign_in : graph; }
};

}  // namespace

std::vector<Attempts> group_attempts(const std::vector<const Exchange*>& requests,
                                     Duration tolerance) {
  Surfaces habits;
  std::map<std::string, Line> lines;
  std::vector<Line*> line_of;
  for (const Exchange* request : requests) {
    const auto at = lines.try_emplace(identity(*request)).first;
    habits.of(*request).note(*request, at->first);
    at->second.requests.push_back(request);
    line_of.push_back(&at->second);
  }
  std::vector<Attempts> calls;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    Line& line = *line_of[i];
    close_ended(line, calls, *requests[i]);
    Attempts* continued = continued_by(*requests[i], line, calls, habits.of(*requests[i]));
    if (continued != nullptr) {
      continued->tries.push_back(requests[i]);
      continue;
    }
    line.calls.push_back(calls.size());
    line.open.push_back(calls.size());
    calls.push_back({.tries = {requests[i]}});
  }
  for (const auto& [key, line] : lines) {
    const bool unclear = is_unclear(line, calls, habits.of(*line.requests.front()), tolerance);
    for (const std::size_t index : line.calls) {
      calls[index].unclear = unclear;
    }
  }
  return calls;
}

}  // namespace graphfault::verdict
