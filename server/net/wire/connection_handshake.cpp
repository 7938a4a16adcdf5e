// SPDX-License-Identifier: MIT
// A connection's first part where it is TLS, and the CONNECT that leads to it.
#include "http/host.hpp"
#include "net/tls/tls_stream.hpp"
#include "net/wire/connection.hpp"

#include <utility>

namespace graphfault::net {

/// REQUIRES: worker_.tls. `early` is what the client has sent of its handshake already.
void Connection::secure(std::string_view early) {
  if (!greeting_) {
    greeting_ = std::make_unique<Greeting>();
  }
  greeting_->peer = peer_;
  TlsOptions options{.identity = worker_.tls, .choose = {}, .early = std::string(early)};
  options.choose = [this](const std::string& server_name) {
    greeting_->server_name = server_name;
    return worker_.handler.greet(*greeting_);
  };
  stream_ = make_tls_stream(std::move(stream_), worker_.loop, std::move(options));
  stream_->set_owner(*this);
  state_ = State::handshaking;
  deadline_in(worker_.limits.handshake_time);
  shake_hands();
}

void Connection::shake_hands() {
  switch (stream_->shake_hands()) {
    case Handshake::done:
      state_ = State::idle;
      deadline_in(worker_.limits.idle_time);
      return read_request();
    case Handshake::blocked:
      return stream_->watch_read();
    case Handshake::plain:
      return speak_plainly();
    case Handshake::reset:
      stream_->reset();
      return close(Aborted::no);
    case Handshake::failed:
      worker_.handler.handshake_failed(*greeting_, stream_->trouble());
      return linger();
  }
}

/// A client that speaks HTTP where TLS was to come is told so as it can read it.
void Connection::speak_plainly() {
  stream_ = stream_->unwrap();
  greeting_.reset();
  refuse(Refusal::plain_on_tls_port);
}

/// Says yes to a CONNECT; what comes next is the handshake.
void Connection::open_tunnel() {
  constexpr std::string_view kEstablished = "HTTP/1.1 200 Connection Established\r\n\r\n";
  if (greeting_ && !greeting_->connect_host.empty()) {
    return refuse(Refusal::nested_tunnel);
  }
  if (!worker_.tls) {
    return refuse(Refusal::forbidden_host);
  }
  auto greeting = std::make_unique<Greeting>();
  greeting->connect_host = http::host_name(reader_->request().host);
  worker_.give_back(std::move(reader_));
  if (stream_->write({kEstablished, {}}).bytes != kEstablished.size()) {
    return close(Aborted::yes);
  }
  greeting_ = std::move(greeting);
  state_ = State::handshaking;
}

}  // namespace graphfault::net
