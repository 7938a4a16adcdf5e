// SPDX-License-Identifier: MIT
#include "verdict/record/sign_in_calls.hpp"

#include "http/target.hpp"

#include <algorithm>
#include <charconv>

namespace graphfault::verdict {

std::string form_field(const Exchange& token_request, std::string_view name) {
  const http::Fields fields = http::parse_fields(token_request.request_body.text);
  return std::string(http::find_field(fields, name).value_or(""));
}

std::optional<Duration> lifetime_of(const Exchange& token_request) {
  const std::string_view body = token_request.response_body.text;
  constexpr std::string_view kMember = "\"expires_in\":";
  const auto at = body.find(kMember);
  if (at == std::string_view::npos) {
    return std::nullopt;
  }
  std::int64_t seconds = 0;
  const std::string_view rest = body.substr(at + kMember.size());
  const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), seconds);
  return fault == std::errc{} ? std::optional<Duration>(std::chrono::seconds(seconds))
                              : std::nullopt;
}

bool is_claims_challenge(const Exchange& exchange) {
  const auto lines = exchange.response_headers.all("WWW-Authenticate");
  return std::ranges::any_of(lines, [](std::string_view line) {
    return line.find("insufficient_claims") != std::string_view::npos;
  });
}

}  // namespace graphfault::verdict
