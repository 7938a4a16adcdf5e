// SPDX-License-Identifier: MIT
// Calls to Graph with a token: signs in, answers one claims challenge, renews once on a 401,
// follows redirects.
#pragma once

#include "call/courier.hpp"
#include "sign_in/token_source.hpp"

#include <string>
#include <string_view>

namespace graphclient {

class Session {
 public:
  /// `base_url` is the service's root, without version: https://graph.microsoft.com. All references
  /// outlive the session. One thread at a time.
  Session(Courier& courier, TokenSource& tokens, std::string base_url);

  /// The total time of an operation that starts now.
  Deadline new_deadline() const;
  /// The 2xx answer, or why there is none. A URL of another origin than base_url is refused before
  /// anything is sent, because the token is not for it.
  tl::expected<Reply, Failure> send(const Call& call, const Deadline& deadline);
  /// The absolute URL of a path; `/v1.0` is put before one that names no version. An absolute URL
  /// stays as it is.
  std::string url(std::string_view path) const;

  Courier& courier() const { return courier_; }
  Observer& observer() const { return courier_.environment().observer; }

 private:
  struct Recoveries;
  tl::expected<Reply, Failure> send_signed(Call call, const Deadline& deadline);
  bool recover(const ServiceError& error, Recoveries& done);

  Courier& courier_;
  TokenSource& tokens_;
  std::string base_url_;
};

}  // namespace graphclient
