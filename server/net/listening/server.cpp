// SPDX-License-Identifier: MIT
#include "net/listening/server.hpp"

#include "net/listening/acceptor.hpp"
#include "net/listening/listening.hpp"
#include "net/wire/connection.hpp"
#include "net/wire/worker.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <sys/resource.h>
#include <thread>
#include <utility>

namespace graphfault::net {
namespace {

// Over the cap, so many more get a 503; beyond them the door just closes.
constexpr std::uint64_t kTurnedAwayAtOnce = 256;
constexpr unsigned kFewestThreads = 2;

/// How often deadlines are looked at: a quarter of the shortest, so that none is missed by much.
Duration tick_time(const Limits& limits) {
  const auto shortest = std::min({limits.handshake_time, limits.request_time, limits.idle_time,
                                  limits.write_time, limits.linger_time});
  return std::clamp<Duration>(shortest / 4, std::chrono::milliseconds(5), std::chrono::seconds(1));
}

/// Every connection is a descriptor, and the usual soft limit is 1,024.
void raise_descriptor_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
  }
}

/// One thread with its connections.
class Crew {
 public:
  Crew(const Limits& limits, Handler& handler, const Clock& clock, Tally& tally,
       std::shared_ptr<TlsIdentity> tls)
      : worker_(limits, handler, clock, tally, std::move(tls)),
        tick_(worker_.loop.alarm([this] { tick(); })),
        drain_(worker_.loop.alarm([this] { each(&Connection::cut); })) {
    tick_->set(tick_time(limits));
    worker_.when_empty = [this] { finish(); };
    thread_ = std::thread([this] { worker_.loop.run(); });
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  ~Crew() = default;

  /// Threads: any.
  void take(FileDescriptor socket, std::string peer, Connection::Entry entry) {
    // std::function wants what it holds to be copyable.
    auto held = std::make_shared<FileDescriptor>(std::move(socket));
    worker_.loop.post([this, held = std::move(held), peer = std::move(peer), entry]() mutable {
      start(std::move(*held), std::move(peer), entry);
    });
  }

  /// Threads: any but its own.
  void stop() {
    worker_.loop.post([this] { wind_down(); });
  }
  void join() { thread_.join(); }

 private:
  void start(FileDescriptor socket, std::string peer, Connection::Entry entry) {
    auto stream = worker_.stopping ? nullptr : worker_.loop.adopt(std::move(socket));
    if (!stream) {
      worker_.tally.open.fetch_sub(1, std::memory_order_relaxed);
      return;
    }
    std::make_shared<Connection>(worker_, std::move(stream), std::move(peer))->start(entry);
  }

  void tick() {
    tick_->set(tick_time(worker_.limits));
    const auto now = std::chrono::steady_clock::now();
    each([now](Connection& connection) { connection.tick(now); });
  }

  void wind_down() {
    worker_.stopping = true;
    drain_->set(worker_.limits.drain_time);
    if (worker_.connections.empty()) {
      return finish();
    }
    each(&Connection::wind_down);
  }

  void finish() {
    tick_->cancel();
    drain_->cancel();
    worker_.loop.release();
  }

  /// A connection may leave the list while it acts, never another one.
  template <class Act>
  void each(Act&& act) {
    for (auto next = worker_.connections.begin(); next != worker_.connections.end();) {
      const auto connection = *next++;
      std::invoke(act, *connection);
    }
  }

  Worker worker_;
  std::unique_ptr<Alarm> tick_;
  std::unique_ptr<Alarm> drain_;
  std::thread thread_;
};

std::vector<Acceptor::Listener> doors(Listening http, Listening https) {
  std::vector<Acceptor::Listener> all;
  for (FileDescriptor& socket : http.sockets) {
    all.push_back({.socket = std::move(socket), .door = Door::http});
  }
  for (FileDescriptor& socket : https.sockets) {
    all.push_back({.socket = std::move(socket), .door = Door::https});
  }
  return all;
}

}  // namespace

struct Server::State {
  Limits limits{};
  Tally tally{};
  std::vector<std::unique_ptr<Crew>> crews{};
  std::unique_ptr<Acceptor> acceptor{};
  std::uint16_t port = 0;
  std::uint16_t https_port = 0;
  std::size_t next = 0;  ///< whose turn it is; the acceptor's thread only

  void admit(FileDescriptor socket, std::string peer, Door door) {
    tally.accepted.fetch_add(1, std::memory_order_relaxed);
    const std::uint64_t open = tally.open.load(std::memory_order_relaxed);
    if (open >= limits.connections + kTurnedAwayAtOnce) {
      tally.refused.fetch_add(1, std::memory_order_relaxed);
      return;
    }
    tally.open.fetch_add(1, std::memory_order_relaxed);
    next = (next + 1) % crews.size();
    crews[next]->take(std::move(socket), std::move(peer),
                      {.admission = open >= limits.connections ? Connection::Admission::one_too_many
                                                               : Connection::Admission::welcome,
                       .door = door});
  }

  void stop() {
    acceptor.reset();
    for (const auto& crew : crews) {
      crew->stop();
    }
    for (const auto& crew : crews) {
      crew->join();
    }
    crews.clear();
  }
};

tl::expected<std::unique_ptr<Server>, Server::StartProblem> Server::start(
    const ServerOptions& options, Handler& handler, const Clock& clock) {
  raise_descriptor_limit();
  auto listening = listen_on(options.hosts, options.port);
  if (!listening) {
    return tl::unexpected<StartProblem>(listening.error());
  }
  auto listening_https = options.https_port && options.tls
                             ? listen_on(options.hosts, *options.https_port)
                             : Listening{};
  if (!listening_https) {
    return tl::unexpected<StartProblem>(listening_https.error());
  }
  auto state = std::make_unique<State>();
  state->limits = options.limits;
  state->port = listening->port;
  state->https_port = listening_https->port;
  const unsigned threads = options.threads != 0
                               ? options.threads
                               : std::max(std::thread::hardware_concurrency(), kFewestThreads);
  for (unsigned i = 0; i < threads; ++i) {
    state->crews.push_back(
        std::make_unique<Crew>(state->limits, handler, clock, state->tally, options.tls));
  }
  state->acceptor = std::make_unique<Acceptor>(
      doors(std::move(*listening), std::move(*listening_https)),
      [to = state.get()](FileDescriptor socket, std::string peer, Door door) {
        to->admit(std::move(socket), std::move(peer), door);
      });
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}

Server::~Server() { stop(); }

std::uint16_t Server::port() const { return state_->port; }
std::uint16_t Server::https_port() const { return state_->https_port; }

ServerCounts Server::counts() const {
  const Tally& tally = state_->tally;
  return {.accepted = tally.accepted.load(std::memory_order_relaxed),
          .open = tally.open.load(std::memory_order_relaxed),
          .refused = tally.refused.load(std::memory_order_relaxed),
          .buffered_bytes = tally.buffered_bytes.load(std::memory_order_relaxed)};
}

void Server::stop() { state_->stop(); }

}  // namespace graphfault::net
