// SPDX-License-Identifier: MIT
#include "verdict/record/record.hpp"

#include "base/json.hpp"
#include "base/utf8.hpp"
#include "graph/answers/retry_after.hpp"
#include "http/percent.hpp"
#include "scenario/faults/fault_rows.hpp"
#include "verdict/record/attempts.hpp"
#include "verdict/record/workers.hpp"

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

/// True for what a terminal would obey: C0, DEL, and C1 as UTF-8 has it.
bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  const auto second = static_cast<unsigned char>(character.back());
  return first < ' ' || first == 0x7f || (first == 0xc2 && second < 0xa0);
}

/// At most so many characters of it; what is no text, or no character to be seen, stands as `?`.
std::string printable(std::string_view text, std::size_t most) {
  std::string shown;
  for (std::size_t count = 0; !text.empty(); ++count) {
    if (count == most) {
      return shown += "…";
    }
    const std::size_t length = utf8_sequence(text);
    const std::string_view character = text.substr(0, std::max<std::size_t>(length, 1));
    shown += length == 0 || is_control(character) ? "?" : character;
    text.remove_prefix(character.size());
  }
  return shown;
}

/// Method, path, query and app.
std::string url_key(const Exchange& exchange) {
  return exchange.method + '\n' + exchange.path + '\n' + plain_url(exchange.query) + '\n' +
         exchange.caller.app;
}

/// What the header says counts, whoever wrote it; nothing where it can't be read. A date is left to
/// who wrote it by the tenant's clock.
void read_wait(Exchange& exchange) {
  const auto header = exchange.response_headers.find("Retry-After");
  if (is_success(exchange) || !header) {
    return;
  }
  const auto wait = graph::read_retry_after(*header, exchange.left.value_or(exchange.begun));
  const bool is_date = header->find(':') != std::string_view::npos;
  if (!wait || !is_date || !exchange.retry_after) {
    exchange.retry_after = wait;
  }
}

/// What lies between two places of a list in order of sequence; to its end where `to` is null.
template <class Item>
std::span<const Item> between(const std::vector<Item>& all, const Exchange& from,
                              const Exchange* to) {
  const auto begin = std::ranges::upper_bound(all, from.sequence, {}, &Exchange::sequence);
  const auto end = to == nullptr ? all.end()
                                 : std::ranges::lower_bound(begin, all.end(), to->sequence, {},
                                                            &Exchange::sequence);
  return {begin, end};
}

}  // namespace

Record::Record(std::vector<Exchange> exchanges, const RecordOptions& options)
    : exchanges_(std::move(exchanges)), options_(options) {
  for (Exchange& exchange : exchanges_) {
    if (const Exchange* batch = exchange.parent == 0 ? nullptr : find(exchange.parent)) {
      exchange.left = batch->left;
    }
    read_wait(exchange);
    if (exchange.surface == graph::Surface::handshake) {
      ++handshakes_;
      continue;
    }
    same_url_[url_key(exchange)].requests.push_back(&exchange);
    if (exchange.parent == 0) {
      requests_.push_back(&exchange);
    } else {
      operations_[exchange.parent].push_back(&exchange);
    }
  }
  for (auto& [key, same] : same_url_) {
    const bool has_operation = std::ranges::any_of(
        same.requests, [](const Exchange* request) { return request->parent != 0; });
    same.may_be_of_workers = has_operation && may_be_workers(same.requests, options_.tolerance);
  }
  pages_ = pages_of(exchanges_);
  calls_ = group_attempts(requests_, options_.tolerance);
  for (const Attempts& call : calls_) {
    if (!call.unclear) {
      clear_calls_.push_back(&call);
    }
  }
}

std::span<const Exchange* const> Record::requests_between(const Exchange& from,
                                                          const Exchange* to) const {
  return between(requests_, from, to);
}

std::span<const Exchange> Record::exchanges_between(const Exchange& from,
                                                    const Exchange* to) const {
  return between(exchanges_, from, to);
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
  const auto& same = same_url_.find(url_key(operation))->second.requests;
  const auto later = std::ranges::upper_bound(same, operation.sequence, {}, &Exchange::sequence);
  const auto next = std::find_if(later, same.end(), [&](const Exchange* other) {
    return other->parent != operation.parent && other->body_hash == operation.body_hash &&
           follows(operation, *other);
  });
  return next == same.end() ? nullptr : *next;
}

bool Record::asked_again(const Exchange& answer) const {
  const auto& same = same_url_.find(url_key(answer))->second.requests;
  return carrier(*same.back()) != carrier(answer) && follows(answer, *same.back());
}

bool Record::may_be_of_workers(const Exchange& operation) const {
  return same_url_.find(url_key(operation))->second.may_be_of_workers;
}

bool Record::still_waiting(const Exchange& answer) const {
  if (options_.ended) {
    return false;
  }
  const Instant left = answer.left.value_or(answer.begun);
  return options_.now < left + answer.retry_after.value_or(Duration{}) + options_.grace;
}

std::string request_key(const Exchange& exchange) {
  return url_key(exchange) + '\n' + exchange.body_hash;
}

std::uint64_t carrier(const Exchange& exchange) {
  return exchange.parent == 0 ? exchange.sequence : exchange.parent;
}

bool follows(const Exchange& answer, const Exchange& next) {
  return answer.left && next.begun >= *answer.left && next.sequence > answer.sequence;
}

Duration waited(const Exchange& answer, const Exchange& next) {
  if (!answer.left) {
    return {};
  }
  const Duration moved_on = next.tenant_begun - answer.tenant_begun - (next.begun - answer.begun);
  return std::max(next.begun - *answer.left + std::max(moved_on, Duration{}), Duration{});
}

bool is_sign_in(const Exchange& exchange) { return exchange.surface == graph::Surface::sign_in; }

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

bool awaits_user(const Exchange& answer) {
  return answer.code == "authorization_pending" || answer.code == "slow_down";
}

bool is_read(const Exchange& exchange) {
  return exchange.method == "GET" || exchange.method == "HEAD" || exchange.method == "OPTIONS";
}

bool has_broken_body(const Exchange& exchange) {
  const scenario::FaultRow* const fault = scenario::find_fault_row(exchange.fault);
  return exchange.aborted || (fault != nullptr && fault->spoils_body);
}

std::optional<std::string> next_link(const Exchange& exchange) {
  return is_success(exchange) && !has_broken_body(exchange) && !is_batch(exchange)
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
  std::string target = exchange.path;
  if (!exchange.query.empty()) {
    target.append("?").append(exchange.query);
  }
  std::string text = "#" + std::to_string(exchange.sequence) + " ";
  text.append(printable(exchange.method, kTargetShown)).append(" ");
  text.append(printable(target, kTargetShown)).append(": ");
  if (exchange.status != 0) {
    return text += std::to_string(exchange.status);
  }
  return text += exchange.fault.empty() ? "no answer" : exchange.fault;
}

}  // namespace graphfault::verdict
