// SPDX-License-Identifier: MIT
#include "journal/journal.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace graphfault::journal {
namespace {

constexpr std::size_t kAllocation = 16;    // what the allocator adds to a block
constexpr std::size_t kInsideString = 15;  // what a std::string holds without a block

std::size_t bytes_of(const std::string& text) {
  return text.capacity() > kInsideString ? text.capacity() + kAllocation : 0;
}

std::size_t bytes_of(const http::Headers& headers) {
  std::size_t bytes = headers.empty() ? 0 : kAllocation;
  for (const http::Header& line : headers) {
    bytes += sizeof(http::Header) + bytes_of(line.name) + bytes_of(line.value);
  }
  return bytes;
}

std::size_t bytes_of(const std::vector<std::string>& texts) {
  std::size_t bytes = texts.empty() ? 0 : kAllocation;
  for (const std::string& text : texts) {
    bytes += sizeof(std::string) + bytes_of(text);
  }
  return bytes;
}

std::size_t bytes_of(const Exchange& exchange) {
  std::size_t bytes = sizeof(exchange);
  for (const std::string* text :
       {&exchange.operation, &exchange.method, &exchange.url, &exchange.path, &exchange.query,
        &exchange.request_body.text, &exchange.body_hash, &exchange.caller.token_id,
        &exchange.caller.app, &exchange.caller.state, &exchange.code, &exchange.response_body.text,
        &exchange.fault, &exchange.played.scenario, &exchange.played.rule_name,
        &exchange.nearest.rule_name, &exchange.nearest.reason}) {
    bytes += bytes_of(*text);
  }
  return bytes + bytes_of(exchange.depends_on) + bytes_of(exchange.caller.claims) +
         bytes_of(exchange.request_headers) + bytes_of(exchange.response_headers);
}

}  // namespace

void Journal::record(Exchange exchange) {
  const std::size_t bytes = bytes_of(exchange);
  totals_.bytes += bytes;
  ++totals_.recorded;
  const std::size_t place = place_of(exchange.sequence);
  sizes_.insert(sizes_.begin() + static_cast<std::ptrdiff_t>(place), bytes);
  if (place == kept_.size()) {
    kept_.push_back(std::move(exchange));
  } else {
    kept_.insert(kept_.begin() + static_cast<std::ptrdiff_t>(place), std::move(exchange));
  }
  drop_surplus();
}

std::size_t Journal::place_of(std::uint64_t sequence) const {
  if (kept_.empty() || kept_.back().sequence < sequence) {
    return kept_.size();
  }
  // Without gaps, and there are none but while a batch is under way, the number tells the place.
  const std::uint64_t first = kept_.front().sequence;
  const std::uint64_t guess = sequence - std::min(sequence, first);
  if (guess < kept_.size() && kept_[guess].sequence == sequence) {
    return guess;
  }
  const auto found = std::lower_bound(
      kept_.begin(), kept_.end(), sequence,
      [](const Exchange& exchange, std::uint64_t wanted) { return exchange.sequence < wanted; });
  return static_cast<std::size_t>(found - kept_.begin());
}

template <class Act>
void Journal::each_of(std::uint64_t sequence, Act&& act) {
  for (std::size_t place = place_of(sequence); place < kept_.size(); ++place) {
    Exchange& exchange = kept_[place];
    if (exchange.sequence != sequence && exchange.parent != sequence) {
      return;
    }
    act(exchange);
  }
}

void Journal::left(std::uint64_t sequence, Instant when) {
  each_of(sequence, [when](Exchange& exchange) { exchange.left = when; });
}

void Journal::complete(std::uint64_t sequence, const Completion& completion) {
  each_of(sequence, [&](Exchange& exchange) {
    exchange.sent = completion.sent;
    exchange.aborted = completion.aborted;
    exchange.bytes = exchange.sequence == sequence ? completion.bytes : 0;
  });
}

void Journal::clear() {
  last_ = 0;
  totals_ = {};
  kept_.clear();
  kept_.shrink_to_fit();
  sizes_.clear();
  sizes_.shrink_to_fit();
}

std::vector<Exchange> Journal::after(std::uint64_t since) const {
  return {kept_.begin() + static_cast<std::ptrdiff_t>(place_of(since + 1)), kept_.end()};
}

void Journal::limit_to(std::size_t bytes) {
  byte_limit_ = bytes;
  drop_surplus();
}

void Journal::drop_surplus() {
  while (totals_.bytes > byte_limit_ && !kept_.empty()) {
    totals_.bytes -= sizes_.front();
    ++totals_.dropped;
    sizes_.pop_front();
    kept_.pop_front();
  }
}

}  // namespace graphfault::journal
