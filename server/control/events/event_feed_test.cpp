// SPDX-License-Identifier: MIT
#include "control/events/event_feed.hpp"

#include "control/testing/api_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace graphfault::control {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Seen {
  std::string id{};
  std::string name{};
  Json data{};
};

/// As a browser reads text/event-stream.
std::vector<Seen> parsed(const std::string& text) {
  std::vector<Seen> events;
  Seen event;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("id: ", 0) == 0) {
      event.id = line.substr(4);
    } else if (line.rfind("event: ", 0) == 0) {
      event.name = line.substr(7);
    } else if (line.rfind("data: ", 0) == 0) {
      event.data = *parse_json(line.substr(6));
    } else if (line.empty() && !event.name.empty()) {
      events.push_back(std::exchange(event, {}));
    }
  }
  return events;
}

class Events : public ::testing::Test {
 protected:
  /// What the stream tells once the pause between two looks is over.
  std::vector<Seen> told(EventStream& stream) {
    api.now += EventFeed::kPause;
    std::string text;
    while (true) {
      const auto more = stream.next(0ms);
      EXPECT_TRUE(more);
      if (!more || more->empty()) {
        return parsed(text);
      }
      text += *more;
    }
  }

  std::shared_ptr<EventStream> listening(const std::string& last_event_id = {}) {
    auto stream = api.events.subscribe(last_event_id);
    EXPECT_NE(stream, nullptr);
    return stream;
  }

  /// Past its greeting.
  std::shared_ptr<EventStream> greeted() {
    auto stream = listening();
    EXPECT_EQ(told(*stream).size(), 1U);
    return stream;
  }

  http::Ticket begin(const std::string& target) {
    http::Request request{.method = "GET", .target = "/@throttled" + target};
    request.host = "localhost:8080";
    return api.engine.serve(std::move(request), api.now).ticket;
  }

  ApiUnderTest api{};
};

std::vector<std::string> names(const std::vector<Seen>& events) {
  std::vector<std::string> all;
  for (const Seen& event : events) {
    all.push_back(event.name + event.data.value("change", ""));
  }
  return all;
}

TEST_F(Events, ANewListenerIsGreetedAndToldNothingOfBefore) {
  api.request("GET", "/v1.0/users", "throttled");
  const auto stream = listening();
  const std::string text = *stream->next(0ms);
  EXPECT_THAT(text, ::testing::StartsWith("retry: 1000\nid: "));
  const auto events = parsed(text);
  ASSERT_THAT(names(events), ElementsAre("hello"));
  EXPECT_EQ(events[0].data, (Json{{"now", "2026-02-11T09:12:33.000Z"}, {"resumed", false}}));
  EXPECT_THAT(told(*stream), IsEmpty());
}

TEST_F(Events, AnExchangeIsToldWhenItBeginsAndWhenItIsOver) {
  const auto stream = greeted();
  const http::Ticket ticket = begin("/v1.0/users?x=%0Aevent:%20evil");
  auto events = told(*stream);
  ASSERT_THAT(names(events), ElementsAre("tenantmade", "exchange"));
  EXPECT_EQ(events[0].data.at("tenant"), "throttled");
  EXPECT_EQ(events[0].data.at("scenario"), "throttled");
  const Json begun = events[1].data;
  EXPECT_EQ(begun.at("tenant"), "throttled");
  EXPECT_EQ(begun.at("sequence"), 1);
  EXPECT_EQ(begun.at("request").at("path"), "/users");
  EXPECT_EQ(begun.at("request").at("query"), "x=%0Aevent:%20evil");
  EXPECT_FALSE(begun.at("request").contains("headers"));
  EXPECT_FALSE(begun.at("response").contains("body"));
  EXPECT_FALSE(begun.contains("sent"));
  EXPECT_THAT(told(*stream), IsEmpty());

  api.engine.sent(ticket, {.sent = api.now, .bytes = 321, .aborted = true});
  events = told(*stream);
  ASSERT_THAT(names(events), ElementsAre("exchange"));
  EXPECT_EQ(events[0].data.at("sequence"), 1);
  EXPECT_EQ(events[0].data.at("bytes"), 321);
  EXPECT_EQ(events[0].data.at("aborted"), true);
  EXPECT_THAT(told(*stream), IsEmpty());
}

TEST_F(Events, TenantsComeAreResetAndEnd) {
  const auto stream = greeted();
  api.call("POST", "/tenants/throttled.a");
  EXPECT_THAT(names(told(*stream)), ElementsAre("tenantmade"));
  api.call("POST", "/tenants/throttled.a/reset");
  EXPECT_THAT(names(told(*stream)), ElementsAre("tenantreset"));
  api.call("DELETE", "/tenants/throttled.a");
  api.call("POST", "/tenants/throttled.a");
  const auto events = told(*stream);
  EXPECT_THAT(names(events), ElementsAre("tenantended", "tenantmade"));
  EXPECT_EQ(events[0].data.at("tenant"), "throttled.a");
}

TEST_F(Events, NumberingStartsAgainAfterAReset) {
  const auto stream = greeted();
  api.request("GET", "/v1.0/users", "throttled");
  api.request("GET", "/v1.0/users", "throttled");
  told(*stream);
  api.call("POST", "/tenants/throttled/reset");
  api.request("GET", "/v1.0/users", "throttled");
  const auto events = told(*stream);
  ASSERT_THAT(names(events), ElementsAre("tenantreset", "exchange"));
  EXPECT_EQ(events[1].data.at("sequence"), 1);
}

TEST_F(Events, AClockThatIsMovedIsTold) {
  api.call("POST", "/tenants/throttled");
  const auto stream = greeted();
  api.call("POST", "/tenants/throttled/clock", R"({"advance": "1h"})");
  auto events = told(*stream);
  ASSERT_THAT(names(events), ElementsAre("clock"));
  EXPECT_EQ(events[0].data.at("advanced"), "1h");
  EXPECT_THAT(events[0].data.at("clock").get<std::string>(),
              ::testing::StartsWith("2026-02-11T10:"));
  EXPECT_THAT(told(*stream), IsEmpty());
}

TEST_F(Events, WhatBelongsToNoTenantIsTold) {
  const auto stream = greeted();
  api.engine.refuse({.status = 431}, {.method = "GET", .target = "/v1.0/users"}, api.now);
  const auto events = told(*stream);
  ASSERT_THAT(names(events), ElementsAre("stray"));
  EXPECT_EQ(events[0].data.at("response").at("status"), 431);
  EXPECT_FALSE(events[0].data.contains("tenant"));
}

TEST_F(Events, AListenerGoesOnWhereItWas) {
  std::string id;
  {
    const auto stream = greeted();
    api.request("GET", "/v1.0/users", "throttled");
    id = told(*stream).back().id;
  }
  api.request("GET", "/v1.0/users", "throttled");
  api.now += EventFeed::kPause;
  const auto events = told(*listening(id));
  ASSERT_THAT(names(events), ElementsAre("hello", "exchange"));
  EXPECT_EQ(events[0].data.at("resumed"), true);
  EXPECT_EQ(events[1].data.at("sequence"), 2);
}

TEST_F(Events, OneThatCannotBeResumedIsToldThatItMissedSomething) {
  const std::string good = told(*listening()).front().id;
  for (const std::string& id : {std::string("x"), std::string("1-1"), good + "9", good + "x",
                                good.substr(0, good.find('-')), good.substr(0, good.find('-') + 1),
                                std::string("99999999999999999999999-1")}) {
    EXPECT_THAT(names(told(*listening(id))), ElementsAre("hello", "missed")) << id;
  }
}

TEST_F(Events, AFloodIsBoundedAndSaysWhatItLeftOut) {
  const auto stream = greeted();
  constexpr int kRequests = 400;
  for (int i = 0; i < kRequests; ++i) {
    api.request("GET", "/v1.0/users", "throttled");
  }
  const auto events = told(*stream);
  ASSERT_EQ(events.size(), 102U);
  EXPECT_EQ(events[1].name, "skipped");
  EXPECT_EQ(events[1].data, (Json{{"tenant", "throttled"}, {"exchanges", 300}}));
  EXPECT_EQ(events.back().data.at("sequence"), kRequests);
}

TEST_F(Events, AListenerThatFallsBehindIsToldSo) {
  EventFeed small(api.engine, api.clock, 2000);
  const auto slow = small.subscribe({});
  const auto quick = small.subscribe({});
  ASSERT_THAT(names(told(*slow)), ElementsAre("hello"));
  for (int i = 0; i < 20; ++i) {
    api.request("GET", "/v1.0/users", "throttled");
    told(*quick);
  }
  const auto events = told(*slow);
  ASSERT_THAT(names(events), ElementsAre("missed"));
  api.request("GET", "/v1.0/users", "throttled");
  EXPECT_THAT(names(told(*slow)), ElementsAre("exchange"));
}

TEST_F(Events, ASilenceIsBrokenByHeartbeats) {
  const auto stream = greeted();
  api.now += EventFeed::kHeartbeat;
  EXPECT_EQ(stream->next(0ms), ":\n\n");
  EXPECT_EQ(stream->next(0ms), "");
  api.now += EventFeed::kHeartbeat - 1ms;
  EXPECT_EQ(stream->next(0ms), "");
}

TEST_F(Events, LooksAtMostTenTimesASecond) {
  const auto stream = greeted();
  api.request("GET", "/v1.0/users", "throttled");
  EXPECT_EQ(stream->next(0ms), "");
  EXPECT_THAT(names(told(*stream)), ElementsAre("tenantmade", "exchange"));
}

TEST_F(Events, OnlySoManyListenAtOnce) {
  std::vector<Reply> replies;
  for (std::size_t i = 0; i < EventFeed::kMostStreams; ++i) {
    replies.push_back(api.call("GET", "/events"));
    ASSERT_EQ(replies.back().status, 200);
    EXPECT_EQ(replies.back().content_type, "text/event-stream");
  }
  const Reply refused = api.call("GET", "/events");
  EXPECT_EQ(refused.status, 503);
  EXPECT_THAT(refused.body, HasSubstr("64 listeners are connected already"));
  EXPECT_EQ(api.call("HEAD", "/events").status, 200);
  replies.pop_back();
  EXPECT_EQ(api.call("GET", "/events").status, 200);
}

TEST_F(Events, EndWhenTheFeedCloses) {
  const auto stream = greeted();
  api.events.close();
  EXPECT_EQ(stream->next(1h), std::nullopt);
  EXPECT_EQ(api.events.subscribe({}), nullptr);
}

}  // namespace
}  // namespace graphfault::control
