// SPDX-License-Identifier: MIT
// 412: read the resource again, then write with its new ETag.
#include "verdict/findings/rules.hpp"

namespace graphfault::verdict {
namespace {

/// What its caller sent after the 412 to the same path.
struct After {
  const Exchange* read = nullptr;
  const Exchange* write = nullptr;
};

After after(const Record& record, const Exchange& refused) {
  After found;
  for (const Exchange& request : record.exchanges_between(refused, nullptr)) {
    if (!follows(refused, request) || request.path != refused.path ||
        request.caller.app != refused.caller.app) {
      continue;
    }
    if (!is_read(request)) {
      found.write = &request;
      break;
    }
    if (found.read == nullptr && is_success(request)) {
      found.read = &request;
    }
  }
  return found;
}

/// The tag without `W/` and its quotes.
std::string_view opaque(std::string_view tag) {
  const std::size_t open = tag.find('"');
  const std::size_t close = tag.rfind('"');
  return open == close ? tag : tag.substr(open + 1, close - open - 1);
}

/// True where the write carries the tag that was refused, and the read has not shown it as current.
bool keeps_stale_tag(const Exchange& refused, const After& next) {
  const auto tag = refused.request_headers.find("If-Match");
  if (!tag || next.write->request_headers.find("If-Match") != tag) {
    return false;
  }
  return next.read == nullptr ||
         (next.read->response_headers.find("ETag") != tag &&
          next.read->response_body.text.find(opaque(*tag)) == std::string::npos);
}

}  // namespace

Opinion precondition_refetched(const Record& record) {
  Opinion opinion;
  for (const Exchange* refused : record.requests()) {
    if (refused->status != 412) {
      continue;
    }
    const After next = after(record, *refused);
    if (next.write == nullptr) {
      continue;
    }
    const bool well = next.read != nullptr && !keeps_stale_tag(*refused, next);
    (well ? opinion.kept : opinion.broken)
        .push_back({.sequences = {refused->sequence, next.write->sequence},
                    .text = label(*refused) +
                            (well ? ", read again and written"
                                  : ", written again without reading what had changed")});
  }
  return opinion;
}

}  // namespace graphfault::verdict
