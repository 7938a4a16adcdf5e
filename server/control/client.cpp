// SPDX-License-Identifier: MIT
#include "control/client.hpp"

#include <httplib.h>

namespace graphfault::control {

Result<ClientReply> call(const std::string& host, std::uint16_t port, const ClientCall& call,
                         std::chrono::milliseconds timeout) {
  httplib::Client client(host, port);
  client.set_connection_timeout(timeout);
  client.set_read_timeout(timeout);
  client.set_write_timeout(timeout);
  client.set_tcp_nodelay(true);
  httplib::Request request;
  request.method = call.method;
  request.path = call.target;
  for (const http::Header& header : call.headers) {
    request.headers.emplace(header.name, header.value);
  }
  request.body = call.body;
  const httplib::Result result = client.send(request);
  if (!result) {
    return fail("no answer from " + host + ":" + std::to_string(port) + " (" +
                httplib::to_string(result.error()) + ")");
  }
  ClientReply reply{.status = result->status, .headers = {}, .body = result->body};
  for (const auto& [name, value] : result->headers) {
    reply.headers.add(name, value);
  }
  return reply;
}

}  // namespace graphfault::control
