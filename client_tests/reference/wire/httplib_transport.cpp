// SPDX-License-Identifier: MIT
#include "wire/httplib_transport.hpp"

#include "wire/url.hpp"

#include <httplib.h>

#include <map>
#include <string>
#include <utility>

namespace graphclient {
namespace {

/// Of its certificate or, in newer versions of cpp-httplib, of its name in it.
bool is_of_verification(const std::string& error) {
  return error.find("erification") != std::string::npos;
}

BrokenConnection broken(httplib::Error error) {
  const std::string text = httplib::to_string(error);
  if (is_of_verification(text)) {
    return {.reason = std::string(kUntrusted), .connected = false};
  }
  const bool reached = error != httplib::Error::Connection &&
                       error != httplib::Error::ConnectionTimeout &&
                       error != httplib::Error::SSLConnection;
  if (!reached) {
    return {.reason = "no connection (" + text + ")", .connected = false};
  }
  return {.reason = "the connection broke before the whole answer was there (" + text + ")",
          .connected = true};
}

void set_timeouts(httplib::Client& client, const TransportTimeouts& timeouts) {
  client.set_connection_timeout(timeouts.connect);
  client.set_read_timeout(timeouts.read);
  client.set_write_timeout(timeouts.read);
}

class HttplibTransport final : public Transport {
 public:
  explicit HttplibTransport(const TransportTimeouts& timeouts) : timeouts_(timeouts) {}

  tl::expected<Reply, BrokenConnection> send(const Request& request) override {
    const std::optional<Url> url = parse_url(request.url);
    if (!url) {
      return tl::unexpected(
          BrokenConnection{.reason = "not an absolute URL: " + request.url, .connected = false});
    }
    httplib::Request message;
    message.method = request.method;
    message.path = url->target;
    message.body = request.body;
    for (const Header& header : request.headers) {
      message.headers.emplace(header.name, header.value);
    }
    const httplib::Result result = client_for(url->origin).send(message);
    if (!result) {
      return tl::unexpected(broken(result.error()));
    }
    return reply_of(*result);
  }

 private:
  static Reply reply_of(const httplib::Response& response) {
    Reply reply{.status = response.status, .headers = {}, .body = response.body};
    for (const auto& [name, value] : response.headers) {
      reply.headers.push_back({.name = name, .value = value});
    }
    return reply;
  }

  httplib::Client& client_for(const std::string& origin) {
    std::unique_ptr<httplib::Client>& client = clients_[origin];
    if (!client) {
      client = std::make_unique<httplib::Client>(origin);
      client->set_keep_alive(true);
      client->set_tcp_nodelay(true);
      client->set_follow_location(false);
      client->set_url_encode(false);
      set_timeouts(*client, timeouts_);
    }
    return *client;
  }

  TransportTimeouts timeouts_;
  std::map<std::string, std::unique_ptr<httplib::Client>> clients_{};
};

}  // namespace

std::unique_ptr<Transport> make_httplib_transport(const TransportTimeouts& timeouts) {
  return std::make_unique<HttplibTransport>(timeouts);
}

}  // namespace graphclient
