// SPDX-License-Identifier: MIT
// Event streams over real connections: what they cost others, and how they end.
#include "control/client.hpp"
#include "control/listening/listener.hpp"
#include "control/testing/api_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace graphfault::control {
namespace {

using namespace std::chrono_literals;

/// A client that listens until its text holds what it waits for, it leaves, or the stream ends.
class Subscriber {
 public:
  Subscriber(std::uint16_t port, std::string until)
      : until_(std::move(until)), client_("127.0.0.1", port) {
    client_.set_read_timeout(20s);
    thread_ = std::thread([this] { listen(); });
  }
  ~Subscriber() {
    client_.stop();
    thread_.join();
  }

  bool is_greeted() const { return greeted_; }
  bool is_over() const { return over_; }
  int status() const { return status_; }

 private:
  void listen() {
    std::string text;
    client_.Get(
        "/events",
        [this](const httplib::Response& response) {
          status_ = response.status;
          return true;
        },
        [this, &text](const char* data, std::size_t size) {
          text.append(data, size);
          greeted_ = greeted_ || text.find("event: hello") != std::string::npos;
          return until_.empty() || text.find(until_) == std::string::npos;
        });
    over_ = true;
  }

  const std::string until_;
  httplib::Client client_;
  std::atomic<bool> greeted_{false};
  std::atomic<bool> over_{false};
  std::atomic<int> status_{0};
  std::thread thread_{};
};

class EventSockets : public ::testing::Test {
 protected:
  EventSockets()
      : feed(api.engine, clock),
        subject{.engine = api.engine,
                .shelf = api.shelf,
                .traffic = api.traffic,
                .events = feed,
                .version = "1.2.3",
                .emulated = "http://localhost:8080",
                .started = kTestNow} {
    auto started =
        Listener::start({.hosts = {"127.0.0.1"}, .port = 0, .allowed_hosts = {}}, subject, clock);
    EXPECT_TRUE(started) << (started ? "" : started.error().problem.message);
    listener = std::move(*started);
  }

  int status_of(const std::string& target) const {
    const auto reply = call("127.0.0.1", listener->port(), {.target = target}, 10s);
    return reply ? reply->status : 0;
  }

  /// Asks something of the server until it holds.
  template <class Holds>
  bool becomes_true(Holds holds) const {
    const auto end = std::chrono::steady_clock::now() + 20s;
    while (!holds() && std::chrono::steady_clock::now() < end) {
      status_of("/health");
    }
    return holds();
  }

  std::vector<std::unique_ptr<Subscriber>> crowd(std::size_t size) const {
    std::vector<std::unique_ptr<Subscriber>> all;
    for (std::size_t i = 0; i < size; ++i) {
      // One after the other: the library's queue of new connections holds five.
      all.push_back(std::make_unique<Subscriber>(listener->port(), ""));
      EXPECT_TRUE(becomes_true([&] { return all.back()->is_greeted(); }));
    }
    return all;
  }

  ApiUnderTest api{};
  SystemClock clock{};
  EventFeed feed;
  Subject subject;
  std::unique_ptr<Listener> listener{};
};

TEST_F(EventSockets, AListenerHearsOfARequest) {
  Subscriber subscriber(listener->port(), "\"sequence\":1");
  ASSERT_TRUE(becomes_true([&] { return subscriber.is_greeted(); }));
  EXPECT_EQ(subscriber.status(), 200);
  api.request("GET", "/v1.0/users", "throttled");
  EXPECT_TRUE(becomes_true([&] { return subscriber.is_over(); }));
}

TEST_F(EventSockets, ACrowdTakesNoThreadFromOtherCalls) {
  const auto all = crowd(EventFeed::kMostStreams);
  EXPECT_EQ(status_of("/events"), 503);
  std::atomic<int> good = 0;
  std::vector<std::thread> callers;
  for (int i = 0; i < 40; ++i) {
    callers.emplace_back([&] { good += status_of("/metrics") == 200 ? 1 : 0; });
  }
  for (std::thread& caller : callers) {
    caller.join();
  }
  EXPECT_EQ(good, 40);
}

TEST_F(EventSockets, WhoLeavesMakesRoom) {
  auto all = crowd(EventFeed::kMostStreams);
  EXPECT_EQ(feed.subscribe({}), nullptr);
  all.clear();
  EXPECT_TRUE(becomes_true([&] { return feed.subscribe({}) != nullptr; }));
}

TEST_F(EventSockets, StoppingDoesNotWaitForThem) {
  const auto all = crowd(10);
  const auto before = std::chrono::steady_clock::now();
  listener->stop();
  EXPECT_LT(std::chrono::steady_clock::now() - before, 2s);
  for (const auto& one : all) {
    EXPECT_TRUE(becomes_true([&] { return one->is_over(); }));
  }
}

}  // namespace
}  // namespace graphfault::control
