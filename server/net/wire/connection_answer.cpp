// SPDX-License-Identifier: MIT
// The second half of a connection: how an answer leaves.
#include "net/wire/connection.hpp"

#include <algorithm>
#include <utility>

namespace graphfault::net {
namespace {

// A drip's writes: about ten a second.
constexpr std::uint64_t kDropsPerSecond = 10;

std::size_t drop_bytes(std::uint64_t per_second) {
  return static_cast<std::size_t>(std::max<std::uint64_t>(per_second / kDropsPerSecond, 1));
}

/// As long as a drop's bytes last at that rate.
Duration drop_pause(std::uint64_t per_second) {
  const std::uint64_t rate = std::max<std::uint64_t>(per_second, 1);
  const auto nanoseconds = static_cast<double>(drop_bytes(rate)) * 1e9 / static_cast<double>(rate);
  return Duration(static_cast<Duration::rep>(nanoseconds));
}

}  // namespace

void Connection::begin(const Asked& asked, http::Answer answer, Afterwards afterwards) {
  const bool closing = afterwards == Afterwards::close || worker_.stopping;
  departure_ = prepare(asked, std::move(answer), closing ? Afterwards::close : Afterwards::as_asked,
                       std::move(worker_.spare_head));
  deadline_ = SteadyTime::max();
  worker_.give_back(std::move(reader_));
  if (departure_->delay <= Duration::zero()) {
    return depart();
  }
  state_ = State::delayed;
  set_alarm(departure_->delay);
  stream_->watch_read();
}

void Connection::set_alarm(Duration after) {
  if (!alarm_) {
    alarm_ = worker_.loop.alarm([weak = weak_from_this()] { wake(weak.lock()); });
  }
  alarm_->set(after);
}

void Connection::wake(const std::shared_ptr<StreamOwner>& connection) {
  if (connection) {
    static_cast<Connection&>(*connection).on_alarm();
  }
}

void Connection::on_alarm() {
  if (state_ == State::delayed) {
    if (departure_->ticket.sequence != 0) {
      worker_.handler.leaving(departure_->ticket);
    }
    depart();
  } else if (state_ == State::dripping) {
    drip();
  }
  go_on();
}

/// The next request, once the answer before it has left.
void Connection::go_on() {
  if (state_ == State::idle) {
    resume();
  }
}

void Connection::depart() {
  switch (departure_->ending) {
    case http::Ending::complete:
    case http::Ending::truncate:
      if (departure_->drip) {
        state_ = State::dripping;
        stream_->watch_read();
        return drip();
      }
      return send();
    case http::Ending::close_before:
      report(Aborted::no);
      return linger();
    case http::Ending::reset_before:
      stream_->reset();
      return close(Aborted::no);
    case http::Ending::stall:
      state_ = State::stalled;
      return stream_->watch_read();
  }
}

void Connection::send() {
  state_ = State::sending;
  if (push() == Pushed::all) {
    answer_left();
  }
}

/// Lets the next drop go: at least a byte, at most a tenth of a second's worth.
void Connection::drip() {
  Departure& answer = *departure_;
  answer.allowed += std::min(answer.body_leaves - answer.allowed, drop_bytes(*answer.drip));
  if (push() == Pushed::all) {
    drop_left();
  }
}

void Connection::drop_left() {
  if (departure_->is_out()) {
    return answer_left();
  }
  set_alarm(drop_pause(*departure_->drip));
}

/// Writes what may leave by now. Pushed::part: watching until the client takes more.
/// Pushed::none: the client has left, and the connection is closed.
Connection::Pushed Connection::push() {
  Departure& answer = *departure_;
  while (true) {
    const std::array<std::string_view, 2> texts{answer.head_left(), answer.body_left()};
    if (texts[0].empty() && texts[1].empty()) {
      deadline_ = SteadyTime::max();
      return Pushed::all;
    }
    const Transfer sent = stream_->write(texts);
    if (sent.result == Transfer::Result::moved) {
      answer.written += sent.bytes;
      deadline_ = SteadyTime::max();
      continue;
    }
    if (sent.result != Transfer::Result::blocked) {
      client_left();
      return Pushed::none;
    }
    if (deadline_ == SteadyTime::max()) {
      deadline_in(worker_.limits.write_time);
    }
    stream_->watch_write();
    return Pushed::part;
  }
}

void Connection::on_writable() {
  if (!stream_->flush()) {
    return;
  }
  if (state_ == State::sending) {
    send();
  } else if (state_ == State::dripping && push() == Pushed::all) {
    drop_left();
  }
  go_on();
}

void Connection::on_lost() {
  if (state_ == State::lingering) {
    return close(Aborted::no);
  }
  client_left();
}

void Connection::answer_left() {
  report(Aborted::no);
  const bool close = departure_->close || worker_.stopping;
  worker_.spare_head = std::move(departure_->head);
  departure_.reset();
  if (close) {
    return linger();
  }
  state_ = State::idle;
}

void Connection::client_left() {
  stream_->reset();
  close(Aborted::yes);
}

/// Tells the handler, once for each ticket.
void Connection::report(Aborted aborted) {
  if (!departure_ || departure_->ticket.sequence == 0) {
    return;
  }
  const http::Ticket ticket = std::exchange(departure_->ticket, {});
  worker_.handler.sent(ticket, {.sent = worker_.clock.now(),
                                .bytes = departure_->written,
                                .aborted = aborted == Aborted::yes});
}

/// Ends our side and reads on, so that the client gets the answer and not a reset that overtakes
/// it.
void Connection::linger() {
  departure_.reset();
  ahead_ = {};
  if (input_ended_) {
    return close(Aborted::no);
  }
  state_ = State::lingering;
  stream_->end_sending();
  deadline_in(worker_.stopping ? std::min(worker_.limits.linger_time, kLastLinger)
                               : worker_.limits.linger_time);
  stream_->watch_read();
}

void Connection::close(Aborted aborted) {
  if (state_ == State::closed) {
    return;
  }
  report(aborted);
  release_body();
  state_ = State::closed;
  deadline_ = SteadyTime::max();
  if (alarm_) {
    alarm_->cancel();
  }
  stream_->close();
  departure_.reset();
  reader_.reset();
  ahead_ = {};
  worker_.tally.open.fetch_sub(1, std::memory_order_relaxed);
  const auto self = std::move(*place_);
  worker_.connections.erase(place_);
  if (worker_.stopping && worker_.connections.empty()) {
    worker_.when_empty();
  }
}

void Connection::deadline_in(std::chrono::milliseconds time) {
  deadline_ = std::chrono::steady_clock::now() + time;
}

}  // namespace graphfault::net
