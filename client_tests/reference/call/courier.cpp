// SPDX-License-Identifier: MIT
#include "call/courier.hpp"

#include "pace/duration_text.hpp"
#include "pace/retry_after.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace graphclient {

/// What one sending came to.
struct Courier::Attempt {
  std::optional<Reply> reply{};  ///< set: done
  Failure failure{};
  bool again = false;  ///< trying again can help
  std::optional<Milliseconds> asked{};
  std::string waiting_for{};
};

namespace {

bool is_readable(const Call& call, const Reply& reply) {
  if (reply.status >= 300 || reply.status == 204 || call.request.method == "HEAD") {
    return true;
  }
  const bool says_json =
      header_or_empty(reply.headers, "Content-Type").find("json") != std::string::npos;
  if (reply.body.empty()) {
    return reply.status != 200 || !call.json_expected;
  }
  return !(says_json || call.json_expected) || parse_json(reply.body).has_value();
}

std::string shown(const Request& request) { return request.method + " " + request.url; }

Failure broken(const Call& call, std::string reason, const ServiceError& error = {}) {
  return {.kind = FailureKind::broken,
          .request = shown(call.request),
          .error = error,
          .reason = std::move(reason)};
}

FailureKind kind_of(const ServiceError& error) {
  const bool challenged = !error.claims.empty() || error.challenge == "insufficient_claims" ||
                          has_code(error, "insufficient_claims");
  const bool sign_in = has_code(error, "interaction_required");
  return (challenged && (error.status == 403 || error.status == 401)) || sign_in
             ? FailureKind::step_up
             : FailureKind::refused;
}

/// A 504 does not tell whether a write happened.
bool may_repeat(const Call& call, const ServiceError& error) {
  return is_temporary(error) && (call.repeatable || error.status != 504);
}

}  // namespace

Call make_call(std::string method, std::string url) {
  const bool repeatable = method == "GET" || method == "HEAD" || method == "PUT" ||
                          method == "DELETE" || method == "OPTIONS";
  Call call{.request = {}, .repeatable = repeatable};
  call.request.method = std::move(method);
  call.request.url = std::move(url);
  return call;
}

bool is_temporary(const ServiceError& error) {
  return error.status == 429 || error.status == 503 || error.status == 504 || error.status == 509 ||
         (error.status == 409 && has_code(error, "Directory_ConcurrencyViolation"));
}

std::string reason_to_wait(const ServiceError& error) {
  switch (error.status) {
    case 409:
      return "another write is in progress";
    case 429:
      return "throttled";
    case 503:
      return "service unavailable";
    case 504:
      return "gateway timeout";
    case 509:
      return "bandwidth used up";
    default:
      return fmt::format("status {}", error.status);
  }
}

Courier::Courier(const Environment& environment, const Patience& patience)
    : environment_(environment), patience_(patience) {}

Courier::Attempt Courier::try_once(const Call& call, int attempt) {
  Request request = call.request;
  set_header(request.headers, "client-request-id", new_guid(environment_.random));
  if (attempt > 1) {
    set_header(request.headers, "Retry-Attempt", std::to_string(attempt - 1));
  }
  const tl::expected<Reply, BrokenConnection> answer = environment_.transport.send(request);
  if (!answer) {
    Failure failure = broken(call, answer.error().reason);
    failure.reached = answer.error().connected;
    return {.failure = std::move(failure),
            .again = answer.error().reason != kUntrusted &&
                     (call.repeatable || !answer.error().connected),
            .waiting_for = "connection broken"};
  }
  const Reply& reply = *answer;
  if (reply.status < 100 || (reply.status < 300 && !is_readable(call, reply))) {
    return {.failure = broken(call, "the answer is cut off or not in the service's format",
                              {.status = reply.status,
                               .request_id = header_or_empty(reply.headers, "request-id")}),
            .again = call.repeatable,
            .waiting_for = "unreadable answer"};
  }
  if (reply.status < 400) {
    return {.reply = reply};
  }
  const ServiceError error = read_error(reply);
  return {.failure = {.kind = kind_of(error), .request = shown(request), .error = error},
          .again = may_repeat(call, error),
          .asked = retry_after(reply.headers, environment_.clock.now()),
          .waiting_for = reason_to_wait(error)};
}

namespace {

Failure give_up(Failure failure, std::string reason) {
  if (failure.kind != FailureKind::broken) {
    failure.kind = FailureKind::exhausted;
    failure.reason = std::move(reason);
  }
  return failure;
}

}  // namespace

tl::expected<Milliseconds, Failure> Courier::next_wait(const Attempt& tried,
                                                       const Deadline& deadline) {
  const int attempt = tried.failure.attempts;
  if (!tried.again) {
    return tl::unexpected(tried.failure);
  }
  if (attempt >= patience_.max_attempts) {
    return tl::unexpected(
        give_up(tried.failure, fmt::format("still {} at attempt {}", tried.waiting_for, attempt)));
  }
  // "Retry-After: 0" names no wait worth the name: coming back at once only adds to the load.
  const bool named = tried.asked && *tried.asked > Milliseconds(0);
  const Milliseconds wait =
      named ? *tried.asked : back_off(patience_, attempt, environment_.random);
  const Milliseconds left = deadline.left(environment_.clock);
  if (wait >= left) {
    return tl::unexpected(give_up(
        tried.failure,
        fmt::format("{}: the next attempt would have to wait {}, with {} of the allowed time left",
                    tried.waiting_for, shown_duration(wait), shown_duration(left))));
  }
  return wait;
}

tl::expected<Reply, Failure> Courier::deliver(const Call& call, const Deadline& deadline) {
  for (int attempt = 1;; ++attempt) {
    Attempt tried = try_once(call, attempt);
    if (tried.reply) {
      return std::move(*tried.reply);
    }
    tried.failure.attempts = attempt;
    const tl::expected<Milliseconds, Failure> wait = next_wait(tried, deadline);
    if (!wait) {
      return tl::unexpected(wait.error());
    }
    pause(environment_, tried.waiting_for, *wait);
  }
}

}  // namespace graphclient
