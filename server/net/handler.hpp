// SPDX-License-Identifier: MIT
// What the wire asks of the product: the one interface between net/ and app/.
#pragma once

#include "http/message.hpp"
#include "http/wire_plan.hpp"
#include "net/handshake.hpp"

#include <string>
#include <string_view>

namespace graphfault::net {

/// Why net/ itself refuses a request, before there is a whole one.
enum class Refusal {
  malformed,     ///< 400: unreadable head, bad chunks, Content-Length with Transfer-Encoding, two
                 ///< Content-Lengths
  bad_host,      ///< 400: no Host, more than one, or one that is no host
  bad_gzip,      ///< 400: the body is not the gzip that its Content-Encoding names
  uri_too_long,  ///< 414
  headers_too_large,     ///< 431
  body_too_large,        ///< 413
  unsupported_encoding,  ///< 415: a Content-Encoding other than gzip
  timeout,               ///< 408: the request did not arrive in time
  too_many_connections,  ///< 503
  overloaded,            ///< 503: the bodies under way pass Limits::buffered_bytes
  tls_on_plain_port,     ///< 400: a ClientHello on the HTTP port
  plain_on_tls_port,     ///< 400: an HTTP request on the HTTPS port
  forbidden_host,        ///< 403: CONNECT to a host, or an absolute target on one, that the handler
                         ///< does not answer for
  nested_tunnel,         ///< 400: CONNECT inside a CONNECT's tunnel
  connect_without_port,  ///< 400
};

/// Threads: every member is called from any of the I/O threads, and must not block on I/O.
class Handler {
 public:
  Handler() = default;
  Handler(const Handler&) = delete;
  Handler& operator=(const Handler&) = delete;
  virtual ~Handler() = default;

  virtual http::Answer serve(http::Request request) = 0;
  /// The answer to what could not be read, in Graph's shape; `partial` holds what is known of it.
  /// net/ closes after it.
  virtual http::Answer refuse(Refusal refusal, http::Request partial) = 0;
  /// plan.delay is over; the first byte is about to leave. Called only where plan.delay > 0 and the
  /// ticket is set.
  virtual void leaving(const http::Ticket& ticket) = 0;
  /// Called once for every answer with a ticket, after its last byte or its end.
  virtual void sent(const http::Ticket& ticket, const http::Delivery& delivery) = 0;

  /// Whether a proxy's client may call that host (a name or an address, in lower case, without
  /// port): what it asks is answered here, never passed on.
  virtual bool answers_for(std::string_view host) = 0;
  /// The certificate for a client that begins to shake hands.
  virtual Face greet(const Greeting& greeting) = 0;
  /// A handshake came to nothing, but for Face::reset.
  virtual void handshake_failed(const Greeting& greeting, const std::string& why) = 0;
};

}  // namespace graphfault::net
