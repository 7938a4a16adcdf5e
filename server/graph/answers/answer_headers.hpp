// SPDX-License-Identifier: MIT
// The headers of every Graph answer, in the order of the captures (wire contract, section 1.3).
// Content-Length, Transfer-Encoding, Content-Encoding and Connection are net/'s.
#pragma once

#include "graph/answers/answer_stamp.hpp"
#include "graph/errors/graph_error.hpp"
#include "http/headers.hpp"

#include <string_view>

namespace graphfault::graph {

/// `application/json;odata.metadata=minimal;...`, of a successful JSON answer.
std::string_view success_content_type();

/// Of an error: Content-Type, Vary, Strict-Transport-Security, Cache-Control (429 only),
/// request-id, client-request-id, x-ms-ags-diagnostic, the error's own (WWW-Authenticate,
/// Retry-After, ...), Date. An own header takes the place of a standard one of the same name.
http::Headers error_headers(const GraphError& error, const AnswerStamp& stamp);

/// Of a success: the answer's own first (Content-Type, OData-Version, ETag, Location ... as
/// emulation gave them; Cache-Control `no-cache` is put in where it gave none), then the same
/// standard ones.
http::Headers success_headers(http::Headers own, const AnswerStamp& stamp);

/// A scenario's `reply`: request-id, client-request-id,
/// x-ms-ags-diagnostic, Strict-Transport-Security and Date, each only where the reply has none of
/// its own. The reply's keep their spelling, order and repeats, and come first.
http::Headers reply_headers(http::Headers own, const AnswerStamp& stamp);

/// Those of one operation's error inside a batch: Content-Type and the error's own.
http::Headers batch_error_headers(const GraphError& error);

/// What Graph adds where the request has an Origin.
void add_cors_headers(http::Headers& headers);
/// Of the 200 to an OPTIONS with Access-Control-Request-Method, before add_cors_headers.
http::Headers preflight_headers(const http::Headers& request);

}  // namespace graphfault::graph
