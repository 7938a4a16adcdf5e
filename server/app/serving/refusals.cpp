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
                   "The request line could not be read: it is a method, a target and HTTP/1.1, "
                   "with one blank between them; a blank in the target is written %20.")
             : bad_request(
                   "The request could not be read: its header lines, its length or its chunks are "
                   "not those of HTTP/1.1.");
}

}  // namespace

engine::RefusedRequest refused_request(net::Refusal refusal, const http::Request& partial) {
  switch (refusal) {
    case net::Refusal::malformed:
      return malformed(partial);
    case net::Refusal::bad_host:
      return bad_request("The request needs one Host header, with a host and perhaps a port.");
    case net::Refusal::bad_gzip:
      return bad_request("The request's body is not the gzip that its Content-Encoding names.");
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
              .message = "The request's Content-Encoding is not supported; gzip is."};
    case net::Refusal::timeout:
      return {.status = 408, .code = {}, .message = "The request did not arrive in time."};
    case net::Refusal::too_many_connections:
      return {.status = 503, .code = {}, .message = "Too many connections are open."};
    case net::Refusal::overloaded:
      return {.status = 503, .code = {}, .message = "Too many requests are being received."};
    case net::Refusal::tls_on_plain_port:
      return bad_request("This port speaks HTTP, but a TLS handshake came; call it with http://.");
    case net::Refusal::plain_on_tls_port:
      return bad_request("This port speaks HTTPS, but plain HTTP came; call it with https://.");
    case net::Refusal::nested_tunnel:
      return bad_request("A CONNECT came inside a CONNECT's tunnel.");
    case net::Refusal::connect_without_port:
      return bad_request("A CONNECT has to name a host and its port: graph.microsoft.com:443.");
    case net::Refusal::forbidden_host:
      break;
  }
  return {.status = 403,
          .code = "Forbidden",
          .message =
              "As a proxy graphfault answers for Microsoft Graph and its sign-in only, and "
              "never contacts another machine: " +
              partial.host +
              " is none of them. Exempt it from the proxy (NO_PROXY), or "
              "name it with --tls-name to have it answered."};
}

}  // namespace graphfault::app
