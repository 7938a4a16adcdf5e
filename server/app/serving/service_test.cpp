// SPDX-License-Identifier: MIT
#include "app/serving/service.hpp"

#include "control/client.hpp"
#include "net/listening/server.hpp"
#include "scenario/loading/load.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <mutex>

namespace graphfault::app {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kYaml = R"(
scenario: served
tenant: {tokens: {accept: none-required}}
rules:
  - when: GET /users
    then: {error: TooManyRequests, retry_after: 2s, delay: 20ms, times: 1}
  - when: GET /me
    then: {fault: reset}
  - {when: {handshake: expired.test}, then: {fault: {tls: expired}}}
  - {when: {handshake: wrong-name.test}, then: {fault: {tls: wrong-name}}}
  - {when: {handshake: untrusted.test}, then: {fault: {tls: untrusted}}}
  - {when: {handshake: reset.test}, then: {fault: {tls: reset}}}
)";

engine::ScenarioSet served() {
  auto loaded = scenario::load(kYaml, {.file = "served.yaml"});
  EXPECT_TRUE(loaded) << (loaded ? "" : render(loaded.error()));
  return loaded ? engine::ScenarioSet{*loaded} : engine::ScenarioSet{};
}

/// A service on a real socket.
class ServedService : public ::testing::Test {
 protected:
  ServedService() {
    auto started =
        net::Server::start({.hosts = {"127.0.0.1"}, .port = 0, .threads = 1}, service, clock);
    EXPECT_TRUE(started) << (started ? "" : started.error().problem.message);
    server = std::move(*started);
    service.open(*server);
  }

  Result<control::ClientReply> get(const std::string& target) const {
    return control::call("127.0.0.1", server->port(), {.target = target}, std::chrono::seconds(10));
  }
  std::vector<journal::Exchange> exchanges() {
    return engine.registry().fallback(clock.now())->exchanges(0);
  }

  std::string written{};
  std::mutex mutex{};
  SystemClock clock{};
  engine::Engine engine{served(), {.tenant = {}, .default_scenario = "served"}};
  ExchangeLog log{LogFormat::text, [this](std::string_view lines) {
                    const std::lock_guard lock(mutex);
                    written += lines;
                  }};
  Service service{engine, clock, log};
  std::unique_ptr<net::Server> server{};
};

TEST_F(ServedService, PlaysTheScenarioCountsAndLogs) {
  EXPECT_EQ(get("/v1.0/users")->status, 429);
  EXPECT_EQ(get("/v1.0/users/nobody@nowhere")->status, 404);
  EXPECT_FALSE(get("/v1.0/me"));
  server->stop();
  EXPECT_EQ(service.answers(), (std::map<int, std::uint64_t>{{0, 1}, {404, 1}, {429, 1}}));
  log.flush();
  EXPECT_THAT(written, HasSubstr("GET /v1.0/users -> 429 after 20ms  served/1 step 1\n"));
  EXPECT_THAT(written, HasSubstr("GET /v1.0/users/nobody@nowhere -> 404  emulation"));
  EXPECT_THAT(written, HasSubstr("GET /v1.0/me -> reset  served/2 step 1\n"));
}

TEST_F(ServedService, ReportsWhatBecameOfAnAnswer) {
  EXPECT_EQ(get("/v1.0/users")->status, 429);
  server->stop();
  const auto all = exchanges();
  ASSERT_EQ(all.size(), 1U);
  ASSERT_TRUE(all[0].left);
  EXPECT_GE(*all[0].left - all[0].begun, std::chrono::milliseconds(20));
  ASSERT_TRUE(all[0].sent);
  EXPECT_GT(all[0].bytes, 100U);
  EXPECT_FALSE(all[0].aborted);
}

TEST_F(ServedService, RefusalsHaveTheShapeOfGraph) {
  const auto reply = get("/v1.0/users?$filter=" + std::string(20'000, 'x'));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 414);
  EXPECT_THAT(reply->body, HasSubstr("\"error\""));
  EXPECT_EQ(service.answers().at(414), 1U);
  EXPECT_EQ(engine.counts().refused, 1U);
  log.flush();
  EXPECT_THAT(written, HasSubstr(" -> 414"));
}

TEST_F(ServedService, UnmatchedPathsAreCounted) {
  EXPECT_EQ(get("/v1.0/nothing/like/it")->status, 400);
  EXPECT_EQ(get("/v1.0/users/nobody@nowhere")->status, 404);
  EXPECT_EQ(service.unmatched(), 1U);
}

TEST(Service, UnmatchedPathsAreCountedWithoutMarksToo) {
  const SystemClock clock;
  engine::Engine engine(served(), {.tenant = {.marks = false}, .default_scenario = "served"});
  ExchangeLog log(LogFormat::off, [](std::string_view) {});
  Service service(engine, clock, log);
  EXPECT_EQ(service.serve({.method = "GET", .target = "/v1.0/nothing/like/it"}).response.status,
            400);
  EXPECT_EQ(service.unmatched(), 1U);
}

TEST_F(ServedService, IsReadyBetweenOpenAndClose) {
  EXPECT_TRUE(service.ready());
  EXPECT_GE(service.wire().accepted, 0U);
  get("/v1.0/users");
  EXPECT_GE(service.wire().accepted, 1U);
  service.close();
  EXPECT_FALSE(service.ready());
}

TEST(Service, IsNotReadyBeforeItIsOpen) {
  const SystemClock clock;
  engine::Engine engine({}, {});
  ExchangeLog log(LogFormat::off, [](std::string_view) {});
  const Service service(engine, clock, log);
  EXPECT_FALSE(service.ready());
  EXPECT_EQ(service.wire().open, 0U);
}

TEST_F(ServedService, AnswersForGraphItsSignInAndTheNamesGivenToIt) {
  Service named(engine, clock, log, {"Graph.Test", "*.Corp.Test"});
  for (const char* const host :
       {"graph.microsoft.com", "login.microsoftonline.us", "graph.test", "graph.corp.test"}) {
    EXPECT_TRUE(named.answers_for(host)) << host;
  }
  for (const char* const host : {"", "localhost", "www.example.com", "graph.test.example",
                                 "corp.test", ".corp.test", "a.graph.corp.test", "corp"}) {
    EXPECT_FALSE(named.answers_for(host)) << host;
  }
}

TEST_F(ServedService, ChoosesACertificateByTheRulesOfHandshakes) {
  const struct {
    const char* host;
    net::Face face;
  } rows[] = {{"expired.test", net::Face::expired},
              {"Wrong-Name.test", net::Face::wrong_name},
              {"untrusted.test", net::Face::untrusted},
              {"reset.test", net::Face::reset},
              {"localhost", net::Face::honest}};
  for (const auto& row : rows) {
    EXPECT_EQ(service.greet({.server_name = row.host}), row.face) << row.host;
    EXPECT_EQ(service.greet({.connect_host = row.host}), row.face) << row.host;
  }
}

TEST_F(ServedService, LogsAHandshakeThatFailed) {
  service.handshake_failed({.server_name = "localhost", .peer = "127.0.0.1:1"}, "unknown ca");
  service.handshake_failed({.peer = "127.0.0.1:2"}, "it did not finish in time");
  log.flush();
  EXPECT_THAT(written, HasSubstr("TLS localhost"));
  EXPECT_THAT(written, HasSubstr("the handshake failed: unknown ca"));
  EXPECT_THAT(written, HasSubstr("TLS 127.0.0.1:2"));
}

}  // namespace
}  // namespace graphfault::app
