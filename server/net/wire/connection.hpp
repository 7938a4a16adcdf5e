// SPDX-License-Identifier: MIT
// One client's connection: requests in, one after the other; answers out as planned.
//
//   [handshaking] -> idle -> reading -> handler.serve -> [delayed] -> sending | dripping | stalled
//   -> idle | lingering
//
// A CONNECT to a host that the handler answers for is answered here: the connection shakes hands as
// that host and goes on.
//
// While an answer waits (delayed, dripping, stalled) the connection keeps reading ahead: a reset,
// or an end of the client's side with no further request before it, means that the client has left
// (nginx holds it the same way before an upstream's answer). A client that ends its side right
// after a whole request and whose answer does not wait gets that answer.
#pragma once

#include "net/streams/stream.hpp"
#include "net/wire/departure.hpp"
#include "net/wire/door.hpp"
#include "net/wire/worker.hpp"

#include <chrono>
#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <string_view>

namespace graphfault::net {

/// Threads: its worker's loop only.
class Connection final : public StreamOwner {
 public:
  using SteadyTime = std::chrono::steady_clock::time_point;

  Connection(Worker& worker, std::unique_ptr<Stream> stream, std::string peer);

  /// Enters the worker's list and waits for the first request; with `one_too_many` it is answered
  /// Refusal::too_many_connections and closed, at the HTTPS door just closed.
  enum class Admission { welcome, one_too_many };
  struct Entry {
    Admission admission = Admission::welcome;
    Door door = Door::http;
  };
  void start(Entry entry);

  void tick(SteadyTime now);  ///< ends what has passed its deadline
  void wind_down();           ///< the server stops: ends it unless an answer is still to leave
  void cut();                 ///< ends it whatever it does

  void on_readable() override;
  void on_writable() override;
  void on_lost() override;

 private:
  enum class State {
    handshaking,
    idle,
    reading,
    delayed,
    sending,
    dripping,
    stalled,
    lingering,
    closed
  };
  enum class Aborted { no, yes };

  // connection_handshake.cpp: TLS, and what leads to it
  void secure(std::string_view early);
  void shake_hands();
  void open_tunnel();
  void speak_plainly();

  // connection.cpp: requests in
  void read_request();
  void advance(std::string_view input);
  bool step(std::string_view& input);
  void resume();
  void await_more();
  void take_turns();
  void on_head(std::string_view rest);
  bool account_body();
  void release_body();
  bool inflate_body();
  bool is_ours(const http::Request& request) const;
  void serve();
  void refuse(Refusal refusal);
  void look_ahead();
  void drain();

  // connection_answer.cpp: answers out
  void begin(const Asked& asked, http::Answer answer, Afterwards afterwards);
  static void wake(const std::shared_ptr<StreamOwner>& connection);
  void on_alarm();
  void depart();
  void send();
  void drip();
  void drop_left();
  void go_on();
  enum class Pushed { all, part, none };
  Pushed push();
  void answer_left();
  void client_left();
  void report(Aborted aborted);
  void linger();
  void close(Aborted aborted);
  void set_alarm(Duration after);
  void deadline_in(std::chrono::milliseconds time);

  // How long a connection lingers once the server stops.
  static constexpr std::chrono::milliseconds kLastLinger{250};

  Worker& worker_;
  std::unique_ptr<Stream> stream_;
  std::unique_ptr<Alarm> alarm_{};
  std::unique_ptr<RequestReader> reader_{};  ///< of a request under way
  std::unique_ptr<Departure> departure_{};   ///< of an answer under way
  std::string ahead_{};                      ///< read, not yet parsed
  std::unique_ptr<Greeting> greeting_{};     ///< once TLS has begun
  std::string peer_;
  SteadyTime deadline_ = SteadyTime::max();
  std::list<std::shared_ptr<Connection>>::iterator place_{};
  std::size_t buffered_ = 0;  ///< body bytes counted into the tally
  std::size_t drained_ = 0;   ///< while lingering
  State state_ = State::idle;
  bool input_ended_ = false;  ///< the client sends nothing more
};

}  // namespace graphfault::net
