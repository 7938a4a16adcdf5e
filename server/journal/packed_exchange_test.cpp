// SPDX-License-Identifier: MIT
#include "journal/packed_exchange.hpp"

#include "journal/exchange_json.hpp"
#include "journal/exchange_members.hpp"
#include "journal/har.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

namespace graphfault::journal {
namespace {

/// Stands for any member while an aggregate's are counted; an optional takes what it may hold.
struct Anything {
  template <class Value>
  requires(!requires(Value value) { value.has_value(); }) operator Value()
      const;  // NOLINT(google-explicit-constructor): that it converts is the point
};

/// How many members an aggregate has.
template <class Aggregate, class... Members>
constexpr std::size_t member_count() {
  if constexpr (requires { Aggregate{Members{}..., Anything{}}; }) {
    return member_count<Aggregate, Members..., Anything>();
  } else {
    return sizeof...(Members);
  }
}

/// Gives each member a value of its own.
class Fill {
 public:
  template <class Value>
  void operator()(const Member& /*member*/, Value& value) {
    set(value);
  }

 private:
  std::string text() { return "text " + std::to_string(++count_); }
  template <class Number>
  requires std::is_integral_v<Number>
  void set(Number& value) { value = static_cast<Number>(++count_); }
  template <class Named>
  requires std::is_enum_v<Named>
  void set(Named& value) { value = static_cast<Named>(1); }
  void set(bool& value) { value = true; }
  void set(std::string& value) { value = text() + std::string("\0x", 2); }
  void set(std::vector<std::string>& value) { value = {text(), "", text()}; }
  void set(std::vector<std::uint32_t>& value) { value = {0, 7, 4'000'000'000}; }
  void set(http::Headers& value) { value = {{text(), text()}, {"a", ""}, {"A", text()}}; }
  void set(KeptBody& value) { value = {.text = text(), .size = 30'000, .cut = true}; }
  void set(Instant& value) { value = Instant(std::chrono::seconds(++count_)); }
  void set(Duration& value) { value = std::chrono::seconds(++count_); }
  void set(scenario::Mismatch& value) {
    value = {.part = scenario::Mismatch::Part::header, .index = static_cast<std::size_t>(++count_)};
  }
  template <class Value>
  void set(std::optional<Value>& value) {
    set(value.emplace());
  }

  int count_ = 0;
};

Exchange full_exchange() {
  Exchange exchange;
  Fill fill;
  each_member(fill, exchange);
  return exchange;
}

TEST(ExchangeMembers, AreAllInTheList) {
  std::size_t listed = 0;
  Exchange exchange;
  each_member([&listed](const Member& /*member*/, auto& /*value*/) { ++listed; }, exchange);
  constexpr std::size_t kTakenApart = 3;  // caller, played, nearest
  EXPECT_EQ(listed, member_count<Exchange>() - kTakenApart + member_count<CallerSummary>() +
                        member_count<PlayedStep>() + member_count<NearMiss>());
  EXPECT_EQ(member_count<KeptBody>(), 3U) << "the packing names them";
}

TEST(ExchangeMembers, EachIsListedOnce) {
  std::set<const void*> places;
  Exchange exchange;
  each_member([&places](const Member& member,
                        auto& value) { EXPECT_TRUE(places.insert(&value).second) << member.name; },
              exchange);
}

TEST(ExchangeMembers, HaveAPlaceOfTheirOwnInJsonAndHar) {
  const Exchange exchange = full_exchange();
  const Json json = exchange_json(exchange);
  const Json entry = har_entry(exchange);
  std::size_t named = 0;
  std::size_t in_har = 0;
  each_member(
      [&](const Member& member, const auto& /*value*/) {
        named += member.name == nullptr ? 0 : 1;
        if (member.har != nullptr) {
          ++in_har;
          EXPECT_TRUE(entry.contains(member.har)) << member.har;
        }
      },
      exchange);
  std::size_t shown = 0;
  for (const auto& [name, value] : json.items()) {
    shown += value.is_object() ? value.size() : 1;
  }
  EXPECT_EQ(shown, named) << json;
  EXPECT_GE(in_har, 3U);
}

TEST(PackedExchange, UnpacksToWhatWasPacked) {
  for (const Exchange& exchange : {full_exchange(), Exchange{}}) {
    const Exchange back = unpack(pack(exchange));
    EXPECT_EQ(json_text(exchange_json(back)), json_text(exchange_json(exchange)));
    EXPECT_TRUE(back == exchange);
  }
}

TEST(PackedExchange, CountsItsBlock) {
  Exchange exchange = full_exchange();
  exchange.request_body.text.assign(20'000, 'q');
  const std::size_t empty = bytes_of(pack({}));
  const std::size_t full = bytes_of(pack(exchange));
  EXPECT_GT(full, empty + 20'000);
  EXPECT_LT(full, empty + 22'000);
}

}  // namespace
}  // namespace graphfault::journal
