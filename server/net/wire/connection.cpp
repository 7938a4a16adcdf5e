// SPDX-License-Identifier: MIT
#include "net/wire/connection.hpp"

#include "base/gzip.hpp"
#include "http/host.hpp"

#include <algorithm>
#include <utility>

namespace graphfault::net {
namespace {

// What a client may send ahead while its answer waits; more stays with the kernel.
constexpr std::size_t kAheadBytes = 32U << 10U;
// The first byte of a TLS record that carries a handshake.
constexpr char kTlsHandshake = 0x16;
// So many pipelined requests are answered before other connections get their turn.
constexpr int kRequestsPerTurn = 32;

}  // namespace

Connection::Connection(Worker& worker, std::unique_ptr<Stream> stream, std::string peer)
    : worker_(worker), stream_(std::move(stream)), peer_(std::move(peer)) {
  stream_->set_owner(*this);
}

void Connection::start(Entry entry) {
  place_ = worker_.connections.insert(worker_.connections.end(),
                                      std::static_pointer_cast<Connection>(shared_from_this()));
  if (entry.admission == Admission::welcome) {
    return entry.door == Door::https ? secure({}) : await_more();
  }
  if (entry.door == Door::https) {
    worker_.tally.refused.fetch_add(1, std::memory_order_relaxed);
    return close(Aborted::no);
  }
  refuse(Refusal::too_many_connections);
}

void Connection::on_readable() {
  switch (state_) {
    case State::handshaking:
      return shake_hands();
    case State::idle:
    case State::reading:
      return read_request();
    case State::delayed:
    case State::dripping:
    case State::stalled:
      return look_ahead();
    case State::lingering:
      return drain();
    case State::sending:  // watched again once the answer is out
    case State::closed:
      return;
  }
}

void Connection::read_request() {
  const Transfer got = stream_->read(worker_.scratch.data(), worker_.scratch.size());
  switch (got.result) {
    case Transfer::Result::moved:
      break;
    case Transfer::Result::blocked:
      return stream_->watch_read();
    case Transfer::Result::ended:
    case Transfer::Result::failed:
      return close(Aborted::yes);
  }
  const std::string_view bytes(worker_.scratch.data(), got.bytes);
  if (ahead_.empty()) {
    return advance(bytes);
  }
  ahead_ += bytes;
  resume();
}

/// Parses what was read ahead.
void Connection::resume() {
  const std::string input = std::exchange(ahead_, {});
  advance(input);
}

/// Takes requests off the input for as long as their answers leave at once; the rest is kept.
void Connection::advance(std::string_view input) {
  int answered = 0;
  while (!input.empty() && answered < kRequestsPerTurn && step(input)) {
    answered += state_ == State::idle ? 1 : 0;
  }
  if (state_ == State::closed || state_ == State::lingering) {
    return;
  }
  if (state_ == State::handshaking) {
    return secure(input);
  }
  ahead_ = input;
  if (state_ != State::idle && state_ != State::reading) {
    return;
  }
  if (answered == kRequestsPerTurn && !ahead_.empty()) {
    return take_turns();
  }
  if (input_ended_) {
    return close(Aborted::yes);
  }
  await_more();
}

/// Goes on with what was read ahead when the other connections had their turn.
void Connection::take_turns() {
  worker_.give_back(std::move(reader_));
  worker_.loop.post([self = shared_from_this(), this] { go_on(); });
}

/// One stretch of a request; false where no more of the input can be used now.
bool Connection::step(std::string_view& input) {
  if (state_ == State::idle) {
    if (input.front() == kTlsHandshake && !greeting_) {
      refuse(Refusal::tls_on_plain_port);
      return false;
    }
    reader_ = worker_.take_reader();
    state_ = State::reading;
    deadline_ = SteadyTime::max();
  }
  const RequestReader::Fed fed = reader_->feed(input);
  input.remove_prefix(fed.used);
  if (fed.progress == RequestReader::Progress::refused) {
    refuse(reader_->refusal());
    return false;
  }
  if (!account_body()) {
    refuse(Refusal::overloaded);
    return false;
  }
  switch (fed.progress) {
    case RequestReader::Progress::head:
      on_head(input);
      return state_ == State::reading;
    case RequestReader::Progress::whole:
      serve();
      return state_ == State::idle;
    case RequestReader::Progress::more:
      if (!reader_->has_started()) {
        state_ = State::idle;
      }
      return false;
    case RequestReader::Progress::refused:
      return false;
  }
  return false;
}

void Connection::await_more() {
  if (state_ == State::idle) {
    worker_.give_back(std::move(reader_));
    deadline_in(worker_.limits.idle_time);
  } else if (deadline_ == SteadyTime::max()) {
    deadline_in(worker_.limits.request_time);
  }
  stream_->watch_read();
}

/// Sends the 100 a client waits for before its body. Where the kernel takes none of it, the client
/// goes on without, as the RFC has it.
void Connection::on_head(std::string_view rest) {
  constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  if (!reader_->wants_continue() || !rest.empty()) {
    return;
  }
  const Transfer sent = stream_->write({kContinue, {}});
  if (sent.result == Transfer::Result::moved && sent.bytes != kContinue.size()) {
    close(Aborted::yes);
  }
}

/// Counts the body as far as it has come; false where all of them together pass the limit.
bool Connection::account_body() {
  const std::size_t size = reader_->request().body.size();
  if (size == buffered_) {
    return true;
  }
  const std::size_t more = size - buffered_;
  buffered_ = size;
  return worker_.tally.buffered_bytes.fetch_add(more, std::memory_order_relaxed) + more <=
         worker_.limits.buffered_bytes;
}

void Connection::release_body() {
  if (buffered_ != 0) {
    worker_.tally.buffered_bytes.fetch_sub(std::exchange(buffered_, 0), std::memory_order_relaxed);
  }
}

/// False where the request was refused.
bool Connection::inflate_body() {
  http::Request& request = reader_->request();
  if (request.body.empty() || !reader_->is_gzipped()) {
    return true;
  }
  auto inflated = gunzip(request.body, worker_.limits.body_bytes);
  if (!inflated) {
    refuse(inflated.error() == GunzipFault::too_large ? Refusal::body_too_large
                                                      : Refusal::bad_gzip);
    return false;
  }
  request.body = std::move(*inflated);
  return true;
}

/// An absolute target on this machine is ours too: every server has to take that form.
bool Connection::is_ours(const http::Request& request) const {
  const std::string host = http::host_name(request.host);
  return worker_.handler.answers_for(host) ||
         (request.method != "CONNECT" && http::is_loopback(host));
}

void Connection::serve() {
  http::Request& request = reader_->request();
  if (request.proxied && !is_ours(request)) {
    return refuse(Refusal::forbidden_host);
  }
  if (request.method == "CONNECT") {
    return open_tunnel();
  }
  if (!inflate_body()) {
    return;
  }
  request.peer = peer_;
  if (greeting_) {
    request.scheme = "https";
    request.proxied = request.proxied || !greeting_->connect_host.empty();
  }
  http::Answer answer = worker_.handler.serve(std::move(request));
  release_body();
  begin(reader_->asked(), std::move(answer), Afterwards::as_asked);
}

void Connection::refuse(Refusal refusal) {
  worker_.tally.refused.fetch_add(1, std::memory_order_relaxed);
  http::Request partial;
  Asked asked;
  if (reader_) {
    partial = std::move(reader_->request());
    asked = reader_->asked();
  }
  partial.peer = peer_;
  if (greeting_) {
    partial.scheme = "https";
  }
  http::Answer answer = worker_.handler.refuse(refusal, std::move(partial));
  release_body();
  begin(asked, std::move(answer), Afterwards::close);
}

/// Keeps what the client sends before its answer is out, and notices that it has left.
void Connection::look_ahead() {
  while (ahead_.size() < kAheadBytes) {
    const Transfer got = stream_->read(worker_.scratch.data(), kAheadBytes - ahead_.size());
    if (got.result == Transfer::Result::blocked) {
      return stream_->watch_read();
    }
    if (got.result == Transfer::Result::ended && !ahead_.empty()) {
      input_ended_ = true;
      return stream_->watch_loss();
    }
    if (got.result != Transfer::Result::moved) {
      return client_left();
    }
    ahead_.append(worker_.scratch.data(), got.bytes);
  }
  stream_->watch_loss();
}

/// Reads on behind the last answer until the client has closed too.
void Connection::drain() {
  while (drained_ <= worker_.limits.linger_bytes) {
    const Transfer got = stream_->read(worker_.scratch.data(), worker_.scratch.size());
    if (got.result == Transfer::Result::blocked) {
      return stream_->watch_read();
    }
    if (got.result != Transfer::Result::moved) {
      break;
    }
    drained_ += got.bytes;
  }
  close(Aborted::no);
}

void Connection::tick(SteadyTime now) {
  if (now < deadline_) {
    return;
  }
  switch (state_) {
    case State::reading:
      return refuse(Refusal::timeout);
    case State::sending:
    case State::dripping:
      return client_left();
    case State::handshaking:
      worker_.handler.handshake_failed(*greeting_, "it did not finish in time");
      stream_->reset();
      return close(Aborted::no);
    case State::idle:
    case State::lingering:
      return close(Aborted::no);
    case State::delayed:
    case State::stalled:
    case State::closed:
      return;
  }
}

void Connection::wind_down() {
  switch (state_) {
    case State::handshaking:
    case State::idle:
    case State::stalled:  // its plan was to last until now
      return close(Aborted::no);
    case State::lingering:
      return deadline_in(std::min(worker_.limits.linger_time, kLastLinger));
    case State::reading:
    case State::delayed:
    case State::sending:
    case State::dripping:
    case State::closed:
      return;
  }
}

void Connection::cut() { close(Aborted::yes); }

}  // namespace graphfault::net
