// SPDX-License-Identifier: MIT
#include "engine/callers/issued_token.hpp"

#include <chrono>

namespace graphfault::engine {
namespace {

void spare(std::string_view token_id, Instant now, TokenBan& ban) {
  using std::chrono::floor;
  using std::chrono::seconds;
  if (ban.all_since() && floor<seconds>(*ban.all_since()) == floor<seconds>(now)) {
    ban.spare(token_id);
  }
}

}  // namespace

void spare_issued_token(std::string_view token_id, Instant now, TokenBan& revoked,
                        TokenBan& expired) {
  if (!token_id.empty()) {
    spare(token_id, now, revoked);
    spare(token_id, now, expired);
  }
}

}  // namespace graphfault::engine
