// SPDX-License-Identifier: MIT
#include "app/log/log_line.hpp"

#include <gtest/gtest.h>

namespace graphfault::app {
namespace {

using namespace std::chrono_literals;

LoggedExchange throttled() {
  return {.at = Instant(1'770'801'153'250ms),
          .method = "GET",
          .target = "/v1.0/users?$top=5",
          .status = 429,
          .answered_by = "throttled/2 step 1"};
}

TEST(LogLine, AnExchange) {
  EXPECT_EQ(text_line(throttled()),
            "09:12:33.250 GET /v1.0/users?$top=5 -> 429  throttled/2 step 1\n");
  EXPECT_EQ(json_line(throttled()),
            R"({"time":"2026-02-11T09:12:33.250Z","method":"GET","target":"/v1.0/users?$top=5",)"
            R"("status":429,"answeredBy":"throttled/2 step 1"})"
            "\n");
}

TEST(LogLine, EndingsDelaysAndHints) {
  LoggedExchange exchange = throttled();
  exchange.ending = http::Ending::reset_before;
  exchange.delay = 1500ms;
  exchange.hint = "rule 2 matches, but all its steps have been played";
  EXPECT_EQ(text_line(exchange),
            "09:12:33.250 GET /v1.0/users?$top=5 -> reset after 1.5s  throttled/2 step 1  (rule 2 "
            "matches, but all its steps have been played)\n");
  EXPECT_EQ(json_line(exchange),
            R"({"time":"2026-02-11T09:12:33.250Z","method":"GET","target":"/v1.0/users?$top=5",)"
            R"("ending":"reset","delay":"1.5s","answeredBy":"throttled/2 step 1",)"
            R"("hint":"rule 2 matches, but all its steps have been played"})"
            "\n");
  exchange.ending = http::Ending::truncate;
  EXPECT_NE(text_line(exchange).find("-> 429 truncate after 1.5s"), std::string::npos);
}

struct SecretRow {
  const char* target = nullptr;
  const char* shown = nullptr;
};

TEST(LogLine, SecretsInAQueryAreNotShown) {
  for (const SecretRow& row :
       {SecretRow{"/a?access_token=abc&x=1", "/a?access_token=[redacted]&x=1"},
        SecretRow{"/a?x=1&client_secret=s", "/a?x=1&client_secret=[redacted]"},
        SecretRow{"/a?Code=s", "/a?Code=[redacted]"},
        SecretRow{"/a?x=code&codes=1", "/a?x=code&codes=1"}, SecretRow{"/a?", "/a?"},
        SecretRow{"/a?=&&", "/a?=&&"}}) {
    LoggedExchange exchange = throttled();
    exchange.target = row.target;
    EXPECT_NE(text_line(exchange).find(std::string(row.shown) + " -> "), std::string::npos)
        << text_line(exchange);
    EXPECT_NE(json_line(exchange).find('"' + std::string(row.shown) + '"'), std::string::npos);
  }
}

TEST(LogLine, ATerminalIsSafeFromIt) {
  LoggedExchange exchange = throttled();
  exchange.target = "/a\x1b[2Jb\nc";
  EXPECT_NE(text_line(exchange).find("/a?[2Jb?c -> "), std::string::npos);
  exchange.target = '/' + std::string(5000, 'x');
  EXPECT_LT(text_line(exchange).size(), 500U);
}

TEST(LogLine, News) {
  const News news{.at = Instant(1'770'801'153'250ms),
                  .level = News::Level::error,
                  .message = "not reloaded:\na.yaml:1:1: x",
                  .members = {{"http", "http://localhost:1"}}};
  EXPECT_EQ(text_line(news), "09:12:33.250 error: not reloaded:\na.yaml:1:1: x\n");
  EXPECT_EQ(json_line(news),
            R"({"time":"2026-02-11T09:12:33.250Z","level":"error",)"
            R"("message":"not reloaded:\na.yaml:1:1: x","http":"http://localhost:1"})"
            "\n");
}

}  // namespace
}  // namespace graphfault::app
