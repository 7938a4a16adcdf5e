// SPDX-License-Identifier: MIT
#include "net/streams/event_loop.hpp"

#include "net/streams/asio.hpp"
#include "net/streams/plain_stream.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <sys/socket.h>

namespace graphfault::net {
namespace {

/// What a pending wait shares with its alarm, which may be gone or set anew when the wait ends.
struct AlarmAct {
  std::function<void()> act{};
  std::uint64_t setting = 0;
};

class AsioAlarm final : public Alarm {
 public:
  AsioAlarm(boost::asio::io_context& context, std::function<void()> act)
      : timer_(context), shared_(std::make_shared<AlarmAct>()) {
    shared_->act = std::move(act);
  }
  AsioAlarm(const AsioAlarm&) = delete;
  AsioAlarm& operator=(const AsioAlarm&) = delete;
  ~AsioAlarm() override { ++shared_->setting; }

  void set(Duration after) override {
    const std::uint64_t setting = ++shared_->setting;
    timer_.expires_after(std::max(after, Duration::zero()));
    timer_.async_wait([shared = shared_, setting](const ErrorCode& error) {
      if (!error && shared->setting == setting) {
        shared->act();
      }
    });
  }

  void cancel() override {
    ++shared_->setting;
    timer_.cancel();
  }

 private:
  Timer timer_;
  std::shared_ptr<AlarmAct> shared_;
};

int family_of(int socket) {
  int family = AF_INET;
  socklen_t size = sizeof(family);
  ::getsockopt(socket, SOL_SOCKET, SO_DOMAIN, &family, &size);
  return family;
}

}  // namespace

struct EventLoop::State {
  boost::asio::io_context context{1};
  std::optional<boost::asio::executor_work_guard<Executor>> work{context.get_executor()};
};

EventLoop::EventLoop() : state_(std::make_unique<State>()) {}
EventLoop::~EventLoop() = default;

void EventLoop::run() { state_->context.run(); }

void EventLoop::release() {
  boost::asio::post(state_->context, [this] { state_->work.reset(); });
}

void EventLoop::post(std::function<void()> errand) {
  boost::asio::post(state_->context, std::move(errand));
}

std::unique_ptr<Stream> EventLoop::adopt(FileDescriptor socket) {
  using boost::asio::ip::tcp;
  TcpSocket stream(state_->context);
  ErrorCode error;
  const bool six = family_of(socket.get()) == AF_INET6;
  stream.assign(six ? tcp::v6() : tcp::v4(), socket.get(), error);
  if (error) {
    return nullptr;
  }
  socket.release();
  stream.non_blocking(true, error);
  if (error) {
    return nullptr;
  }
  return std::make_unique<PlainStream>(std::move(stream));
}

std::unique_ptr<Alarm> EventLoop::alarm(std::function<void()> act) {
  return std::make_unique<AsioAlarm>(state_->context, std::move(act));
}

}  // namespace graphfault::net
