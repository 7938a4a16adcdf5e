// SPDX-License-Identifier: MIT
// 412: read the resource again, then write with its new ETag.
#include "verdict/rules.hpp"

namespace graphfault::verdict {
namespace {

/// What came after the 412 on the same path.
struct After {
  const Exchange* read = nullptr;
  const Exchange* write = nullptr;
};

After after(const Record& record, const Exchange& refused) {
  After found;
  for (const Exchange* request : record.requests()) {
    if (request->sequence <= refused.sequence || request->path != refused.path ||
        found.write != nullptr) {
      continue;
    }
    if (!is_read(*request)) {
      found.write = request;
    } else if (found.read == nullptr && is_success(*request)) {
      found.read = request;
    }
  }
  return found;
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
    const bool same_tag =
        next.write->request_headers.find("If-Match") == refused->request_headers.find("If-Match") &&
        refused->request_headers.contains("If-Match");
    const bool well = next.read != nullptr && !same_tag;
    (well ? opinion.kept : opinion.broken)
        .push_back({.sequences = {refused->sequence, next.write->sequence},
                    .text = label(*refused) +
                            (well ? ", read again and written"
                                  : ", written again without reading what had changed")});
  }
  return opinion;
}

}  // namespace graphfault::verdict
