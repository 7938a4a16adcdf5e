// SPDX-License-Identifier: MIT
// GET /events: what happens in a server, told to any number of listeners. Nothing is recorded for
// it while requests are served: the feed looks at the tenants when somebody listens, at most ten
// times a second, and tells what has changed.
#pragma once

#include "base/clock.hpp"
#include "control/events/event_log.hpp"
#include "control/events/tenant_watch.hpp"
#include "engine/engine.hpp"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace graphfault::control {

class EventFeed;

/// One listener. It has no queue: a cursor into the feed's log is all it costs, so that one that
/// does not read holds nothing back. Used by one thread; ends its subscription when it goes.
class EventStream {
 public:
  EventStream(EventFeed& feed, std::uint64_t cursor, std::string greeting);
  ~EventStream();
  EventStream(const EventStream&) = delete;
  EventStream& operator=(const EventStream&) = delete;

  /// What is to be sent next, as text/event-stream; waits up to `patience` for something to happen.
  /// Empty: nothing yet. Nothing at all: the server is about to stop.
  std::optional<std::string> next(std::chrono::milliseconds patience);

 private:
  EventFeed& feed_;
  std::uint64_t cursor_;
  std::string pending_;  ///< to be sent before anything else
  Instant last_sent_;
};

/// Threads: any. Outlives its streams.
class EventFeed {
 public:
  static constexpr std::size_t kMostStreams = 64;
  static constexpr std::size_t kLogBytes = 1U << 20U;
  static constexpr std::chrono::milliseconds kPause{100};
  /// A write is how the library learns that a listener has gone.
  static constexpr std::chrono::seconds kHeartbeat{1};

  /// Both outlive the feed.
  EventFeed(engine::Engine& engine, const Clock& clock, std::size_t log_bytes = kLogBytes);
  ~EventFeed();
  EventFeed(const EventFeed&) = delete;
  EventFeed& operator=(const EventFeed&) = delete;

  /// `last_event_id`: as the listener saw it last, empty for a new one, which is told what happens
  /// from now on. Null where kMostStreams listen already, or the feed is closed.
  std::shared_ptr<EventStream> subscribe(std::string_view last_event_id);
  /// Ends every stream at once; there will be no others.
  void close();

 private:
  friend class EventStream;
  struct Batch {
    std::string text{};
    std::uint64_t cursor = 0;
  };

  /// Events after the cursor, or an empty text; nothing once the feed is closed.
  std::optional<Batch> wait(std::uint64_t cursor, std::chrono::milliseconds patience);
  void leave();
  void look();
  void look_at_tenants(Instant now);
  void look_at_strays();
  Batch gather(std::uint64_t cursor) const;
  std::string id_of(std::uint64_t number) const;
  std::optional<std::uint64_t> number_of(std::string_view id) const;
  std::string event_text(const Event& event) const;

  engine::Engine& engine_;
  const Clock& clock_;
  const std::string run_;  ///< tells this server's ids from those of the one before
  std::mutex mutex_{};
  std::condition_variable wake_{};
  EventLog log_;
  std::map<std::uint64_t, TenantWatch> watches_{};  ///< by the tenant's serial number
  std::uint64_t last_stray_ = 0;
  std::optional<Instant> last_look_{};
  std::size_t streams_ = 0;
  bool closed_ = false;
};

}  // namespace graphfault::control
