// SPDX-License-Identifier: MIT
#include "graph/update.hpp"

#include <utility>

namespace graphclient {
namespace {

constexpr int kMostWrites = 3;

/// The object's ETag: as an annotation, else as a header, else "".
std::string etag_of(const Reply& reply) {
  const std::string annotated = text_of(parse_json(reply.body).value_or(Json()), "@odata.etag");
  return annotated.empty() ? header_or_empty(reply.headers, "ETag") : annotated;
}

Call make_write(const std::string& url, const Json& changes, const std::string& etag) {
  Call call = make_call("PATCH", url);
  call.repeatable = true;  // the values are absolute: writing them twice changes nothing
  call.json_expected = false;
  call.request.body = compact(changes);
  set_header(call.request.headers, "Content-Type", "application/json");
  if (!etag.empty()) {
    set_header(call.request.headers, "If-Match", etag);
  }
  return call;
}

}  // namespace

tl::expected<UpdateOutcome, Failure> update_object(Session& session, const std::string& path,
                                                   const Json& changes) {
  const std::string url = session.url(path);
  const Deadline deadline = session.new_deadline();
  UpdateOutcome outcome;
  while (true) {
    const tl::expected<Reply, Failure> current = session.send(make_call("GET", url), deadline);
    if (!current) {
      return tl::unexpected(current.error());
    }
    const std::string etag = etag_of(*current);
    outcome.guarded = !etag.empty();
    ++outcome.writes;
    tl::expected<Reply, Failure> written = session.send(make_write(url, changes, etag), deadline);
    if (written) {
      outcome.status = written->status;
      return outcome;
    }
    if (written.error().error.status != 412 || outcome.writes == kMostWrites) {
      return tl::unexpected(std::move(written.error()));
    }
    session.observer().note("somebody changed the object in between: reading it again");
  }
}

}  // namespace graphclient
