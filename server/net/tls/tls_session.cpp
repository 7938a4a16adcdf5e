// SPDX-License-Identifier: MIT
#include "net/tls/tls_session.hpp"

#include <exception>
#include <utility>

namespace graphfault::net {
namespace {

constexpr std::string_view kFaultySessions = "graphfault-fault";

TlsSession& session_of(BIO* bio) { return *static_cast<TlsSession*>(BIO_get_data(bio)); }

/// The name of a ClientHello's SNI extension: RFC 6066 section 3.
std::string server_name_of(SSL* ssl) {
  const unsigned char* bytes = nullptr;
  std::size_t size = 0;
  // Two bytes for the list's size, one for the kind (0: a host name), two for the name's size.
  constexpr std::size_t kHead = 5;
  if (SSL_client_hello_get0_ext(ssl, TLSEXT_TYPE_server_name, &bytes, &size) != 1 ||
      size <= kHead || bytes[2] != TLSEXT_NAMETYPE_host_name) {
    return {};
  }
  const std::size_t name_size = (std::size_t{bytes[3]} << 8U) | bytes[4];
  if (name_size > size - kHead || name_size > TLSEXT_MAXLEN_host_name) {
    return {};
  }
  return {reinterpret_cast<const char*>(bytes) + kHead, name_size};
}

/// What the client has told us, or what we think of what it sent.
std::string text_of_failure(SSL* ssl, bool input_ended) {
  std::string trouble = openssl_trouble();
  if (!trouble.empty()) {
    return trouble;
  }
  return input_ended || SSL_get_error(ssl, 0) == SSL_ERROR_ZERO_RETURN
             ? "the client closed the connection"
             : "the connection was lost";
}

}  // namespace

TlsSession::TlsSession(std::shared_ptr<TlsIdentity> identity, Choose choose, TlsCarrier& carrier)
    : identity_(std::move(identity)),
      settings_(identity_->honest()),
      choose_(std::move(choose)),
      carrier_(carrier),
      ssl_(SSL_new(settings_->settings.get())) {
  BIO* const bio = BIO_new(bio_method());
  demand(ssl_ != nullptr && bio != nullptr);
  BIO_set_data(bio, this);
  BIO_set_init(bio, 1);
  SSL_set_bio(ssl_.get(), bio, bio);
  SSL_set_app_data(ssl_.get(), this);
  SSL_set_accept_state(ssl_.get());
}

Handshake TlsSession::shake_hands() {
  ERR_clear_error();
  const int result = SSL_do_handshake(ssl_.get());
  if (result == 1) {
    established_ = true;
    has_more_ = SSL_has_pending(ssl_.get()) == 1;
    return Handshake::done;
  }
  if (reset_wanted_) {
    return Handshake::reset;
  }
  if (SSL_get_error(ssl_.get(), result) == SSL_ERROR_WANT_READ) {
    return Handshake::blocked;
  }
  trouble_ = text_of_failure(ssl_.get(), input_ended_);
  return Handshake::failed;
}

Transfer TlsSession::read(char* to, std::size_t size) {
  std::size_t got = 0;
  has_more_ = true;
  while (got < size && has_more_) {
    ERR_clear_error();
    std::size_t bytes = 0;
    const int result = SSL_read_ex(ssl_.get(), to + got, size - got, &bytes);
    if (result == 1) {
      got += bytes;
      has_more_ = SSL_has_pending(ssl_.get()) == 1;
      continue;
    }
    const int error = SSL_get_error(ssl_.get(), result);
    if (error == SSL_ERROR_WANT_READ) {
      has_more_ = false;
      break;
    }
    if (got > 0) {
      break;  // the end, or the failure, is read next
    }
    ERR_clear_error();
    return {.result = error == SSL_ERROR_ZERO_RETURN ? Transfer::Result::ended
                                                     : Transfer::Result::failed};
  }
  return {.result = got > 0 ? Transfer::Result::moved : Transfer::Result::blocked, .bytes = got};
}

Transfer TlsSession::write(std::string_view bytes) {
  ERR_clear_error();
  std::size_t taken = 0;
  if (SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &taken) != 1) {
    ERR_clear_error();
    return {.result = Transfer::Result::failed};
  }
  return {.result = Transfer::Result::moved, .bytes = taken};
}

void TlsSession::say_goodbye() {
  if (established_) {
    SSL_shutdown(ssl_.get());
    ERR_clear_error();
  }
}

/// Throws nothing: OpenSSL calls it.
int TlsSession::on_hello(SSL* ssl, int* alert, void* /*data*/) {
  *alert = SSL_AD_INTERNAL_ERROR;
  try {
    return static_cast<TlsSession*>(SSL_get_app_data(ssl))->choose_face();
  } catch (const std::exception&) {
    return SSL_CLIENT_HELLO_ERROR;
  }
}

int TlsSession::choose_face() {
  if (std::exchange(chosen_, true)) {
    return SSL_CLIENT_HELLO_SUCCESS;  // a second ClientHello, with the key share we asked for
  }
  const std::string server_name = server_name_of(ssl_.get());
  const Face face = choose_(server_name);
  if (face == Face::reset) {
    reset_wanted_ = true;
    return SSL_CLIENT_HELLO_ERROR;
  }
  const auto facing = identity_->facing(face, server_name);
  if (facing == settings_) {
    return SSL_CLIENT_HELLO_SUCCESS;
  }
  demand(SSL_set_SSL_CTX(ssl_.get(), facing->settings.get()) != nullptr);
  if (face != Face::honest) {
    // A resumed session shows no certificate, and a faulty one's must never be resumed.
    SSL_set_options(ssl_.get(), SSL_OP_NO_TICKET);
    demand(SSL_set_session_id_context(
               ssl_.get(), reinterpret_cast<const unsigned char*>(kFaultySessions.data()),
               static_cast<unsigned int>(kFaultySessions.size())) == 1);
  }
  return SSL_CLIENT_HELLO_SUCCESS;
}

BIO_METHOD* TlsSession::bio_method() {
  static const Owned<BIO_METHOD, BIO_meth_free> method = [] {
    Owned<BIO_METHOD, BIO_meth_free> made(
        BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "graphfault stream"));
    demand(made != nullptr && BIO_meth_set_read(made.get(), bio_read) == 1 &&
           BIO_meth_set_write(made.get(), bio_write) == 1 &&
           BIO_meth_set_ctrl(made.get(), bio_control) == 1);
    return made;
  }();
  return method.get();
}

int TlsSession::bio_read(BIO* bio, char* to, int size) {
  TlsSession& session = session_of(bio);
  BIO_clear_retry_flags(bio);
  const Transfer got = session.carrier_.take(to, static_cast<std::size_t>(size));
  switch (got.result) {
    case Transfer::Result::moved:
      return static_cast<int>(got.bytes);
    case Transfer::Result::blocked:
      BIO_set_retry_read(bio);
      return -1;
    case Transfer::Result::ended:
      session.input_ended_ = true;
      return 0;
    case Transfer::Result::failed:
      return -1;
  }
  return -1;
}

int TlsSession::bio_write(BIO* bio, const char* from, int size) {
  TlsSession& session = session_of(bio);
  BIO_clear_retry_flags(bio);
  // Where the connection is to be reset, TLS gets no last word.
  const bool given =
      session.reset_wanted_ || session.carrier_.give({from, static_cast<std::size_t>(size)});
  return given ? size : -1;
}

long TlsSession::bio_control(BIO* bio, int command, long /*number*/, void* /*pointer*/) {
  if (command == BIO_CTRL_EOF) {
    return session_of(bio).input_ended_ ? 1 : 0;
  }
  return command == BIO_CTRL_FLUSH ? 1 : 0;
}

}  // namespace graphfault::net
