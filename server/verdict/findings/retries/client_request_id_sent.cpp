// SPDX-License-Identifier: MIT
// R14: each request carries a client-request-id of its own.
#include "verdict/findings/rules.hpp"

#include <map>

namespace graphfault::verdict {

Opinion client_request_id_sent(const Record& record) {
  Opinion opinion;
  std::map<std::string, const Exchange*, std::less<>> seen;
  for (const Attempts& call : record.calls()) {
    const Exchange& first = *call.tries.front();
    if (is_sign_in(first) || first.method == "OPTIONS") {
      continue;
    }
    const auto id = first.request_headers.find("client-request-id");
    if (!id || id->empty()) {
      opinion.broken.push_back(
          {.sequences = {first.sequence}, .text = label(first) + ", without client-request-id"});
      continue;
    }
    const auto [other, fresh] = seen.emplace(*id, &first);
    if (fresh) {
      opinion.kept.push_back({.sequences = {first.sequence}, .text = label(first)});
    } else {
      opinion.broken.push_back(
          {.sequences = {other->second->sequence, first.sequence},
           .text = label(first) + ", with the client-request-id of another call"});
    }
  }
  return opinion;
}

}  // namespace graphfault::verdict
