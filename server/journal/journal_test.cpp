// SPDX-License-Identifier: MIT
#include "journal/journal.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace graphfault::journal {
namespace {

using namespace std::chrono_literals;

Exchange exchange_with(std::uint64_t sequence, std::size_t body_bytes = 0) {
  Exchange exchange;
  exchange.sequence = sequence;
  exchange.response_body.text.assign(body_bytes, 'x');
  return exchange;
}

std::vector<std::uint64_t> kept(const Journal& journal, std::uint64_t since = 0) {
  std::vector<std::uint64_t> sequences;
  for (const PackedExchange& exchange : journal.after(since)) {
    sequences.push_back(exchange.sequence);
  }
  return sequences;
}

TEST(Journal, NumbersFromOne) {
  Journal journal(1 << 20);
  EXPECT_EQ(journal.next_sequence(), 1U);
  EXPECT_EQ(journal.next_sequence(), 2U);
}

TEST(Journal, KeepsTheOrderOfSequenceNumbers) {
  Journal journal(1 << 20);
  for (const std::uint64_t sequence : {2U, 3U, 1U, 5U, 4U}) {
    journal.record(pack(exchange_with(sequence)));
  }
  EXPECT_EQ(kept(journal), (std::vector<std::uint64_t>{1, 2, 3, 4, 5}));
  EXPECT_EQ(kept(journal, 3), (std::vector<std::uint64_t>{4, 5}));
  EXPECT_EQ(kept(journal, 5), (std::vector<std::uint64_t>{}));
  EXPECT_EQ(kept(journal, 99), (std::vector<std::uint64_t>{}));
  EXPECT_EQ(journal.after(1, 2).size(), 2U);
  EXPECT_EQ(journal.after(1, 2).back().sequence, 3U);
  EXPECT_EQ(journal.after(3, 99).size(), 2U);
  EXPECT_EQ(journal.after(0, 0).size(), 0U);
}

TEST(Journal, ShowsNothingBehindANumberThatIsNotRecordedYet) {
  Journal journal(1 << 20);
  for (int i = 0; i < 4; ++i) {
    journal.next_sequence();
  }
  for (const std::uint64_t sequence : {4U, 1U, 3U}) {
    journal.record(pack(exchange_with(sequence)));
  }
  EXPECT_EQ(kept(journal), (std::vector<std::uint64_t>{1}));
  EXPECT_EQ(kept(journal, 2), (std::vector<std::uint64_t>{}));
  EXPECT_EQ(journal.newest(0, 9).size(), 1U);
  EXPECT_TRUE(journal.has_all_to(1));
  EXPECT_FALSE(journal.has_all_to(2));
  EXPECT_FALSE(journal.has_all_to(4));
  EXPECT_TRUE(journal.has_all_to(5)) << "never given";
  journal.record(pack(exchange_with(2)));
  EXPECT_EQ(kept(journal), (std::vector<std::uint64_t>{1, 2, 3, 4}));
  EXPECT_TRUE(journal.has_all_to(4));
}

TEST(Journal, CountsWhatItPassesOver) {
  Journal journal(0);
  journal.next_sequence();
  journal.next_sequence();
  journal.pass_over(1);
  EXPECT_FALSE(journal.has_all_to(2));
  journal.pass_over(2);
  EXPECT_TRUE(journal.has_all_to(2));
  EXPECT_EQ(kept(journal), (std::vector<std::uint64_t>{}));
  EXPECT_EQ(journal.totals().recorded, 2U);
  EXPECT_EQ(journal.totals().dropped, 2U);
}

TEST(Journal, TotalsAreOfWhatItShows) {
  Journal journal(1 << 20);
  for (int i = 0; i < 4; ++i) {
    journal.next_sequence();
  }
  for (const std::uint64_t sequence : {4U, 1U, 3U}) {
    journal.record(pack(exchange_with(sequence)));
  }
  EXPECT_EQ(journal.totals().recorded, 3U);
  EXPECT_EQ(journal.gapless_totals().recorded, 1U);
  EXPECT_EQ(journal.gapless_totals().bytes, bytes_of(pack(exchange_with(1))));
  journal.record(pack(exchange_with(2)));
  EXPECT_EQ(journal.gapless_totals().recorded, 4U);
  EXPECT_EQ(journal.gapless_totals().bytes, journal.totals().bytes);
}

TEST(Journal, NobodyWaitsForANumberThatWasGivenBack) {
  Journal journal(1 << 20);
  for (int i = 0; i < 3; ++i) {
    journal.next_sequence();
  }
  journal.record(pack(exchange_with(1)));
  journal.record(pack(exchange_with(3)));
  journal.give_back(2);
  journal.give_back(2);
  journal.give_back(3);
  journal.give_back(77);
  EXPECT_TRUE(journal.has_all_to(3));
  EXPECT_EQ(kept(journal), (std::vector<std::uint64_t>{1, 3}));
  EXPECT_EQ(journal.totals().recorded, 2U);
  EXPECT_EQ(journal.totals().dropped, 0U);
  EXPECT_EQ(journal.next_sequence(), 4U);
  EXPECT_EQ(journal.next_sequence(), 5U);
  journal.give_back(5);
  journal.give_back(4);
  EXPECT_EQ(journal.next_sequence(), 4U) << "the newest are given again";
}

TEST(Journal, AppendsUnderTheNextNumber) {
  Journal journal(1 << 20);
  journal.next_sequence();
  journal.append(pack(exchange_with(99)));
  EXPECT_EQ(journal.last_sequence(), 2U);
  EXPECT_EQ(kept(journal), (std::vector<std::uint64_t>{})) << "1 is still awaited";
  journal.record(pack(exchange_with(1)));
  EXPECT_EQ(kept(journal), (std::vector<std::uint64_t>{1, 2}));
}

TEST(Journal, ACopyOutlivesWhatIsDropped) {
  Journal journal(1 << 20);
  Exchange exchange = exchange_with(1);
  exchange.url = "kept";
  journal.record(pack(exchange));
  const std::vector<PackedExchange> copy = journal.after(0);
  journal.clear();
  EXPECT_EQ(unpack(copy).at(0).url, "kept");
}

TEST(Journal, AwaitsNoNumberFromBeforeItWasCleared) {
  Journal journal(1 << 20);
  journal.next_sequence();
  journal.clear();
  EXPECT_TRUE(journal.has_all_to(1));
  journal.record(pack(exchange_with(journal.next_sequence())));
  EXPECT_EQ(kept(journal), (std::vector<std::uint64_t>{1}));
}

TEST(Journal, GivesTheNewestAndSingleOnes) {
  Journal journal(1 << 20);
  for (std::uint64_t sequence = 1; sequence <= 5; ++sequence) {
    journal.record(pack(exchange_with(sequence)));
  }
  const auto sequences = [](const std::vector<PackedExchange>& exchanges) {
    std::vector<std::uint64_t> all;
    for (const PackedExchange& exchange : exchanges) {
      all.push_back(exchange.sequence);
    }
    return all;
  };
  using List = std::vector<std::uint64_t>;
  EXPECT_EQ(sequences(journal.newest(0, 2)), (List{4, 5}));
  EXPECT_EQ(sequences(journal.newest(4, 2)), (List{5}));
  EXPECT_EQ(sequences(journal.newest(3, 9)), (List{4, 5}));
  EXPECT_EQ(sequences(journal.newest(5, 9)), (List{}));
  EXPECT_EQ(sequences(journal.newest(0, 0)), (List{}));
  EXPECT_EQ(sequences(journal.among({2, 5, 6})), (List{2, 5}));
  EXPECT_EQ(sequences(journal.among({})), (List{}));
}

TEST(Journal, EverythingThatBecomesKnownIsAChange) {
  Journal journal(1 << 20);
  std::uint64_t changes = journal.changes();
  const auto has_changed = [&] { return std::exchange(changes, journal.changes()) < changes; };
  journal.record(pack(exchange_with(1)));
  EXPECT_TRUE(has_changed());
  EXPECT_FALSE(has_changed());
  journal.left(1, Instant(1s));
  EXPECT_TRUE(has_changed());
  journal.complete(1, {.sent = Instant(2s)});
  EXPECT_TRUE(has_changed());
  journal.clear();
  EXPECT_GE(journal.changes(), changes);
}

TEST(Journal, CompletesAnExchange) {
  Journal journal(1 << 20);
  for (std::uint64_t sequence = 1; sequence <= 3; ++sequence) {
    journal.record(pack(exchange_with(sequence)));
  }
  journal.left(2, Instant(5s));
  journal.complete(2, {.sent = Instant(7s), .bytes = 321, .aborted = true});
  const std::vector<Exchange> all = unpack(journal.after(0));
  EXPECT_EQ(all[1].left, Instant(5s));
  EXPECT_EQ(all[1].sent, Instant(7s));
  EXPECT_EQ(all[1].bytes, 321U);
  EXPECT_TRUE(all[1].aborted);
  EXPECT_FALSE(all[0].left || all[0].sent || all[2].left || all[2].sent);
}

TEST(Journal, OperationsLeaveWithTheirBatch) {
  Journal journal(1 << 20);
  for (std::uint64_t sequence = 1; sequence <= 4; ++sequence) {
    Exchange exchange = exchange_with(sequence);
    exchange.parent = sequence == 2 || sequence == 3 ? 1 : 0;
    journal.record(pack(exchange));
  }
  journal.left(1, Instant(5s));
  journal.complete(1, {.sent = Instant(7s), .bytes = 321, .aborted = true});
  const std::vector<Exchange> all = unpack(journal.after(0));
  for (const std::size_t operation : {1U, 2U}) {
    EXPECT_EQ(all[operation].left, Instant(5s));
    EXPECT_EQ(all[operation].sent, Instant(7s));
    EXPECT_TRUE(all[operation].aborted);
    EXPECT_EQ(all[operation].bytes, 0U);
  }
  EXPECT_FALSE(all[3].left || all[3].sent);
}

TEST(Journal, ASmallerLimitDropsAtOnce) {
  Journal journal(1 << 20);
  for (int i = 0; i < 20; ++i) {
    journal.record(pack(exchange_with(journal.next_sequence(), 10'000)));
  }
  journal.limit_to(50'000);
  EXPECT_LE(journal.totals().bytes, 50'000U);
  EXPECT_EQ(kept(journal).back(), 20U);
  EXPECT_EQ(journal.totals().dropped, 20 - kept(journal).size());
}

TEST(Journal, DropsTheOldestAndCountsThem) {
  Journal journal(100'000);
  for (int i = 0; i < 50; ++i) {
    journal.record(pack(exchange_with(journal.next_sequence(), 10'000)));
  }
  const JournalTotals totals = journal.totals();
  EXPECT_LE(totals.bytes, 100'000U);
  EXPECT_GT(totals.bytes, 80'000U);
  EXPECT_EQ(totals.recorded, 50U);
  EXPECT_EQ(totals.dropped + journal.after(0).size(), 50U);
  EXPECT_EQ(kept(journal).back(), 50U);
}

TEST(Journal, IgnoresWhatIsSaidOfADroppedExchange) {
  Journal journal(30'000);
  for (int i = 0; i < 10; ++i) {
    journal.record(pack(exchange_with(journal.next_sequence(), 10'000)));
  }
  journal.left(1, Instant(1s));
  journal.complete(1, {.sent = Instant(1s), .bytes = 1});
  journal.complete(77, {.sent = Instant(1s), .bytes = 1});
  for (const PackedExchange& exchange : journal.after(0)) {
    EXPECT_EQ(exchange.bytes, 0U);
    EXPECT_FALSE(exchange.left);
  }
}

TEST(Journal, KeepsNothingThatIsLargerThanAllOfIt) {
  Journal journal(5'000);
  journal.record(pack(exchange_with(journal.next_sequence(), 10'000)));
  EXPECT_TRUE(journal.after(0).empty());
  EXPECT_EQ(journal.totals().dropped, 1U);
  EXPECT_EQ(journal.totals().bytes, 0U);
}

TEST(Journal, CountsHeadersAndTextsAsBytes) {
  Journal plain(1 << 20);
  plain.record(pack(exchange_with(1)));
  Journal full(1 << 20);
  Exchange exchange = exchange_with(1);
  exchange.request_headers.add("X-Long", std::string(1'000, 'a'));
  exchange.url = std::string(500, 'u');
  exchange.caller.claims.emplace_back(300, 'c');
  full.record(pack(exchange));
  const std::size_t more = full.totals().bytes - plain.totals().bytes;
  EXPECT_GE(more, 1'800U);
  EXPECT_LE(more, 2'700U);
}

TEST(Journal, ClearStartsAgain) {
  Journal journal(1 << 20);
  journal.record(pack(exchange_with(journal.next_sequence())));
  journal.clear();
  EXPECT_TRUE(journal.after(0).empty());
  EXPECT_EQ(journal.totals().recorded, 0U);
  EXPECT_EQ(journal.totals().bytes, 0U);
  EXPECT_EQ(journal.next_sequence(), 1U);
}

}  // namespace
}  // namespace graphfault::journal
