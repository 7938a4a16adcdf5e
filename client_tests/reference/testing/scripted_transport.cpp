// SPDX-License-Identifier: MIT
#include "testing/scripted_transport.hpp"

#include <fmt/format.h>

#include <utility>

namespace graphclient::testing {

tl::expected<Reply, BrokenConnection> ScriptedTransport::send(const Request& request) {
  const bool sign_in = request.url.ends_with("/oauth2/v2.0/token");
  (sign_in ? token_requests : requests).push_back(request);
  std::deque<Answer>& script = sign_in ? token_script_ : script_;
  if (script.empty()) {
    return sign_in ? token_reply(fmt::format("token-{}", token_requests.size()), 3599)
                   : error_reply(599, "beyondTheScript");
  }
  Answer answer = std::move(script.front());
  script.pop_front();
  return answer;
}

ScriptedTransport& ScriptedTransport::then(Reply reply) {
  script_.emplace_back(std::move(reply));
  return *this;
}
ScriptedTransport& ScriptedTransport::then_break(bool connected) {
  script_.push_back(
      tl::unexpected(BrokenConnection{.reason = "reset by the script", .connected = connected}));
  return *this;
}
ScriptedTransport& ScriptedTransport::then_distrust() {
  script_.push_back(
      tl::unexpected(BrokenConnection{.reason = std::string(kUntrusted), .connected = false}));
  return *this;
}
ScriptedTransport& ScriptedTransport::then_token(Reply reply) {
  token_script_.emplace_back(std::move(reply));
  return *this;
}
ScriptedTransport& ScriptedTransport::then_token_break() {
  token_script_.push_back(tl::unexpected(BrokenConnection{.reason = "reset by the script"}));
  return *this;
}

Reply json_reply(int status, const std::string& body, Headers headers) {
  headers.push_back({.name = "Content-Type", .value = "application/json"});
  return {.status = status, .headers = std::move(headers), .body = body};
}

Reply error_reply(int status, const std::string& code, Headers headers) {
  return json_reply(status,
                    fmt::format(R"({{"error":{{"code":"{}","message":"m","innerError":{{)"
                                R"("date":"2026-01-15T00:00:00","request-id":"r-1"}}}}}})",
                                code),
                    std::move(headers));
}

Reply page_reply(const std::vector<std::string>& ids, const std::string& next_link) {
  Json page = Json::object();
  page["value"] = Json::array();
  for (const std::string& id : ids) {
    Json user = Json::object();
    user["id"] = id;
    page["value"].push_back(user);
  }
  if (!next_link.empty()) {
    page["@odata.nextLink"] = next_link;
  }
  return json_reply(200, compact(page));
}

Reply token_reply(const std::string& token, int expires_in) {
  return json_reply(200,
                    fmt::format(R"({{"token_type":"Bearer","expires_in":{},"access_token":"{}"}})",
                                expires_in, token));
}

Headers claims_header(const std::string& base64) {
  return {{"WWW-Authenticate",
           R"(Bearer realm="", authorization_uri="https://login.example/common/oauth2/authorize", )"
           R"(error="insufficient_claims", claims=")" +
               base64 + "\""}};
}

Reply batch_reply(const std::string& responses) {
  return json_reply(200, "{\"responses\":" + responses + "}");
}

}  // namespace graphclient::testing
