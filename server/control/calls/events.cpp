// SPDX-License-Identifier: MIT
#include "control/calls/resources.hpp"
#include "control/events/event_feed.hpp"

#include <fmt/format.h>

namespace graphfault::control {

Reply get_events(const Call& call, Subject& subject) {
  Reply reply{.content_type = "text/event-stream"};
  if (call.method == "HEAD") {
    return reply;
  }
  reply.events = subject.events.subscribe(call.last_event_id);
  if (reply.events == nullptr) {
    return error_reply(
        503, fmt::format("{} listeners are connected already", EventFeed::kMostStreams),
        "close a live page or another listener, or poll GET /tenants/{t}/journal?since=");
  }
  return reply;
}

}  // namespace graphfault::control
