// SPDX-License-Identifier: MIT
#include "net/wire/request_reader.hpp"

#include "net/testing/malformed_requests.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace graphfault::net {
namespace {

using Progress = RequestReader::Progress;

const Limits kLimits{};

/// Feeds the bytes `step` at a time, as a connection would; returns the last progress.
Progress feed(RequestReader& reader, std::string_view bytes, std::size_t step,
              std::size_t* used = nullptr) {
  std::string kept;
  std::size_t total = 0;
  Progress progress = Progress::more;
  while (!bytes.empty() && (progress == Progress::more || progress == Progress::head)) {
    const std::size_t size = std::min(step, bytes.size());
    kept += bytes.substr(0, size);
    bytes.remove_prefix(size);
    do {
      const RequestReader::Fed fed = reader.feed(kept);
      kept.erase(0, fed.used);
      total += fed.used;
      progress = fed.progress;
    } while (progress == Progress::head && !kept.empty());
  }
  if (used != nullptr) {
    *used = total;
  }
  return progress;
}

constexpr std::size_t kSteps[] = {1, 7, 1000, 1U << 20U};

TEST(RequestReader, KeepsWhatWasSent) {
  const std::string bytes =
      "PROPFIND /v1.0/users?$top=5&a=%20+ HTTP/1.1\r\n"
      "hOsT: localhost:8080\r\n"
      "X-Twice: 1\r\n"
      "x-twice:  2 \t \r\n"
      "X-Empty:\r\n"
      "X-Raw: \xC3\xA9%0d%0a\r\n"
      "content-length: 5\r\n"
      "\r\n"
      "helloGET";
  for (const std::size_t step : kSteps) {
    RequestReader reader(kLimits);
    std::size_t used = 0;
    ASSERT_EQ(feed(reader, bytes, step, &used), Progress::whole) << step;
    EXPECT_EQ(used, bytes.size() - 3);
    const http::Request& request = reader.request();
    EXPECT_EQ(request.method, "PROPFIND");
    EXPECT_EQ(request.target, "/v1.0/users?$top=5&a=%20+");
    EXPECT_EQ(request.version, 11);
    EXPECT_EQ(request.host, "localhost:8080");
    EXPECT_EQ(request.body, "hello");
    EXPECT_EQ(request.headers, (http::Headers{{"hOsT", "localhost:8080"},
                                              {"X-Twice", "1"},
                                              {"x-twice", "2"},
                                              {"X-Empty", ""},
                                              {"X-Raw", "\xC3\xA9%0d%0a"},
                                              {"content-length", "5"}}));
  }
}

TEST(RequestReader, DechunksAndDropsTrailers) {
  const std::string bytes =
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n"
      "5;name=\"va;l\"\r\nhello\r\n00006 ;x\r\n world\r\n0\r\nAuthorization: Bearer x\r\n\r\nrest";
  for (const std::size_t step : kSteps) {
    RequestReader reader(kLimits);
    std::size_t used = 0;
    ASSERT_EQ(feed(reader, bytes, step, &used), Progress::whole) << step;
    EXPECT_EQ(used, bytes.size() - 4);
    EXPECT_EQ(reader.request().body, "hello world");
    EXPECT_FALSE(reader.request().headers.contains("Authorization"));
  }
}

TEST(RequestReader, SkipsEmptyLinesBeforeARequest) {
  for (const std::size_t step : kSteps) {
    RequestReader reader(kLimits);
    EXPECT_EQ(feed(reader, "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", step), Progress::whole);
    EXPECT_EQ(reader.request().target, "/");
  }
  RequestReader reader(kLimits);
  EXPECT_EQ(feed(reader, "\r\n\r\n", 1), Progress::more);
  EXPECT_FALSE(reader.has_started());
}

struct KeepAliveRow {
  const char* version;
  const char* connection;
  bool keep_alive;
};

TEST(RequestReader, KnowsWhetherTheConnectionLivesOn) {
  const KeepAliveRow rows[] = {
      {"1.1", "", true},
      {"1.1", "Connection: close\r\n", false},
      {"1.1", "connection: CLOSE\r\n", false},
      {"1.1", "Connection: keep-alive, Close\r\n", false},
      {"1.1", "Connection: upgrade\r\n", true},
      {"1.0", "", false},
      {"1.0", "Connection: Keep-Alive\r\n", true},
      {"1.0", "Connection: close\r\n", false},
  };
  for (const KeepAliveRow& row : rows) {
    RequestReader reader(kLimits);
    feed(reader,
         std::string("GET / HTTP/") + row.version + "\r\nHost: a\r\n" + row.connection + "\r\n",
         1000);
    EXPECT_EQ(reader.asked().keep_alive, row.keep_alive) << row.version << row.connection;
    EXPECT_EQ(reader.asked().http10, std::string_view(row.version) == "1.0");
  }
}

TEST(RequestReader, NotesWhatTheAnswerDependsOn) {
  RequestReader reader(kLimits);
  feed(reader,
       "HEAD / HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br\r\naccept-encoding: gzip\r\n"
       "Range: bytes=0-1\r\nIf-Range: \"t\"\r\n\r\n",
       1000);
  EXPECT_TRUE(reader.asked().head);
  EXPECT_FALSE(reader.asked().get);
  EXPECT_TRUE(reader.asked().gzip);
  EXPECT_EQ(reader.asked().range, "bytes=0-1");
  EXPECT_EQ(reader.asked().if_range, "\"t\"");
}

TEST(RequestReader, TellsOfAHeadWhoseBodyIsToCome) {
  RequestReader reader(kLimits);
  const std::string head =
      "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n";
  const RequestReader::Fed fed = reader.feed(head);
  EXPECT_EQ(fed.used, head.size());
  EXPECT_EQ(fed.progress, Progress::head);
  EXPECT_TRUE(reader.wants_continue());
  EXPECT_EQ(reader.feed("ab").progress, Progress::whole);
}

TEST(RequestReader, ExpectsNothingOfAnOldOrUnknownExpectation) {
  RequestReader old(kLimits);
  feed(old, "POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n", 1000);
  EXPECT_FALSE(old.wants_continue());
  RequestReader unknown(kLimits);
  feed(unknown, "POST / HTTP/1.1\r\nHost: a\r\nExpect: cake\r\nContent-Length: 2\r\n\r\n", 1000);
  EXPECT_FALSE(unknown.wants_continue());
}

TEST(RequestReader, TakesWhatIsJustWithinTheLimits) {
  std::string lines;
  for (int i = 0; i < 99; ++i) {
    lines += "X: 1\r\n";
  }
  const std::string uri = '/' + std::string(16 * 1024 - 1, 'a');
  RequestReader reader(kLimits);
  EXPECT_EQ(feed(reader, "GET " + uri + " HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n", 1000),
            Progress::whole);
  EXPECT_EQ(reader.request().target, uri);
  reader.restart();
  const std::string rest = "Host: a\r\nX: \r\n\r\n";
  const std::string value(32 * 1024 - rest.size(), 'v');
  EXPECT_EQ(feed(reader, "GET / HTTP/1.1\r\nHost: a\r\nX: " + value + "\r\n\r\n", 1000),
            Progress::whole);
  reader.restart();
  EXPECT_EQ(feed(reader, "GET / HTTP/1.1\r\nHost: a\r\nX: v" + value + "\r\n\r\n", 1000),
            Progress::refused);
  EXPECT_EQ(reader.refusal(), Refusal::headers_too_large);
}

TEST(RequestReader, StartsAnew) {
  RequestReader reader(kLimits);
  feed(reader, "POST /one HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nRange: x\r\n\r\nb", 1000);
  reader.restart();
  EXPECT_FALSE(reader.has_started());
  ASSERT_EQ(feed(reader, "GET /two HTTP/1.1\r\nHost: a\r\n\r\n", 1000), Progress::whole);
  EXPECT_EQ(reader.request().body, "");
  EXPECT_EQ(reader.asked().range, "");
  EXPECT_EQ(reader.request().headers.size(), 1U);
}

TEST(RequestReader, RefusesWhatIsMalformedHoweverItArrives) {
  ASSERT_GE(testing::bad_requests().size(), 60U);
  for (const testing::BadRequest& row : testing::bad_requests()) {
    if (row.refusal == Refusal::tls_on_plain_port) {
      continue;  // told apart before there is a request
    }
    for (const std::size_t step : kSteps) {
      RequestReader reader(kLimits);
      EXPECT_EQ(feed(reader, row.bytes, step), Progress::refused) << row.name << " by " << step;
      EXPECT_EQ(reader.refusal(), row.refusal) << row.name << " by " << step;
    }
  }
}

TEST(RequestReader, KeepsWhatIsKnownOfARefusedRequest) {
  RequestReader reader(kLimits);
  feed(reader, "PATCH /users/1 HTTP/1.1\r\nHost: a\r\nX-A: 1\r\nX B: 2\r\n\r\n", 1000);
  EXPECT_EQ(reader.request().method, "PATCH");
  EXPECT_EQ(reader.request().target, "/users/1");
  EXPECT_EQ(reader.request().headers.size(), 2U);
}

}  // namespace
}  // namespace graphfault::net
