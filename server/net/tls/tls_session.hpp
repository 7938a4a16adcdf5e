// SPDX-License-Identifier: MIT
// One TLS session as bytes in and bytes out, with no idea of where they come from. For net/tls*.cpp
// only.
#pragma once

#include "net/streams/stream.hpp"
#include "net/tls/tls_context.hpp"

#include <functional>
#include <string>

namespace graphfault::net {

/// What carries a session's records. `give` always takes all of it.
class TlsCarrier {
 public:
  TlsCarrier() = default;
  TlsCarrier(const TlsCarrier&) = delete;
  TlsCarrier& operator=(const TlsCarrier&) = delete;
  virtual ~TlsCarrier() = default;

  virtual Transfer take(char* to, std::size_t size) = 0;
  virtual bool give(std::string_view record) = 0;  ///< false: the connection is gone
};

class TlsSession {
 public:
  using Choose = std::function<Face(const std::string& server_name)>;

  /// `carrier` outlives the session.
  TlsSession(std::shared_ptr<TlsIdentity> identity, Choose choose, TlsCarrier& carrier);
  TlsSession(const TlsSession&) = delete;
  TlsSession& operator=(const TlsSession&) = delete;
  ~TlsSession() = default;

  /// Never Handshake::plain.
  Handshake shake_hands();
  const std::string& trouble() const { return trouble_; }

  /// As Stream::read; afterwards has_more() tells whether it would give more without new records.
  Transfer read(char* to, std::size_t size);
  bool has_more() const { return has_more_; }
  Transfer write(std::string_view bytes);
  /// Says that nothing more comes.
  void say_goodbye();

  static int on_hello(SSL* ssl, int* alert, void* data);

 private:
  static BIO_METHOD* bio_method();
  static int bio_read(BIO* bio, char* to, int size);
  static int bio_write(BIO* bio, const char* from, int size);
  static long bio_control(BIO* bio, int command, long number, void* pointer);
  int choose_face();

  std::shared_ptr<TlsIdentity> identity_;
  std::shared_ptr<TlsIdentity::Context> settings_;
  Choose choose_;
  TlsCarrier& carrier_;
  SslState ssl_;
  std::string trouble_{};
  bool established_ = false;
  bool chosen_ = false;
  bool reset_wanted_ = false;
  bool input_ended_ = false;
  bool has_more_ = false;
};

}  // namespace graphfault::net
