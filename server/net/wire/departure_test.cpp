// SPDX-License-Identifier: MIT
#include "net/wire/departure.hpp"

#include "base/gzip.hpp"

#include <gtest/gtest.h>

#include <string>

namespace graphfault::net {
namespace {

Asked asked() {
  Asked asked;
  asked.get = true;
  asked.keep_alive = true;
  return asked;
}

http::Answer answer(int status, std::string body, http::Headers headers = {}) {
  http::Answer answer;
  answer.response.status = status;
  answer.response.body = std::move(body);
  answer.response.headers = std::move(headers);
  return answer;
}

/// All that would leave.
std::string wire(const Asked& asked, http::Answer answer,
                 Afterwards afterwards = Afterwards::as_asked) {
  const auto departure = prepare(asked, std::move(answer), afterwards);
  return departure->head + departure->body.substr(0, departure->body_leaves);
}

TEST(Departure, HeadersLeaveInTheirOrderSpellingAndNumber) {
  EXPECT_EQ(wire(asked(), answer(429, "{}",
                                 {{"x-LATE", "1"},
                                  {"Retry-After", "10"},
                                  {"A", ""},
                                  {"Retry-After", "20"},
                                  {"content-type", "application/json; charset=utf-8"}})),
            "HTTP/1.1 429 Too Many Requests\r\n"
            "x-LATE: 1\r\n"
            "Retry-After: 10\r\n"
            "A: \r\n"
            "Retry-After: 20\r\n"
            "content-type: application/json; charset=utf-8\r\n"
            "Content-Length: 2\r\n"
            "\r\n"
            "{}");
}

TEST(Departure, ReasonIsTheStandardOneOrTheAuthored) {
  EXPECT_EQ(wire(asked(), answer(509, "")),
            "HTTP/1.1 509 Bandwidth Limit Exceeded\r\nContent-Length: 0\r\n\r\n");
  http::Answer named = answer(429, "");
  named.response.reason = "Slow down, please";
  EXPECT_EQ(wire(asked(), named), "HTTP/1.1 429 Slow down, please\r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(wire(asked(), answer(799, "")), "HTTP/1.1 799 Unknown\r\nContent-Length: 0\r\n\r\n");
}

TEST(Departure, StatusLineLeavesByteForByte) {
  http::Answer broken = answer(200, "x");
  broken.plan.status_line = "HTTP/1.1 000 ?";
  EXPECT_EQ(wire(asked(), broken), "HTTP/1.1 000 ?\r\nContent-Length: 1\r\n\r\nx");
  broken.plan.status_line = "";
  EXPECT_EQ(wire(asked(), broken), "\r\nContent-Length: 1\r\n\r\nx");
}

TEST(Departure, BodylessStatusesHaveNeitherBodyNorLength) {
  for (const int status : {100, 101, 204, 304}) {
    const std::string out = wire(asked(), answer(status, "never", {{"ETag", "W/\"1\""}}));
    EXPECT_EQ(out.find("Content-Length"), std::string::npos) << out;
    EXPECT_TRUE(out.ends_with("ETag: W/\"1\"\r\n\r\n")) << out;
  }
}

TEST(Departure, HeadHasTheLengthOfTheBodyItDoesNotSend) {
  Asked head = asked();
  head.get = false;
  head.head = true;
  EXPECT_EQ(wire(head, answer(200, "12345")), "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
}

TEST(Departure, OneContentLengthWhateverWasAuthored) {
  EXPECT_EQ(wire(asked(), answer(200, "abc",
                                 {{"Content-Length", "99"}, {"X", "1"}, {"content-length", "0"}})),
            "HTTP/1.1 200 OK\r\nX: 1\r\nContent-Length: 3\r\n\r\nabc");
}

TEST(Departure, AuthoredChunksAreCarriedOut) {
  const http::Headers chunked{{"Transfer-Encoding", "chunked"}};
  EXPECT_EQ(wire(asked(), answer(200, "hello, chunk world", chunked)),
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            "12\r\nhello, chunk world\r\n0\r\n\r\n");
  EXPECT_EQ(wire(asked(), answer(200, "", chunked)),
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
  Asked old = asked();
  old.http10 = true;
  EXPECT_EQ(wire(old, answer(200, "abc", chunked)),
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: keep-alive\r\n\r\nabc");
  EXPECT_EQ(wire(asked(), answer(204, "", chunked)), "HTTP/1.1 204 No Content\r\n\r\n");
  http::Answer cut = answer(200, "hello", chunked);
  cut.plan.ending = http::Ending::truncate;
  cut.plan.cut_after = 2;
  EXPECT_EQ(wire(asked(), cut), "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe");
}

TEST(Departure, ConnectionIsSaidWhereItHasToBe) {
  Asked closing = asked();
  closing.keep_alive = false;
  EXPECT_EQ(wire(closing, answer(200, "")),
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(wire(asked(), answer(200, ""), Afterwards::close),
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  http::Answer planned = answer(200, "");
  planned.plan.close = true;
  EXPECT_EQ(wire(asked(), planned),
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  Asked old = asked();
  old.http10 = true;
  EXPECT_EQ(wire(old, answer(200, "")),
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n");
}

TEST(Departure, AuthoredConnectionIsKeptAndHeeded) {
  auto departure =
      prepare(asked(), answer(200, "", {{"connection", "Close"}}), Afterwards::as_asked);
  EXPECT_TRUE(departure->close);
  EXPECT_EQ(departure->head, "HTTP/1.1 200 OK\r\nconnection: Close\r\nContent-Length: 0\r\n\r\n");
  departure = prepare(asked(), answer(200, "", {{"Connection", "keep-alive"}}), Afterwards::close);
  EXPECT_TRUE(departure->close);
  EXPECT_EQ(departure->head, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

TEST(Departure, NoValueEndsItsLine) {
  EXPECT_EQ(wire(asked(), answer(200, "", {{"X", std::string("a\r\nEvil: 1\0b", 12)}})),
            "HTTP/1.1 200 OK\r\nX: a  Evil: 1 b\r\nContent-Length: 0\r\n\r\n");
}

TEST(Departure, TruncationKeepsTheFullContentLength) {
  http::Answer cut = answer(200, "0123456789");
  cut.plan.ending = http::Ending::truncate;
  for (const std::uint64_t after : {0U, 1U, 9U, 10U, 11U, 1000U}) {
    cut.plan.cut_after = after;
    const auto departure = prepare(asked(), cut, Afterwards::as_asked);
    EXPECT_EQ(departure->head, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
    EXPECT_EQ(departure->body_leaves, std::min<std::uint64_t>(after, 10)) << after;
    EXPECT_TRUE(departure->close);
  }
}

TEST(Departure, CompressibleAnswersAreGzippedWhereAllowed) {
  Asked gzips = asked();
  gzips.gzip = true;
  http::Answer page = answer(200, std::string(1000, 'a'), {{"Vary", "Accept-Encoding"}});
  page.plan.compressible = true;
  const auto departure = prepare(gzips, page, Afterwards::as_asked);
  EXPECT_EQ(departure->head,
            "HTTP/1.1 200 OK\r\nVary: Accept-Encoding\r\nContent-Encoding: gzip\r\n"
            "Content-Length: " +
                std::to_string(departure->body.size()) + "\r\n\r\n");
  EXPECT_EQ(gunzip(departure->body, 10'000).value(), std::string(1000, 'a'));
}

TEST(Departure, NothingElseIsGzipped) {
  Asked gzips = asked();
  gzips.gzip = true;
  http::Answer page = answer(200, "plain");
  EXPECT_TRUE(wire(gzips, page).ends_with("plain"));  // a reply
  page.plan.compressible = true;
  EXPECT_TRUE(wire(asked(), page).ends_with("plain"));  // not asked for
  page.response.headers.add("content-encoding", "br");
  EXPECT_TRUE(wire(gzips, page).ends_with("plain"));
  http::Answer cut = answer(200, "0123456789");
  cut.plan = {.ending = http::Ending::truncate, .cut_after = 4, .compressible = true};
  EXPECT_TRUE(wire(gzips, cut).ends_with("\r\n0123"));
  http::Answer empty = answer(200, "");
  empty.plan.compressible = true;
  EXPECT_EQ(wire(gzips, empty), "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
}

struct RangeRow {
  const char* range;
  const char* if_range;
  int status;
  const char* content_range;
  const char* body;
};

TEST(Departure, RangesApplyWhereThePlanSaysSo) {
  const RangeRow rows[] = {
      {"bytes=0-3", "", 206, "bytes 0-3/10", "0123"},
      {"bytes=8-", "", 206, "bytes 8-9/10", "89"},
      {"bytes=-3", "", 206, "bytes 7-9/10", "789"},
      {"bytes=9-99", "", 206, "bytes 9-9/10", "9"},
      {"bytes=0-3", "\"tag\"", 206, "bytes 0-3/10", "0123"},
      {"bytes=0-3", "\"other\"", 200, "", "0123456789"},
      {"bytes=10-", "", 416, "bytes */10", ""},
      {"bytes=-0", "", 416, "bytes */10", ""},
      {"", "", 200, "", "0123456789"},
      {"pages=1-2", "", 200, "", "0123456789"},
      {"bytes=3-1", "", 200, "", "0123456789"},
      {"bytes=0-1,4-5", "", 200, "", "0123456789"},
  };
  for (const RangeRow& row : rows) {
    Asked ranged = asked();
    ranged.range = row.range;
    ranged.if_range = row.if_range;
    http::Answer whole = answer(200, "0123456789", {{"ETag", "\"tag\""}});
    whole.plan.ranged = true;
    whole.plan.compressible = true;
    const std::string out = wire(ranged, whole);
    EXPECT_TRUE(out.starts_with("HTTP/1.1 " + std::to_string(row.status))) << row.range << out;
    EXPECT_TRUE(out.ends_with(std::string("\r\n\r\n") + row.body)) << row.range << out;
    const std::string line = std::string("Content-Range: ") + row.content_range + "\r\n";
    EXPECT_EQ(out.find(line) != std::string::npos, *row.content_range != '\0') << row.range << out;
  }
}

TEST(Departure, RangesApplyNowhereElse) {
  Asked ranged = asked();
  ranged.range = "bytes=0-3";
  EXPECT_TRUE(wire(ranged, answer(200, "0123456789")).ends_with("\r\n0123456789"));
  http::Answer error = answer(429, "0123456789");
  error.plan.ranged = true;
  EXPECT_TRUE(wire(ranged, error).ends_with("\r\n0123456789"));
  ranged.get = false;  // POST
  http::Answer whole = answer(200, "0123456789");
  whole.plan.ranged = true;
  EXPECT_TRUE(wire(ranged, whole).ends_with("\r\n0123456789"));
}

TEST(Departure, TellsWhatIsLeftOfHeadAndBody) {
  const auto departure = prepare(asked(), answer(200, "abc"), Afterwards::as_asked);
  EXPECT_EQ(departure->body_left(), "abc");
  departure->written = 5;
  EXPECT_EQ(departure->head_left(), departure->head.substr(5));
  EXPECT_EQ(departure->body_left(), "abc");
  departure->written = departure->head.size() + 1;
  EXPECT_EQ(departure->head_left(), "");
  EXPECT_EQ(departure->body_left(), "bc");
  departure->allowed = 2;
  EXPECT_EQ(departure->body_left(), "b");
  EXPECT_FALSE(departure->is_out());
}

TEST(Departure, EndingsWithoutBytesHaveNone) {
  for (const auto ending :
       {http::Ending::close_before, http::Ending::reset_before, http::Ending::stall}) {
    http::Answer none = answer(200, "abc");
    none.plan.ending = ending;
    EXPECT_EQ(prepare(asked(), none, Afterwards::as_asked)->size(), 0U);
  }
}

}  // namespace
}  // namespace graphfault::net
