// SPDX-License-Identifier: MIT
// Proxy mode: CONNECT and absolute targets, answered here.
#include "net/testing/raw_client.hpp"
#include "net/testing/tls_running.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::net {
namespace {

using ::testing::HasSubstr;
using testing::Https;
using testing::RawClient;
using testing::Running;
using testing::TlsClient;
using testing::TlsSettings;
using testing::trusting;

TEST(Tunnel, AnswersAsTheHostThatConnectNames) {
  Https running;
  TlsSettings settings = trusting("graph.microsoft.com");
  settings.connect = "graph.microsoft.com:443";
  TlsClient client(running.port(), settings);
  ASSERT_EQ(client.trouble(), "");
  client.send("GET /v1.0/me HTTP/1.1\r\nHost: graph.microsoft.com\r\n\r\n");
  EXPECT_TRUE(client.read_answer().ends_with("GET /v1.0/me"));
  const http::Request request = running.handler.requests(1).front();
  EXPECT_EQ(request.scheme, "https");
  EXPECT_EQ(request.host, "graph.microsoft.com");
  EXPECT_TRUE(request.proxied);
  EXPECT_EQ(running.handler.greetings().front().connect_host, "graph.microsoft.com");
}

TEST(Tunnel, MayComeByTheHttpsPortToo) {
  Https running;
  TlsClient client(running.https_port(), trusting());
  client.send("CONNECT graph.microsoft.com:443 HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(client.read_answer(), "HTTP/1.1 200 Connection Established\r\n\r\n");
}

TEST(Tunnel, RefusesEveryOtherHost) {
  Https running;
  for (const std::string target : {"www.example:443", "other.example:80"}) {
    RawClient client(running.port());
    client.send("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n");
    EXPECT_TRUE(client.read_to_end().starts_with("HTTP/1.1 403 ")) << target;
    EXPECT_EQ(running.handler.partials().back().host, target);
  }
  EXPECT_EQ(running.handler.refusals(2).back(), Refusal::forbidden_host);
}

TEST(Tunnel, RefusesWhatIsNoConnect) {
  Https running;
  const struct {
    std::string target;
    Refusal refusal;
    std::string rest = "\r\n";
  } rows[] = {{"graph.microsoft.com", Refusal::connect_without_port},
              {":443", Refusal::connect_without_port},
              {"graph.microsoft.com:https", Refusal::connect_without_port},
              {"/v1.0/me", Refusal::malformed},
              {"graph.microsoft.com:443", Refusal::malformed, "Content-Length: 3\r\n\r\nabc"}};
  std::size_t count = 0;
  for (const auto& row : rows) {
    RawClient client(running.port());
    client.send("CONNECT " + row.target + " HTTP/1.1\r\nHost: a\r\n" + row.rest);
    EXPECT_TRUE(client.read_to_end().starts_with("HTTP/1.1 400 ")) << row.target;
    EXPECT_EQ(running.handler.refusals(++count).back(), row.refusal) << row.target;
  }
}

TEST(Tunnel, HoldsNoSecondOne) {
  Https running;
  TlsSettings settings = trusting("graph.microsoft.com");
  settings.connect = "graph.microsoft.com:443";
  TlsClient client(running.port(), settings);
  client.send("CONNECT login.microsoftonline.com:443 HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(client.read_answer().starts_with("HTTP/1.1 400 "));
  EXPECT_EQ(running.handler.refusals(1).back(), Refusal::nested_tunnel);
}

TEST(Tunnel, TakesAHandshakeThatComesTogetherWithItsConnect) {
  Https running;
  RawClient client(running.port());
  client.send("CONNECT graph.microsoft.com:443 HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\n\r\n");
  const std::string answers = client.read_to_end();
  EXPECT_THAT(answers, HasSubstr("200 Connection Established\r\n\r\nHTTP/1.1 400 "));
}

TEST(Tunnel, NeedsAnIdentity) {
  Running running;
  RawClient client(running.port());
  client.send("CONNECT graph.microsoft.com:443 HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(client.read_to_end().starts_with("HTTP/1.1 403 "));
}

TEST(AbsoluteTarget, IsAnsweredForTheHostsOfTheHandlerAndThisMachine) {
  Https running;
  const struct {
    std::string target;
    std::string_view status;
    std::string_view scheme;
  } rows[] = {{"http://graph.microsoft.com/v1.0/me", "200", "http"},
              {"https://graph.microsoft.com/v1.0/me", "200", "https"},
              {"http://localhost:8080/v1.0/me", "200", "http"},
              {"http://127.0.0.1/v1.0/me", "200", "http"},
              {"http://www.example/", "403", ""},
              {"ftp://graph.microsoft.com/", "400", ""}};
  for (const auto& row : rows) {
    RawClient client(running.port());
    client.send("GET " + row.target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(client.read_to_end().substr(9, 3), row.status) << row.target;
    if (!row.scheme.empty()) {
      EXPECT_EQ(running.handler.requests(1).back().scheme, row.scheme);
    }
  }
}

}  // namespace
}  // namespace graphfault::net
