// SPDX-License-Identifier: MIT
#include "control/listening/listener.hpp"

#include "control/client.hpp"
#include "control/testing/api_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <thread>

namespace graphfault::control {
namespace {

class ControlListener : public ::testing::Test {
 protected:
  ControlListener() {
    auto started = Listener::start({.hosts = {"127.0.0.1"}, .port = 0, .allowed_hosts = {}},
                                   api.subject, clock);
    EXPECT_TRUE(started) << (started ? "" : started.error().problem.message);
    listener = std::move(*started);
  }

  ClientReply send(const ClientCall& wanted) const {
    const auto reply = call("127.0.0.1", listener->port(), wanted, std::chrono::seconds(10));
    EXPECT_TRUE(reply) << (reply ? "" : reply.error().message);
    return reply ? *reply : ClientReply{};
  }

  ApiUnderTest api{};
  SystemClock clock{};
  std::unique_ptr<Listener> listener{};
};

TEST_F(ControlListener, AnswersAndCloses) {
  const ClientReply reply = send({.target = "/health"});
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.headers.find("Content-Type"), "application/json");
  EXPECT_EQ(reply.headers.find("Connection"), "close");
  EXPECT_FALSE(reply.headers.contains("Access-Control-Allow-Origin"));
  EXPECT_EQ(parse_json(reply.body)->at("status"), "ok");
}

TEST_F(ControlListener, TakesBodiesAndPostsWithoutOne) {
  EXPECT_EQ(send({.method = "POST", .target = "/tenants/throttled.a"}).status, 201);
  EXPECT_EQ(send({.method = "POST",
                  .target = "/tenants/throttled.a/clock",
                  .headers = {{"Content-Type", "application/json"}},
                  .body = R"({"advance":"1h"})"})
                .status,
            200);
  const ClientReply loaded = send({.method = "POST",
                                   .target = "/scenarios?name=up.yaml",
                                   .headers = {{"Content-Type", "application/yaml"}},
                                   .body = "summary: uploaded\n"});
  EXPECT_EQ(loaded.status, 201) << loaded.body;
  EXPECT_EQ(send({.method = "DELETE", .target = "/tenants/throttled.a"}).status, 200);
}

TEST_F(ControlListener, SaysWhatIsTooLarge) {
  const ClientReply reply = send({.method = "POST",
                                  .target = "/scenarios",
                                  .headers = {{"Content-Type", "application/yaml"}},
                                  .body = "# " + std::string(4 * 1024 * 1024, 'x')});
  EXPECT_EQ(reply.status, 413);
  EXPECT_EQ(parse_json(reply.body)->at("error").at("message"), "the body is larger than 4 MiB");
}

TEST_F(ControlListener, RefusesPagesFormsAndStrangeHosts) {
  EXPECT_EQ(send({.target = "/health", .headers = {{"Host", "evil.example"}}}).status, 403);
  EXPECT_EQ(send({.method = "POST",
                  .target = "/tenants/throttled.a",
                  .headers = {{"Origin", "http://evil.example"}}})
                .status,
            403);
  EXPECT_EQ(send({.method = "POST",
                  .target = "/tenants/throttled.a/clock",
                  .headers = {{"Content-Type", "multipart/form-data; boundary=x"}},
                  .body = "--x--"})
                .status,
            415);
  EXPECT_TRUE(api.engine.registry().tenants().empty());
}

TEST_F(ControlListener, EveryRefusalIsJson) {
  for (const ClientCall& wanted :
       {ClientCall{.target = "/nothing"}, ClientCall{.method = "PUT", .target = "/health"},
        ClientCall{.method = "OPTIONS", .target = "/health"},
        ClientCall{.method = "FOO", .target = "/health"},
        ClientCall{.target = "/" + std::string(9000, 'x')},
        ClientCall{.method = "POST",
        .target = "/scenarios",
        .headers = {{"Content-Type", "application/yaml"}},
        .body = std::string(5U << 20U, '#')}}) {
    const ClientReply reply = send(wanted);
    EXPECT_GE(reply.status, 400) << wanted.method;
    const auto json = parse_json(reply.body);
    ASSERT_TRUE(json) << wanted.method << reply.body;
    EXPECT_EQ(json->at("error").at("status"), reply.status);
  }
}

TEST_F(ControlListener, HasNoLimitOfEightCallersAtOnce) {
  std::atomic<int> good = 0;
  std::vector<std::thread> callers;
  for (int i = 0; i < 40; ++i) {
    callers.emplace_back([&] { good += send({.target = "/metrics"}).status == 200 ? 1 : 0; });
  }
  for (std::thread& caller : callers) {
    caller.join();
  }
  EXPECT_EQ(good, 40);
}

TEST_F(ControlListener, ATakenPortIsToldApart) {
  const auto second = Listener::start(
      {.hosts = {"127.0.0.1"}, .port = listener->port(), .allowed_hosts = {}}, api.subject, clock);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().fault, Listener::StartFault::port_taken);
  EXPECT_EQ(second.error().problem.message,
            "control port " + std::to_string(listener->port()) + " on 127.0.0.1 is already taken");
}

TEST_F(ControlListener, AnAddressOfAnotherMachineIsNoPortFault) {
  const auto other = Listener::start({.hosts = {"203.0.113.1"}, .port = 0, .allowed_hosts = {}},
                                     api.subject, clock);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().fault, Listener::StartFault::other);
}

TEST_F(ControlListener, StopsAndLetsGoOfThePort) {
  const std::uint16_t port = listener->port();
  listener->stop();
  EXPECT_FALSE(call("127.0.0.1", port, {.target = "/health"}, std::chrono::seconds(2)));
  EXPECT_TRUE(Listener::start({.hosts = {"127.0.0.1"}, .port = port, .allowed_hosts = {}},
                              api.subject, clock));
}

}  // namespace
}  // namespace graphfault::control
