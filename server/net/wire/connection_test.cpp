// SPDX-License-Identifier: MIT
// How a connection lives: requests in order, keep-alive, 100-continue, ends and resets.
#include "net/wire/connection.hpp"

#include "base/gzip.hpp"
#include "net/testing/malformed_requests.hpp"
#include "net/testing/raw_client.hpp"
#include "net/testing/scripted_handler.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace graphfault::net {
namespace {

using testing::get;
using testing::plain;
using testing::post;
using testing::RawClient;
using testing::Running;
using testing::ticketed;
using End = RawClient::End;
using namespace std::chrono_literals;

std::string ok(std::string_view body, std::string_view connection = {}) {
  return fmt::format("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n{}\r\n{}", body.size(), connection,
                     body);
}

TEST(Connection, AnswersByteForByteAndLivesOn) {
  Running running;
  RawClient client(running.port());
  for (const char* target : {"/v1.0/users", "/v1.0/users?$top=5", "/@t/v1.0/me"}) {
    client.send(get(target));
    EXPECT_EQ(client.read_answer(), ok(std::string("GET ") + target));
  }
  EXPECT_TRUE(client.is_silent());
}

TEST(Connection, HandsUpTheWholeRequest) {
  Running running;
  RawClient client(running.port());
  client.send(post("/users", "{\"a\":1}", "Content-Type: application/json\r\nx-B: 2\r\n"));
  client.read_answer();
  const http::Request request = running.handler.requests(1).front();
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.body, "{\"a\":1}");
  EXPECT_EQ(request.host, "localhost");
  EXPECT_EQ(request.scheme, "http");
  EXPECT_TRUE(request.peer.starts_with("127.0.0.1:")) << request.peer;
  EXPECT_FALSE(request.proxied);
  EXPECT_EQ(request.headers, (http::Headers{{"Host", "localhost"},
                                            {"Content-Length", "7"},
                                            {"Content-Type", "application/json"},
                                            {"x-B", "2"}}));
}

TEST(Connection, EveryMethodReachesTheHandler) {
  Running running;
  RawClient client(running.port());
  for (const char* method : {"GET", "PUT", "PATCH", "DELETE", "OPTIONS", "MERGE", "TRACE",
                             "PROPFIND", "FOO", "get", "M-SEARCH"}) {
    client.send(fmt::format("{} /x HTTP/1.1\r\nHost: a\r\n\r\n", method));
    EXPECT_EQ(client.read_answer(), ok(fmt::format("{} /x", method)));
  }
}

TEST(Connection, HeadSendsTheHeadAlone) {
  Running running;
  RawClient client(running.port());
  client.send("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n" + get("/d"));
  EXPECT_EQ(client.read_head(), "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
  EXPECT_EQ(client.read_answer(), ok("GET /d"));
}

TEST(Connection, AnswersPipelinedRequestsInOrder) {
  Running running;
  RawClient client(running.port());
  std::string requests;
  for (int i = 0; i < 500; ++i) {
    requests += i % 2 == 0 ? get(fmt::format("/{}", i)) : post(fmt::format("/{}", i), "body");
  }
  client.send(requests);
  for (int i = 0; i < 500; ++i) {
    ASSERT_EQ(client.read_answer(), ok(fmt::format("{} /{}", i % 2 == 0 ? "GET" : "POST", i)));
  }
}

TEST(Connection, ParsesARequestOnlyOnceTheAnswerBeforeItHasLeft) {
  Running running([](const http::Request& request) {
    http::Answer answer = ticketed(request.target == "/1" ? 1 : 2, request.target);
    answer.plan.delay = request.target == "/1" ? 50ms : 0ms;
    return answer;
  });
  RawClient client(running.port());
  client.send(get("/1") + get("/2") + "BROKEN\r\n\r\n");
  EXPECT_EQ(client.read_answer(), ok("/1"));
  EXPECT_EQ(client.read_answer(), ok("/2"));
  EXPECT_TRUE(client.read_answer().starts_with("HTTP/1.1 400 "));
  EXPECT_FALSE(running.handler.delivery(1).aborted);
  EXPECT_LE(running.handler.delivery(1).sent, running.handler.delivery(2).sent);
}

TEST(Connection, MuchSentAheadOfADelayedAnswerIsNotLost) {
  Running running([](const http::Request& request) {
    http::Answer answer = plain(std::to_string(request.body.size()));
    answer.plan.delay = request.target == "/wait" ? 50ms : 0ms;
    return answer;
  });
  RawClient client(running.port());
  client.send(get("/wait"));
  const std::string large(300'000, 'x');  // more than is read ahead
  client.send(post("/next", large));
  client.send(get("/last"));
  EXPECT_EQ(client.read_answer(), ok("0"));
  EXPECT_EQ(client.read_answer(), ok("300000"));
  EXPECT_EQ(client.read_answer(), ok("0"));
}

TEST(Connection, RequestsMayArriveByteByByte) {
  Running running;
  RawClient client(running.port());
  for (const char byte : post("/slow", "body") + get("/next")) {
    client.send(std::string_view(&byte, 1));
  }
  EXPECT_EQ(client.read_answer(), ok("POST /slow"));
  EXPECT_EQ(client.read_answer(), ok("GET /next"));
}

TEST(Connection, Http10ClosesUnlessAskedNotTo) {
  Running running;
  RawClient closing(running.port());
  closing.send("GET / HTTP/1.0\r\n\r\n");
  EXPECT_EQ(closing.read_to_end(), ok("GET /", "Connection: close\r\n"));
  EXPECT_EQ(closing.end(), End::ended);

  RawClient keeping(running.port());
  for (int i = 0; i < 2; ++i) {
    keeping.send("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n");
    EXPECT_EQ(keeping.read_answer(), ok("GET /", "Connection: keep-alive\r\n"));
  }
}

TEST(Connection, ClosesWhereTheClientAsksForIt) {
  Running running;
  for (const char* spelling : {"Connection: close", "connection: Close", "CONNECTION: x, CLOSE"}) {
    RawClient client(running.port());
    client.send(get("/", fmt::format("{}\r\n", spelling)) + get("/unanswered"));
    EXPECT_EQ(client.read_to_end(), ok("GET /", "Connection: close\r\n")) << spelling;
    EXPECT_EQ(client.end(), End::ended);
  }
}

TEST(Connection, TakesTheHostOfAnAbsoluteForm) {
  Running running;
  RawClient client(running.port());
  client.send("GET http://graph.microsoft.com/v1.0/me HTTP/1.1\r\nHost: other\r\n\r\n");
  EXPECT_EQ(client.read_answer(), ok("GET http://graph.microsoft.com/v1.0/me"));
  const http::Request request = running.handler.requests(1).front();
  EXPECT_EQ(request.host, "graph.microsoft.com");
  EXPECT_TRUE(request.proxied);
}

TEST(Connection, SendsThe100AClientWaitsFor) {
  Running running;
  RawClient client(running.port());
  const std::string request = post("/", "hello", "Expect: 100-continue\r\n");
  client.send(request.substr(0, request.size() - 5));
  EXPECT_EQ(client.read_head(), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("hello");
  EXPECT_EQ(client.read_answer(), ok("POST /"));
  // A body that is there already needs none.
  client.send(request);
  EXPECT_EQ(client.read_answer(), ok("POST /"));
}

TEST(Connection, SendsThe100ForChunksToo) {
  Running running;
  RawClient client(running.port());
  client.send(
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.read_head(), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("5\r\nhello\r\n0\r\n\r\n");
  EXPECT_EQ(client.read_answer(), ok("POST /"));
  EXPECT_EQ(running.handler.requests(1).front().body, "hello");
}

TEST(Connection, InflatesGzippedBodies) {
  Running running;
  RawClient client(running.port());
  const std::string text(100'000, 'z');
  client.send(post("/", gzip(text), "Content-Encoding: GZIP\r\n"));
  EXPECT_EQ(client.read_answer(), ok("POST /"));
  EXPECT_EQ(running.handler.requests(1).front().body, text);
  client.send(post("/", "as it is", "Content-Encoding: identity\r\n"));
  EXPECT_EQ(client.read_answer(), ok("POST /"));
  // Without a body there is nothing to refuse.
  client.send(get("/", "Content-Encoding: br\r\n"));
  EXPECT_EQ(client.read_answer(), ok("GET /"));
}

TEST(Connection, AClientThatEndsItsSideStillGetsItsAnswer) {
  Running running;
  RawClient client(running.port());
  client.send(get("/1") + get("/2"));
  client.end_sending();
  EXPECT_EQ(client.read_to_end(), ok("GET /1") + ok("GET /2"));
  EXPECT_EQ(client.end(), End::ended);
}

TEST(Connection, AnEndInTheMiddleOfARequestClosesWithoutAnAnswer) {
  Running running;
  for (const std::string& part : {std::string(), std::string("GET / HT"), get("/").substr(0, 20),
                                  post("/", "hello").substr(0, post("/", "hello").size() - 2)}) {
    RawClient client(running.port());
    client.send(part);
    client.end_sending();
    EXPECT_EQ(client.read_to_end(), "") << part;
    EXPECT_EQ(client.end(), End::ended);
  }
}

TEST(Connection, RefusesWhatIsMalformedAndCloses) {
  Running running;
  for (const testing::BadRequest& row : testing::bad_requests()) {
    RawClient client(running.port());
    client.send(row.bytes);
    const std::string answer = client.read_to_end();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 4")) << row.name << ": " << answer;
    EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos) << row.name;
    EXPECT_TRUE(answer.ends_with("\r\n\r\nrefused")) << row.name;
    EXPECT_EQ(client.end(), End::ended) << row.name;
    EXPECT_EQ(running.handler.refusals(1).back(), row.refusal) << row.name;
  }
  EXPECT_EQ(running.handler.refusals(1).size(), testing::bad_requests().size());
  EXPECT_EQ(running.server->counts().refused, testing::bad_requests().size());
}

TEST(Connection, RefusesBehindGoodRequestsToo) {
  Running running;
  RawClient client(running.port());
  client.send(get("/1") + post("/2", "b") + "GET  /3 HTTP/1.1\r\n\r\n" + get("/4"));
  EXPECT_EQ(client.read_answer(), ok("GET /1"));
  EXPECT_EQ(client.read_answer(), ok("POST /2"));
  EXPECT_TRUE(client.read_to_end().starts_with("HTTP/1.1 400 Bad Request\r\n"));
  EXPECT_EQ(client.end(), End::ended);
}

TEST(Connection, TellsTheHandlerWhatIsKnownOfARefusedRequest) {
  Running running;
  RawClient client(running.port());
  client.send("PATCH /users/7 HTTP/1.1\r\nHost: a\r\nX-A: 1\r\nbad header\r\n\r\n");
  client.read_to_end();
  const http::Request partial = running.handler.partials().front();
  EXPECT_EQ(partial.method, "PATCH");
  EXPECT_EQ(partial.target, "/users/7");
  EXPECT_TRUE(partial.peer.starts_with("127.0.0.1:"));
}

TEST(Connection, ALargeAnswerArrivesWhole) {
  const std::string large(20U << 20U, 'L');
  Running running([&](const http::Request&) { return ticketed(1, large); });
  RawClient client(running.port());
  client.send(get("/"));
  EXPECT_EQ(client.read_answer(), ok(large));
  const http::Delivery delivery = running.handler.delivery(1);
  EXPECT_FALSE(delivery.aborted);
  EXPECT_EQ(delivery.bytes, ok(large).size());
}

}  // namespace
}  // namespace graphfault::net
