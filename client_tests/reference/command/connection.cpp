// SPDX-License-Identifier: MIT
#include "command/connection.hpp"

#include "sign_in/client_credentials.hpp"
#include "wire/httplib_transport.hpp"

namespace graphclient {
namespace {

std::string without_trailing_slash(std::string url) {
  while (url.ends_with('/')) {
    url.pop_back();
  }
  return url;
}

std::unique_ptr<TokenSource> make_tokens(const ConnectionOptions& options, Courier& courier) {
  if (!options.token.empty()) {
    return std::make_unique<FixedToken>(options.token);
  }
  Credentials credentials;
  credentials.authority =
      without_trailing_slash(options.authority.empty() ? options.url : options.authority);
  credentials.tenant = options.tenant;
  credentials.client_id = options.client_id;
  credentials.client_secret = options.client_secret;
  return std::make_unique<ClientCredentials>(courier, std::move(credentials));
}

}  // namespace

Connection::Connection(const ConnectionOptions& options, Observer& observer)
    : transport_(make_httplib_transport({.read = options.read_timeout})),
      clock_(make_system_clock()),
      random_(make_system_random()),
      courier_({*transport_, *clock_, *random_, observer}, options.patience),
      tokens_(make_tokens(options, courier_)),
      session_(courier_, *tokens_, options.url) {}

}  // namespace graphclient
