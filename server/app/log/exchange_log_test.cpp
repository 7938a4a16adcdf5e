// SPDX-License-Identifier: MIT
#include "app/log/exchange_log.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <mutex>

namespace graphfault::app {
namespace {

/// What a log has written.
class Written {
 public:
  LogSink sink() {
    return [this](std::string_view lines) {
      const std::lock_guard lock(mutex_);
      text_ += lines;
    };
  }
  std::string text() const {
    const std::lock_guard lock(mutex_);
    return text_;
  }

 private:
  mutable std::mutex mutex_{};
  std::string text_{};
};

LoggedExchange exchange(const std::string& target) {
  return {.at = Instant{}, .method = "GET", .target = target, .status = 200};
}

TEST(ExchangeLog, WritesWhatItWasGivenInOrder) {
  Written written;
  {
    ExchangeLog log(LogFormat::text, written.sink());
    for (const char* target : {"/1", "/2", "/3"}) {
      ASSERT_TRUE(log.wants_line());
      log.add(exchange(target));
    }
    log.say({.message = "news"});
    ASSERT_TRUE(log.wants_line());
    log.add(exchange("/4"));
  }
  EXPECT_EQ(written.text(),
            "00:00:00.000 GET /1 -> 200\n00:00:00.000 GET /2 -> 200\n00:00:00.000 GET /3 -> 200\n"
            "00:00:00.000 news\n00:00:00.000 GET /4 -> 200\n");
}

TEST(ExchangeLog, OffMeansNewsOnly) {
  Written written;
  ExchangeLog log(LogFormat::off, written.sink());
  EXPECT_FALSE(log.wants_line());
  log.say({.message = "news"});
  EXPECT_EQ(written.text(), "00:00:00.000 news\n");
}

TEST(ExchangeLog, AFloodIsBoundedAndCounted) {
  Written written;
  std::mutex gate;
  std::unique_lock closed(gate);
  ExchangeLog log(LogFormat::json, [&](std::string_view lines) {
    const std::lock_guard wait(gate);
    written.sink()(lines);
  });
  int taken = 0;
  int refused = 0;
  // The writer is stuck after at most one buffer: the next fills, then lines are refused.
  while (refused < 100) {
    if (log.wants_line()) {
      log.add(exchange("/flood"));
      ++taken;
    } else {
      ++refused;
    }
  }
  EXPECT_LE(taken, 1000);
  closed.unlock();
  log.flush();
  EXPECT_THAT(written.text(), ::testing::HasSubstr("not logged, because too many came at once"));
}

}  // namespace
}  // namespace graphfault::app
