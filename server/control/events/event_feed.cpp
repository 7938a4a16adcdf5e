// SPDX-License-Identifier: MIT
#include "control/events/event_feed.hpp"

#include "base/json.hpp"
#include "base/time_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>
#include <vector>

namespace graphfault::control {
namespace {

constexpr std::size_t kMostPerLook = 500;
constexpr std::size_t kMostPerTenant = 100;
constexpr std::size_t kMostAtOnce = 64U << 10U;

struct Changed {
  std::shared_ptr<engine::Tenant> tenant{};
  engine::Pulse pulse{};
};

}  // namespace

EventStream::EventStream(EventFeed& feed, std::uint64_t cursor, std::string greeting)
    : feed_(feed), cursor_(cursor), pending_(std::move(greeting)), last_sent_(feed.clock_.now()) {}

EventStream::~EventStream() { feed_.leave(); }

std::optional<std::string> EventStream::next(std::chrono::milliseconds patience) {
  auto batch = feed_.wait(cursor_, pending_.empty() ? patience : std::chrono::milliseconds(0));
  if (!batch) {
    return std::nullopt;
  }
  cursor_ = batch->cursor;
  std::string text = std::exchange(pending_, {}) + batch->text;
  const Instant now = feed_.clock_.now();
  if (text.empty() && now - last_sent_ >= EventFeed::kHeartbeat) {
    text = ":\n\n";
  }
  if (!text.empty()) {
    last_sent_ = now;
  }
  return text;
}

EventFeed::EventFeed(engine::Engine& engine, const Clock& clock, std::size_t log_bytes)
    : engine_(engine),
      clock_(clock),
      run_(fmt::format("{:x}", clock.now().time_since_epoch().count())),
      log_(log_bytes) {}

EventFeed::~EventFeed() { close(); }

std::shared_ptr<EventStream> EventFeed::subscribe(std::string_view last_event_id) {
  const std::lock_guard lock(mutex_);
  if (closed_ || streams_ >= kMostStreams) {
    return nullptr;
  }
  look();
  const std::optional<std::uint64_t> seen = number_of(last_event_id);
  const bool resumed = seen && log_.reaches(*seen);
  const std::uint64_t cursor = resumed ? *seen : log_.last();
  std::string greeting = "retry: 1000\n";
  greeting += event_text(
      {.number = cursor,
       .name = "hello",
       .data = json_text(Json{{"now", iso_date_millis(clock_.now())}, {"resumed", resumed}})});
  if (!resumed && !last_event_id.empty()) {
    greeting += event_text({.number = cursor, .name = "missed", .data = "{}"});
  }
  ++streams_;
  return std::make_shared<EventStream>(*this, cursor, std::move(greeting));
}

void EventFeed::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  wake_.notify_all();
}

void EventFeed::leave() {
  const std::lock_guard lock(mutex_);
  --streams_;
}

std::optional<EventFeed::Batch> EventFeed::wait(std::uint64_t cursor,
                                                std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  const auto has_more = [this, cursor] { return closed_ || log_.last() > cursor; };
  if (!has_more()) {
    look();
  }
  if (!wake_.wait_for(lock, patience, has_more)) {
    look();
  }
  if (closed_) {
    return std::nullopt;
  }
  return gather(cursor);
}

EventFeed::Batch EventFeed::gather(std::uint64_t cursor) const {
  if (!log_.reaches(cursor)) {
    return {.text = event_text({.number = log_.last(), .name = "missed", .data = "{}"}),
            .cursor = log_.last()};
  }
  Batch batch{.text = {}, .cursor = cursor};
  for (const Event& event : log_.after(cursor, kMostAtOnce)) {
    batch.text += event_text(event);
    batch.cursor = event.number;
  }
  return batch;
}

void EventFeed::look() {
  const Instant now = clock_.now();
  if (last_look_ && now - *last_look_ < kPause) {
    return;
  }
  last_look_ = now;
  const std::uint64_t before = log_.last();
  look_at_tenants(now);
  look_at_strays();
  if (log_.last() != before) {
    wake_.notify_all();
  }
}

void EventFeed::look_at_tenants(Instant now) {
  std::vector<Changed> changed;
  std::set<std::uint64_t> running;
  std::vector<std::shared_ptr<engine::Tenant>> made;
  for (auto& tenant : engine_.registry().tenants()) {
    running.insert(tenant->serial());
    const auto watch = watches_.find(tenant->serial());
    if (watch == watches_.end()) {
      made.push_back(tenant);
    }
    const engine::Pulse pulse = tenant->pulse();
    if (watch == watches_.end() || !watch->second.is_told(pulse)) {
      changed.push_back({.tenant = std::move(tenant), .pulse = pulse});
    }
  }
  std::erase_if(watches_, [&](const auto& entry) {
    const bool is_gone = running.count(entry.first) == 0;
    if (is_gone) {
      log_.add("tenant", entry.second.ended());
    }
    return is_gone;
  });
  for (const auto& tenant : made) {
    log_.add("tenant", tenant_event(*tenant, "made"));
    watches_.emplace(tenant->serial(), TenantWatch(*tenant));
  }
  const std::size_t share = std::clamp(kMostPerLook / std::max<std::size_t>(changed.size(), 1),
                                       std::size_t{1}, kMostPerTenant);
  for (const Changed& one : changed) {
    watches_.at(one.tenant->serial()).tell(*one.tenant, one.pulse, now, share, log_);
  }
}

void EventFeed::look_at_strays() {
  if (engine_.stray_totals().recorded == last_stray_) {
    return;
  }
  for (journal::Exchange& stray : engine_.newest_strays(last_stray_, kMostPerTenant)) {
    last_stray_ = stray.sequence;
    log_.add("stray", exchange_event({}, std::move(stray)));
  }
}

std::string EventFeed::id_of(std::uint64_t number) const {
  return fmt::format("{}-{}", run_, number);
}

std::optional<std::uint64_t> EventFeed::number_of(std::string_view id) const {
  if (id.size() <= run_.size() || id.substr(0, run_.size()) != run_ || id[run_.size()] != '-') {
    return std::nullopt;
  }
  const std::string_view digits = id.substr(run_.size() + 1);
  std::uint64_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, number);
  return error == std::errc{} && rest == end ? std::optional(number) : std::nullopt;
}

std::string EventFeed::event_text(const Event& event) const {
  return fmt::format("id: {}\nevent: {}\ndata: {}\n\n", id_of(event.number), event.name,
                     event.data);
}

}  // namespace graphfault::control
