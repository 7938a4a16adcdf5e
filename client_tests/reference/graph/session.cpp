// SPDX-License-Identifier: MIT
#include "graph/session.hpp"

#include "wire/url.hpp"

#include <utility>

namespace graphclient {

/// Each remedy is tried once per call: a second need for it means that it does not help.
struct Session::Recoveries {
  bool renewed = false;
  bool answered = false;
};

namespace {

constexpr int kMostRedirects = 5;

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool names_version(std::string_view path) {
  return path == "/v1.0" || path == "/beta" || path.starts_with("/v1.0/") ||
         path.starts_with("/beta/") || path.starts_with("/v1.0?") || path.starts_with("/beta?");
}

Failure refusal(const Call& call, std::string reason, int status = 0) {
  return {.kind = FailureKind::refused,
          .request = call.request.method + " " + call.request.url,
          .error = {.status = status},
          .reason = std::move(reason)};
}

}  // namespace

Session::Session(Courier& courier, TokenSource& tokens, std::string base_url)
    : courier_(courier), tokens_(tokens), base_url_(std::move(base_url)) {
  while (base_url_.ends_with('/')) {
    base_url_.pop_back();
  }
}

Deadline Session::new_deadline() const {
  return {courier_.environment().clock, courier_.patience().max_time};
}

std::string Session::url(std::string_view path) const {
  if (parse_url(path)) {
    return std::string(path);
  }
  std::string out = base_url_;
  const std::string rooted = (path.starts_with('/') ? "" : "/") + std::string(path);
  out += names_version(rooted) ? "" : "/v1.0";
  return out + rooted;
}

bool Session::recover(const ServiceError& error, Recoveries& done) {
  bool& tried = error.claims.empty() ? done.renewed : done.answered;
  if (error.status != 401 || tried) {
    return false;
  }
  tried = true;
  if (!tokens_.renew(error.claims)) {
    return false;
  }
  observer().note(error.claims.empty() ? "the token was refused: signing in again"
                                       : "claims challenge: signing in again with its claims");
  return true;
}

tl::expected<Reply, Failure> Session::send_signed(Call call, const Deadline& deadline) {
  Recoveries done;
  while (true) {
    const tl::expected<std::string, Failure> token = tokens_.token(deadline);
    if (!token) {
      return tl::unexpected(token.error());
    }
    set_header(call.request.headers, "Authorization", "Bearer " + *token);
    tl::expected<Reply, Failure> reply = courier_.deliver(call, deadline);
    if (reply || !recover(reply.error().error, done)) {
      return reply;
    }
  }
}

tl::expected<Reply, Failure> Session::send(const Call& call, const Deadline& deadline) {
  Call current = call;
  for (int hops = 0;; ++hops) {
    if (!same_origin(current.request.url, base_url_)) {
      return tl::unexpected(
          refusal(current, "this leads to another host, which the token is not meant for"));
    }
    tl::expected<Reply, Failure> reply = send_signed(current, deadline);
    if (!reply || !is_redirect(reply->status)) {
      return reply;
    }
    const std::optional<std::string> next =
        resolve_url(current.request.url, header_or_empty(reply->headers, "Location"));
    if (!next || hops == kMostRedirects || current.request.method != "GET") {
      return tl::unexpected(refusal(current, "a redirect that can't be followed", reply->status));
    }
    current.request.url = *next;
  }
}

}  // namespace graphclient
