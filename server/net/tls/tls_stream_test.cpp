// SPDX-License-Identifier: MIT
// HTTPS over real sockets: handshakes good and bad, requests, and the faults of the wire.
#include "net/tls/tls_stream.hpp"

#include "net/testing/raw_client.hpp"
#include "net/testing/tls_running.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::net {
namespace {

using testing::get;
using ::testing::HasSubstr;
using testing::Https;
using testing::plain;
using testing::post;
using testing::RawClient;
using testing::Running;
using testing::ticketed;
using testing::TlsClient;
using testing::TlsSettings;
using testing::trusting;
using namespace std::chrono_literals;

TEST(Tls, CarriesRequestsInBothVersions) {
  Https running;
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    TlsSettings settings = trusting();
    settings.version = version;
    TlsClient client(running.https_port(), settings);
    ASSERT_EQ(client.trouble(), "");
    EXPECT_EQ(client.protocol(), "http/1.1");
    EXPECT_EQ(client.version(), version == TLS1_2_VERSION ? "TLSv1.2" : "TLSv1.3");
    for (const std::string target : {"/one", "/two"}) {
      client.send(get(target));
      EXPECT_TRUE(client.read_answer().ends_with("GET " + target));
    }
  }
  for (const http::Request& request : running.handler.requests(4)) {
    EXPECT_EQ(request.scheme, "https");
    EXPECT_FALSE(request.proxied);
  }
}

TEST(Tls, TakesNoOlderVersion) {
  Https running;
  TlsSettings settings = trusting();
  settings.version = TLS1_1_VERSION;
  EXPECT_NE(TlsClient(running.https_port(), settings).trouble(), "");
}

TEST(Tls, ShowsACertificateForEachOfItsNames) {
  Https running;
  for (const std::string name : {"localhost", "graph.microsoft.com", "graphfault", "any-service"}) {
    EXPECT_EQ(TlsClient(running.https_port(), trusting(name)).trouble(), "") << name;
  }
  for (const std::string name : {"graph.microsoft.us", "other.example"}) {
    EXPECT_EQ(TlsClient(running.https_port(), trusting(name)).trouble(), "hostname mismatch")
        << name;
  }
}

TEST(Tls, IsTrustedByItsAuthorityAlone) {
  Https running;
  TlsSettings settings = trusting();
  settings.trusted = make_authority(SystemClock().now()).certificates;
  EXPECT_NE(TlsClient(running.https_port(), settings).trouble(), "");
}

TEST(Tls, ShowsACertificateOfTheUsers) {
  const Credentials own =
      issue(make_authority(SystemClock().now()), {.names = {"mine.example"},
                                                  .from = SystemClock().now() - 24h,
                                                  .until = SystemClock().now() + 24h})
          .value();
  Running running({}, {}, 2, testing::identity(own));
  TlsSettings settings = trusting("mine.example");
  settings.trusted = own.certificates.substr(own.certificates.rfind("-----BEGIN"));
  TlsClient client(running.https_port(), settings);
  ASSERT_EQ(client.trouble(), "");
  client.send(get("/"));
  EXPECT_TRUE(client.read_answer().ends_with("GET /"));
}

TEST(Tls, ResumesASession) {
  Https running;
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    TlsSettings settings = trusting();
    settings.version = version;
    TlsClient first(running.https_port(), settings);
    first.send(get("/"));
    first.read_answer();
    EXPECT_FALSE(first.was_resumed());
    TlsClient second(running.https_port(), settings, first.session().get());
    EXPECT_TRUE(second.was_resumed());
    second.send(get("/again"));
    EXPECT_TRUE(second.read_answer().ends_with("GET /again"));
  }
}

TEST(Tls, RefusesAClientThatSpeaksAnotherProtocol) {
  Https running;
  TlsSettings settings = trusting();
  settings.protocols = "\x02h2";
  EXPECT_NE(TlsClient(running.https_port(), settings).trouble(), "");
  settings.protocols = std::string("\x02h2\x08http/1.1");
  EXPECT_EQ(TlsClient(running.https_port(), settings).protocol(), "http/1.1");
  settings.protocols.clear();
  TlsClient silent(running.https_port(), settings);
  silent.send(get("/"));
  EXPECT_TRUE(silent.read_answer().ends_with("GET /"));
}

TEST(Tls, CarriesLargeBodiesBothWays) {
  const std::string large(3'000'000, 'x');
  Https running([&large](const http::Request& request) {
    return plain(request.body == large ? large + "end" : "broken");
  });
  TlsClient client(running.https_port(), trusting());
  client.send(post("/", large));
  const std::string answer = client.read_answer();
  EXPECT_GT(answer.size(), large.size());
  EXPECT_TRUE(answer.ends_with("xend"));
}

TEST(Tls, AnswersPipelinedRequestsInOrder) {
  Https running;
  TlsClient client(running.https_port(), trusting());
  std::string requests;
  for (int i = 0; i < 500; ++i) {
    requests += get("/" + std::to_string(i));
  }
  client.send(requests);
  for (int i = 0; i < 500; ++i) {
    ASSERT_TRUE(client.read_answer().ends_with("GET /" + std::to_string(i)));
  }
}

http::Answer ending(http::Ending how) {
  http::Answer answer = ticketed(1, "0123456789");
  answer.plan.ending = how;
  answer.plan.cut_after = 4;
  return answer;
}

TEST(TlsFaults, ResetACutAndAClose) {
  {
    Https running([](const http::Request&) { return ending(http::Ending::reset_before); });
    TlsClient client(running.https_port(), trusting());
    client.send(get("/"));
    EXPECT_EQ(client.read_to_end(), "");
    EXPECT_TRUE(client.was_reset());
  }
  {
    Https running([](const http::Request&) { return ending(http::Ending::truncate); });
    TlsClient client(running.https_port(), trusting());
    client.send(get("/"));
    EXPECT_TRUE(client.read_to_end().ends_with("\r\n\r\n0123"));
    EXPECT_EQ(running.handler.delivery(1).aborted, false);
  }
  {
    Https running([](const http::Request&) { return ending(http::Ending::close_before); });
    TlsClient client(running.https_port(), trusting());
    client.send(get("/"));
    EXPECT_EQ(client.read_to_end(), "");
    EXPECT_TRUE(client.said_goodbye());
  }
}

TEST(TlsFaults, DelayAndDrip) {
  Https running([](const http::Request&) {
    http::Answer answer = ticketed(1, "0123456789");
    answer.plan.delay = 10ms;
    answer.plan.drip = 1000;
    return answer;
  });
  TlsClient client(running.https_port(), trusting());
  client.send(get("/"));
  EXPECT_TRUE(client.read_answer().ends_with("0123456789"));
  EXPECT_EQ(running.handler.leavings().size(), 1U);
}

struct FaceRow {
  Face face;
  std::string_view trouble;
};

TEST(TlsFaults, TheCertificateIsBadAsTheHandlerSays) {
  Https running;
  TlsClient before(running.https_port(), trusting());
  before.send(get("/"));
  before.read_answer();
  const FaceRow rows[] = {{Face::expired, "certificate has expired"},
                          {Face::wrong_name, "hostname mismatch"},
                          {Face::untrusted, "self-signed certificate in certificate chain"}};
  for (const FaceRow& row : rows) {
    running.handler.face = row.face;
    EXPECT_EQ(TlsClient(running.https_port(), trusting()).trouble(), row.trouble);
    // A client that has a session from better days sees it all the same.
    EXPECT_EQ(TlsClient(running.https_port(), trusting(), before.session().get()).trouble(),
              row.trouble);
  }
  running.handler.face = Face::honest;
  EXPECT_EQ(TlsClient(running.https_port(), trusting()).trouble(), "");
}

TEST(TlsFaults, ASessionMadeUnderABadCertificateIsNotResumed) {
  Https running;
  TlsSettings careless = trusting();
  careless.trusted.clear();
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    careless.version = version;
    running.handler.face = Face::expired;
    TlsClient first(running.https_port(), careless);
    first.send(get("/"));
    EXPECT_TRUE(first.read_answer().ends_with("GET /"));
    running.handler.face = Face::honest;
    EXPECT_FALSE(TlsClient(running.https_port(), careless, first.session().get()).was_resumed());
  }
}

TEST(TlsFaults, TheConnectionIsResetBehindTheClientHello) {
  Https running;
  running.handler.face = Face::reset;
  EXPECT_TRUE(TlsClient(running.https_port(), trusting()).was_reset());
  EXPECT_EQ(running.handler.greetings().back().server_name, "localhost");
}

TEST(TlsHandshake, TellsTheHandlerWhatTheClientAsksFor) {
  Https running;
  TlsClient named(running.https_port(), trusting("graph.microsoft.com"));
  TlsClient nameless(running.https_port(), trusting(""));
  const auto greetings = running.handler.greetings();
  ASSERT_EQ(greetings.size(), 2U);
  EXPECT_EQ(greetings[0].host(), "graph.microsoft.com");
  EXPECT_THAT(greetings[0].peer, HasSubstr("127.0.0.1:"));
  EXPECT_EQ(greetings[1].host(), "");
}

TEST(TlsHandshake, TheHandlerHearsWhyItFailed) {
  Https running;
  { RawClient gone(running.https_port()); }
  EXPECT_EQ(running.handler.failures(1).back(), "the client closed the connection");
  TlsSettings settings = trusting();
  settings.trusted = make_authority(SystemClock().now()).certificates;
  TlsClient distrustful(running.https_port(), settings);
  EXPECT_THAT(running.handler.failures(2).back(), HasSubstr("unknown ca"));
  RawClient garbage(running.https_port());
  garbage.send("\x16\x03\x01\xff\xff\x7f rubbish");
  garbage.end_sending();
  garbage.read_to_end();
  EXPECT_EQ(running.handler.failures(3).size(), 3U);
}

TEST(TlsHandshake, AStalledOneEndsAtItsDeadline) {
  Https running({}, {.handshake_time = 50ms});
  RawClient silent(running.https_port());
  RawClient halfway(running.https_port());
  halfway.send("\x16\x03\x01\x02");
  // Meanwhile others are served.
  TlsClient client(running.https_port(), trusting());
  client.send(get("/"));
  EXPECT_TRUE(client.read_answer().ends_with("GET /"));
  silent.read_to_end();
  EXPECT_EQ(silent.end(), RawClient::End::reset);
  halfway.read_to_end();
  EXPECT_EQ(halfway.end(), RawClient::End::reset);
  EXPECT_EQ(running.handler.failures(2).back(), "it did not finish in time");
}

TEST(TlsHandshake, PlainHttpIsAnsweredInPlainHttp) {
  Https running;
  RawClient client(running.https_port());
  client.send(get("/v1.0/users"));
  EXPECT_TRUE(client.read_to_end().starts_with("HTTP/1.1 400 "));
  EXPECT_EQ(running.handler.refusals(1).back(), Refusal::plain_on_tls_port);
}

TEST(TlsHandshake, OneClientTooManyIsTurnedAway) {
  Https running({}, {.connections = 1});
  TlsClient first(running.https_port(), trusting());
  first.send(get("/"));
  first.read_answer();
  RawClient second(running.https_port());
  EXPECT_EQ(second.read_to_end(), "");
}

}  // namespace
}  // namespace graphfault::net
