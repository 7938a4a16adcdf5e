// SPDX-License-Identifier: MIT
#include "journal/journal.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace graphfault::journal {

std::uint64_t Journal::next_sequence() {
  pending_.push_back(last_ + 1);
  return ++last_;
}

bool Journal::has_all_to(std::uint64_t sequence) const {
  return sequence > last_ || pending_.empty() || pending_.front() > sequence;
}

void Journal::settle(std::uint64_t sequence) noexcept {
  pending_.erase(std::remove(pending_.begin(), pending_.end(), sequence), pending_.end());
}

void Journal::give_back(std::uint64_t sequence) noexcept {
  const bool is_newest = !pending_.empty() && pending_.back() == sequence && sequence == last_;
  settle(sequence);
  last_ -= is_newest ? 1 : 0;
}

void Journal::pass_over(std::uint64_t sequence) {
  settle(sequence);
  ++totals_.recorded;
  ++totals_.dropped;
}

void Journal::put(PackedExchange&& packed) {
  const std::size_t bytes = bytes_of(packed);
  const std::size_t place = place_of(packed.sequence);
  if (place == kept_.size()) {
    kept_.push_back(std::move(packed));
  } else {
    kept_.insert(kept_.begin() + static_cast<std::ptrdiff_t>(place), std::move(packed));
  }
  totals_.bytes += bytes;
  ++totals_.recorded;
  ++changes_;
}

void Journal::record(PackedExchange packed) {
  const std::uint64_t sequence = packed.sequence;
  put(std::move(packed));
  settle(sequence);
  drop_surplus();
}

void Journal::append(PackedExchange packed) {
  packed.sequence = last_ + 1;
  put(std::move(packed));
  ++last_;
  drop_surplus();
}

JournalTotals Journal::gapless_totals() const {
  JournalTotals totals = totals_;
  for (std::size_t place = gapless(); place < kept_.size(); ++place) {
    totals.bytes -= bytes_of(kept_[place]);
    --totals.recorded;
  }
  return totals;
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
  const auto found = std::lower_bound(kept_.begin(), kept_.end(), sequence,
                                      [](const PackedExchange& exchange, std::uint64_t wanted) {
                                        return exchange.sequence < wanted;
                                      });
  return static_cast<std::size_t>(found - kept_.begin());
}

template <class Act>
void Journal::each_of(std::uint64_t sequence, Act&& act) {
  for (std::size_t place = place_of(sequence); place < kept_.size(); ++place) {
    PackedExchange& exchange = kept_[place];
    if (exchange.sequence != sequence && exchange.parent != sequence) {
      return;
    }
    act(exchange);
  }
}

void Journal::left(std::uint64_t sequence, Instant when) {
  ++changes_;
  each_of(sequence, [when](PackedExchange& exchange) { exchange.left = when; });
}

void Journal::complete(std::uint64_t sequence, const Completion& completion) {
  ++changes_;
  each_of(sequence, [&](PackedExchange& exchange) {
    exchange.sent = completion.sent;
    exchange.aborted = completion.aborted;
    exchange.bytes = exchange.sequence == sequence ? completion.bytes : 0;
  });
}

void Journal::clear() {
  last_ = 0;
  totals_ = {};
  pending_.clear();
  kept_.clear();
  kept_.shrink_to_fit();
}

std::size_t Journal::gapless() const {
  return pending_.empty() ? kept_.size() : place_of(pending_.front());
}

std::vector<PackedExchange> Journal::between(std::size_t first, std::size_t end) const {
  std::vector<PackedExchange> exchanges;
  exchanges.reserve(std::max(end, first) - first);
  for (std::size_t place = first; place < end; ++place) {
    exchanges.push_back(kept_[place]);
  }
  return exchanges;
}

std::vector<PackedExchange> Journal::after(std::uint64_t since, std::size_t most) const {
  const std::size_t first = place_of(since + 1);
  const std::size_t end = std::max(gapless(), first);
  return between(first, first + std::min(end - first, most));
}

std::vector<PackedExchange> Journal::newest(std::uint64_t since, std::size_t most) const {
  const std::size_t end = gapless();
  return between(std::max(place_of(since + 1), end - std::min(end, most)), end);
}

std::vector<PackedExchange> Journal::among(const std::vector<std::uint64_t>& sequences) const {
  std::vector<PackedExchange> exchanges;
  for (const std::uint64_t sequence : sequences) {
    const std::size_t place = place_of(sequence);
    if (place < kept_.size() && kept_[place].sequence == sequence) {
      exchanges.push_back(kept_[place]);
    }
  }
  return exchanges;
}

void Journal::limit_to(std::size_t bytes) {
  byte_limit_ = bytes;
  drop_surplus();
}

void Journal::drop_surplus() {
  while (totals_.bytes > byte_limit_ && !kept_.empty()) {
    totals_.bytes -= bytes_of(kept_.front());
    ++totals_.dropped;
    kept_.pop_front();
  }
}

}  // namespace graphfault::journal
