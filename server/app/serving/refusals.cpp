// SPDX-License-Identifier: MIT
#include "app/serving/refusals.hpp"

namespace graphfault::app {
namespace {

engine::RefusedRequest bad_request(const char* message) {
  return {.status = 400, .code = "BadRequest", .message = message};
}

engine::RefusedRequest malformed(const http::Request& partial) {
  return partial.target.empty()
             ? bad_request(
                   "The request line could not be read: it must be a method, a target and "
                   "HTTP/1.1, with one space between them; a space in the target is written %20.")
             : bad_request(
                   "The request could not be read: its headers, its length or its chunks are not "
                   "valid HTTP/1.1.");
}

}  // namespace

engine::RefusedRequest refused_request(net::Refusal refusal, const http::Request& partial) {
  switch (refusal) {
    case net::Refusal::malformed:
      return malformed(partial);
    case net::Refusal::bad_host:
      return bad_request(
          "The request needs exactly one Host header: a host, with or without a port.");
    case net::Refusal::bad_gzip:
      return bad_request("The request's Content-Encoding says gzip, but its body is not gzip.");
    case net::Refusal::uri_too_long:
      return {.status = 414, .code = {}, .message = "The request URI is longer than 16 KiB."};
    case net::Refusal::headers_too_large:
      return {.status = 431,
              .code = {},
              .message = "The request's headers are larger than 32 KiB, or more than 100."};
    case net::Refusal::body_too_large:
      return {.status = 413, .code = {}, .message = "The request's body is larger than 4 MiB."};
    case net::Refusal::unsupported_encoding:
      return {.status = 415,
              .code = {},
              .message = "The request's Content-Encoding is not supported; only gzip is."};
    case net::Refusal::timeout:
      return {.status = 408, .code = {}, .message = "The request did not arrive in time."};
    case net::Refusal::too_many_connections:
      return {.status = 503, .code = {}, .message = "Too many connections are open."};
    case net::Refusal::overloaded:
      return {.status = 503,
              .code = {},
              .message = "Too many request bodies are being received at once."};
    case net::Refusal::tls_on_plain_port:
      return bad_request(
          "This port speaks plain HTTP, but the client sent a TLS handshake; call it with "
          "http://.");
    case net::Refusal::plain_on_tls_port:
      return bad_request(
          "This port speaks HTTPS, but the client sent plain HTTP; call it with https://.");
    case net::Refusal::nested_tunnel:
      return bad_request("A CONNECT inside the tunnel of another CONNECT is not supported.");
    case net::Refusal::connect_without_port:
      return bad_request("A CONNECT must name a host and a port, such as graph.microsoft.com:443.");
    case net::Refusal::forbidden_host:
      break;
  }
  return {.status = 403,
          .code = "Forbidden",
          .message =
              "As a proxy graphfault answers only for Microsoft Graph and its sign-in hosts, and "
              "never contacts another machine: " +
              partial.host +
              " is not one of them. Add it to NO_PROXY to bypass the proxy, or to --tls-name to "
              "have graphfault answer for it."};
}

}  // namespace graphfault::app
