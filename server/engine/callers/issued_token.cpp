// SPDX-License-Identifier: MIT
#include "engine/callers/issued_token.hpp"

#include "base/json.hpp"
#include "engine/callers/token_cache.hpp"

#include <chrono>
#include <string>

namespace graphfault::engine {
namespace {

bool is_of_this_second(const TokenBan& ban, Instant now) {
  using std::chrono::floor;
  using std::chrono::seconds;
  return ban.all_since() && floor<seconds>(*ban.all_since()) == floor<seconds>(now);
}

}  // namespace

void spare_issued_token(std::string_view body, Instant now, TokenBan& revoked, TokenBan& expired) {
  if (!is_of_this_second(revoked, now) && !is_of_this_second(expired, now)) {
    return;
  }
  const Result<Json> answer = parse_json(body);
  if (!answer || !answer->is_object()) {
    return;
  }
  const auto token = answer->find("access_token");
  if (token == answer->end() || !token->is_string()) {
    return;
  }
  const std::string id = token_fingerprint(token->get_ref<const std::string&>());
  revoked.spare(id);
  expired.spare(id);
}

}  // namespace graphfault::engine
