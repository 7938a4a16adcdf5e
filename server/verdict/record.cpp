// SPDX-License-Identifier: MIT
#include "verdict/record.hpp"

#include "base/json.hpp"
#include "base/letter_case.hpp"
#include "http/percent.hpp"
#include "verdict/attempts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::verdict {
namespace {

/// The JSON string that follows `"name":` in a text that may be cut, unescaped.
std::optional<std::string> member_text(std::string_view body, std::string_view name) {
  const std::string key = fmt::format("\"{}\":", name);
  const auto at = body.find(key);
  if (at == std::string_view::npos) {
    return std::nullopt;
  }
  const auto open = body.find('"', at + key.size());
  if (open == std::string_view::npos) {
    return std::nullopt;
  }
  auto close = open + 1;
  while (close < body.size() && body[close] != '"') {
    close += body[close] == '\\' ? 2U : 1U;
  }
  if (close >= body.size()) {
    return std::nullopt;
  }
  const auto parsed = parse_json(body.substr(open, close - open + 1));
  return parsed ? std::optional(parsed->get<std::string>()) : std::nullopt;
}

}  // namespace

Record::Record(std::vector<Exchange> exchanges, const RecordOptions& options)
    : exchanges_(std::move(exchanges)), options_(options) {
  for (const Exchange& exchange : exchanges_) {
    if (exchange.method == journal::kHandshakeMethod) {
      ++handshakes_;
    } else if (exchange.parent == 0) {
      requests_.push_back(&exchange);
    } else {
      operations_[exchange.parent].push_back(&exchange);
      same_operations_[request_key(exchange)].push_back(&exchange);
    }
  }
  pages_ = pages_of(requests_);
  calls_ = group_attempts(requests_);
  for (const Attempts& call : calls_) {
    if (!call.unclear) {
      clear_calls_.push_back(&call);
    }
  }
}

const Page* Record::page_of(const Exchange& answer) const {
  const auto at = std::ranges::lower_bound(pages_, answer.sequence, {},
                                           [](const Page& page) { return page.answer->sequence; });
  return at != pages_.end() && at->answer == &answer ? &*at : nullptr;
}

const std::vector<const Exchange*>& Record::operations(std::uint64_t batch) const {
  static const std::vector<const Exchange*> none;
  const auto at = operations_.find(batch);
  return at == operations_.end() ? none : at->second;
}

const Exchange* Record::find(std::uint64_t sequence) const {
  const auto at = std::ranges::lower_bound(exchanges_, sequence, {}, &Exchange::sequence);
  return at != exchanges_.end() && at->sequence == sequence ? &*at : nullptr;
}

const Exchange* Record::next_try(const Exchange& operation) const {
  const auto same = same_operations_.find(request_key(operation));
  if (same == same_operations_.end()) {
    return nullptr;
  }
  const auto later =
      std::ranges::upper_bound(same->second, operation.sequence, {}, &Exchange::sequence);
  const auto other = std::find_if(later, same->second.end(),
                                  [&](const Exchange* e) { return e->parent != operation.parent; });
  return other == same->second.end() ? nullptr : *other;
}

Duration Record::waited(const Exchange& answer, const Exchange& next) const {
  if (!answer.left) {
    return {};
  }
  const Instant left_on_tenants_clock = *answer.left + (answer.tenant_begun - answer.begun);
  return std::max(next.tenant_begun - left_on_tenants_clock, Duration{});
}

bool Record::still_waiting(const Exchange& answer) const {
  if (options_.ended) {
    return false;
  }
  const Instant left = answer.left.value_or(answer.begun);
  return options_.now < left + answer.retry_after.value_or(Duration{}) + options_.grace;
}

std::string request_key(const Exchange& exchange) {
  return exchange.method + '\n' + exchange.path + '\n' + plain_url(exchange.query) + '\n' +
         exchange.body_hash + '\n' + exchange.caller.app;
}

bool is_sign_in(const Exchange& exchange) {
  constexpr std::string_view kUserRealm = "/userrealm/";
  return exchange.path.find("/oauth2/") != std::string::npos ||
         exchange.path.find("/.well-known/") != std::string::npos ||
         exchange.path.find("/discovery/") != std::string::npos ||
         // MSAL for Go and .NET write UserRealm.
         equal_ignoring_case(std::string_view(exchange.path).substr(0, kUserRealm.size()),
                             kUserRealm);
}

bool is_token_request(const Exchange& exchange) {
  return exchange.method == "POST" && is_sign_in(exchange) && exchange.path.ends_with("/token");
}

bool is_batch(const Exchange& exchange) {
  return exchange.method == "POST" && exchange.path == "/$batch";
}

bool is_success(const Exchange& exchange) {
  return exchange.status >= 200 && exchange.status < 300;
}

bool is_transient(const Exchange& exchange) {
  return exchange.status == 429 || exchange.status == 503 || exchange.status == 504 ||
         exchange.status == 509;
}

bool is_unclear(const Exchange& exchange) {
  return exchange.status == 0 || exchange.aborted || exchange.status == 500 ||
         exchange.status == 502 || exchange.status == 504;
}

bool is_read(const Exchange& exchange) {
  return exchange.method == "GET" || exchange.method == "HEAD" || exchange.method == "OPTIONS";
}

bool has_broken_body(const Exchange& exchange) {
  return exchange.aborted || exchange.fault == "truncate" || exchange.fault == "malformed" ||
         exchange.fault == "empty" || exchange.fault == "html";
}

std::optional<std::string> next_link(const Exchange& exchange) {
  return is_success(exchange) && !has_broken_body(exchange)
             ? member_text(exchange.response_body.text, "@odata.nextLink")
             : std::nullopt;
}

bool is_empty_page(const Exchange& exchange) {
  return is_success(exchange) &&
         exchange.response_body.text.find("\"value\":[]") != std::string::npos;
}

std::string plain_url(std::string_view url) { return http::percent_decode(url, http::Plus::space); }

std::string label(const Exchange& exchange) {
  constexpr std::size_t kTargetShown = 72;
  std::string text = "#" + std::to_string(exchange.sequence);
  text.append(" ").append(exchange.method).append(" ");
  const std::size_t target = text.size();
  text += exchange.path;
  if (!exchange.query.empty()) {
    text.append("?").append(exchange.query);
  }
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return c < ' ' || c == '\x7f'; }, '?');
  if (text.size() > target + kTargetShown) {
    text.resize(target + kTargetShown);
    text += "…";
  }
  text += ": ";
  if (exchange.status != 0) {
    return text += std::to_string(exchange.status);
  }
  return text += exchange.fault.empty() ? "no answer" : exchange.fault;
}

}  // namespace graphfault::verdict
