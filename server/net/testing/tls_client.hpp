// SPDX-License-Identifier: MIT
// A TLS client in a test's hand.
#pragma once

#include "net/tls/tls_openssl.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace graphfault::net::testing {

struct TlsSettings {
  std::string trusted{};                   ///< PEM; empty: whatever the server shows will do
  std::string server_name = "localhost";   ///< asked for and checked; empty: none
  std::string protocols = "\x08http/1.1";  ///< ALPN, as on the wire
  int version = 0;                         ///< TLS1_2_VERSION; 0: the best
  std::string connect{};                   ///< the target of a CONNECT in front of it
};

class TlsClient {
 public:
  /// Connects to 127.0.0.1 and shakes hands; trouble() says what went wrong.
  explicit TlsClient(std::uint16_t port, TlsSettings settings = {}, SSL_SESSION* resumed = nullptr);
  ~TlsClient();
  TlsClient(const TlsClient&) = delete;
  TlsClient& operator=(const TlsClient&) = delete;

  const std::string& trouble() const { return trouble_; }
  std::string protocol() const;  ///< what ALPN gave
  std::string version() const;
  bool was_resumed() const { return SSL_session_reused(ssl_.get()) == 1; }
  /// For a later client; after an answer was read, since tickets come with it.
  Owned<SSL_SESSION, SSL_SESSION_free> session() const;

  void send(std::string_view bytes);
  /// Head and Content-Length body of the next answer; less where it ended before.
  std::string read_answer();
  /// Until the server says goodbye, or ends without.
  std::string read_to_end();
  bool said_goodbye() const { return goodbye_; }
  bool was_reset() const { return reset_; }

 private:
  bool receive();
  bool open_tunnel(const std::string& target) const;

  Owned<SSL_CTX, SSL_CTX_free> context_{};
  SslState ssl_{};
  std::string received_{};
  std::string trouble_{};
  int socket_ = -1;
  bool goodbye_ = false;
  bool reset_ = false;
};

}  // namespace graphfault::net::testing
