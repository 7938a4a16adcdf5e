// SPDX-License-Identifier: MIT
#include "control/events/event_log.hpp"

#include <utility>

namespace graphfault::control {
namespace {

std::size_t bytes_of(const Event& event) {
  return sizeof(Event) + event.name.size() + event.data.size();
}

}  // namespace

void EventLog::add(std::string name, std::string data) {
  events_.push_back({.number = ++last_, .name = std::move(name), .data = std::move(data)});
  bytes_ += bytes_of(events_.back());
  while (bytes_ > byte_limit_ && events_.size() > 1) {
    bytes_ -= bytes_of(events_.front());
    events_.pop_front();
  }
}

bool EventLog::reaches(std::uint64_t number) const {
  return number <= last_ && number + events_.size() >= last_;
}

std::vector<Event> EventLog::after(std::uint64_t number, std::size_t bytes) const {
  std::vector<Event> events;
  std::size_t taken = 0;
  for (std::size_t i = events_.size() - (last_ - number); i < events_.size(); ++i) {
    taken += bytes_of(events_[i]);
    if (taken > bytes && !events.empty()) {
      break;
    }
    events.push_back(events_[i]);
  }
  return events;
}

}  // namespace graphfault::control
