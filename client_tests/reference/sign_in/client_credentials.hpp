// SPDX-License-Identifier: MIT
#pragma once

#include "call/courier.hpp"
#include "sign_in/token_source.hpp"

#include <optional>
#include <string>

namespace graphclient {

struct Credentials {
  std::string authority{};  ///< https://login.microsoftonline.com or the like, without a tenant
  std::string tenant{};
  std::string client_id{};
  std::string client_secret{};
  std::string scope = "https://graph.microsoft.com/.default";
};

/// OAuth's client-credentials grant. A token is kept until shortly before it expires (five minutes,
/// or a fifth of a short life).
class ClientCredentials final : public TokenSource {
 public:
  ClientCredentials(Courier& courier, Credentials credentials);

  tl::expected<std::string, Failure> token(const Deadline& deadline) override;
  bool renew(const std::string& claims) override;

 private:
  struct Token {
    std::string text{};
    Instant renew_at{};
    Instant expires_at{};
  };
  tl::expected<Token, Failure> request(const Deadline& deadline);
  Call make_request() const;

  Courier& courier_;
  Credentials credentials_;
  std::string challenge_{};  ///< the last claims asked for: they hold for later tokens too
  std::optional<Token> kept_{};
};

}  // namespace graphclient
