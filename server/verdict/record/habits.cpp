// SPDX-License-Identifier: MIT
#include "verdict/record/habits.hpp"

#include <charconv>

namespace graphfault::verdict {
namespace {

std::string_view client_request_id(const Exchange& exchange) {
  return exchange.request_headers.find("client-request-id").value_or("");
}

}  // namespace

std::string identity(const Exchange& exchange) {
  const std::string& caller =
      exchange.caller.app.empty() ? exchange.caller.token_id : exchange.caller.app;
  return exchange.method + '\n' + exchange.url + '\n' + exchange.body_hash + '\n' +
         (is_sign_in(exchange) ? std::string{} : caller);
}

int retry_attempt(const Exchange& exchange) {
  const auto lines = exchange.request_headers.all("Retry-Attempt");
  if (lines.empty()) {
    return 0;
  }
  const std::string_view text = lines.back();
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void Habits::note(const Exchange& request, const std::string& identity) {
  numbers_retries_ = numbers_retries_ || retry_attempt(request) > 0;
  const std::string_view id = client_request_id(request);
  if (id.empty()) {
    return;
  }
  const auto [at, fresh] = ids_.try_emplace(std::string(id));
  Use& use = at->second;
  const bool was_kept = use.repeated && !use.shared;
  if (fresh) {
    use.identity = identity;
  } else if (use.identity != identity || !follows(*use.last, request) || is_success(*use.last)) {
    use.shared = true;
  } else {
    use.repeated = true;
  }
  use.last = &request;
  const bool is_kept = use.repeated && !use.shared;
  kept_ids_ += is_kept && !was_kept ? 1U : 0U;
  kept_ids_ -= was_kept && !is_kept ? 1U : 0U;
}

std::string_view Habits::call_id(const Exchange& request) const {
  const std::string_view id = client_request_id(request);
  const auto at = ids_.find(id);
  return at == ids_.end() || at->second.shared ? std::string_view{} : id;
}

}  // namespace graphfault::verdict
