// SPDX-License-Identifier: MIT
// A service that answers from a script and keeps what it was asked.
#pragma once

#include "wire/json.hpp"
#include "wire/transport.hpp"

#include <deque>
#include <string>
#include <vector>

namespace graphclient::testing {

/// Requests to .../oauth2/v2.0/token are answered by the token script (a good token where it is
/// empty), all others by the script. A request beyond the script gets a 599.
class ScriptedTransport final : public Transport {
 public:
  tl::expected<Reply, BrokenConnection> send(const Request& request) override;

  ScriptedTransport& then(Reply reply);
  ScriptedTransport& then_break(bool connected = true);
  ScriptedTransport& then_distrust();
  ScriptedTransport& then_token(Reply reply);
  ScriptedTransport& then_token_break();

  std::vector<Request> requests{};        ///< those to Graph
  std::vector<Request> token_requests{};  ///< those for a token

 private:
  using Answer = tl::expected<Reply, BrokenConnection>;
  std::deque<Answer> script_{};
  std::deque<Answer> token_script_{};
};

Reply json_reply(int status, const std::string& body, Headers headers = {});
/// An error in Graph's shape.
Reply error_reply(int status, const std::string& code, Headers headers = {});
/// A page with one user per id.
Reply page_reply(const std::vector<std::string>& ids, const std::string& next_link = {});
Reply token_reply(const std::string& token, int expires_in);
/// WWW-Authenticate with these claims.
Headers claims_header(const std::string& base64);
/// A $batch's answer from the text of its responses list.
Reply batch_reply(const std::string& responses);

}  // namespace graphclient::testing
