// SPDX-License-Identifier: MIT
#include "net/testing/tls_client.hpp"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace graphfault::net::testing {
namespace {

// Generous, for a loaded machine under a sanitizer; only a failing test waits for it.
constexpr int kTlsDeadlineSeconds = 30;

int connect_to(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval deadline{.tv_sec = kTlsDeadlineSeconds, .tv_usec = 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof(deadline));
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
  demand(::connect(socket, reinterpret_cast<sockaddr*>(&to), sizeof(to)) == 0);
  return socket;
}

std::size_t content_length(const std::string& head) {
  constexpr std::string_view kName = "Content-Length: ";
  const std::size_t at = head.find(kName);
  return at == std::string::npos
             ? 0
             : std::strtoul(head.substr(at + kName.size(), 20).c_str(), nullptr, 10);
}

void trust(SSL_CTX* context, const std::string& certificate) {
  if (certificate.empty()) {
    return;
  }
  const Certificate read(PEM_read_bio_X509(reading(certificate).get(), nullptr, nullptr, nullptr));
  demand(read && X509_STORE_add_cert(SSL_CTX_get_cert_store(context), read.get()) == 1);
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
}

}  // namespace

TlsClient::TlsClient(std::uint16_t port, TlsSettings settings, SSL_SESSION* resumed)
    : context_(SSL_CTX_new(TLS_client_method())), socket_(connect_to(port)) {
  std::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes without asking for none
  if (!settings.connect.empty() && !open_tunnel(settings.connect)) {
    trouble_ = "no tunnel: " + received_;
    return;
  }
  trust(context_.get(), settings.trusted);
  if (settings.version != 0) {
    SSL_CTX_set_min_proto_version(context_.get(), settings.version);
    SSL_CTX_set_max_proto_version(context_.get(), settings.version);
  }
  ssl_.reset(SSL_new(context_.get()));
  demand(ssl_ != nullptr && SSL_set_fd(ssl_.get(), socket_) == 1);
  SSL_set_alpn_protos(ssl_.get(), reinterpret_cast<const unsigned char*>(settings.protocols.data()),
                      static_cast<unsigned int>(settings.protocols.size()));
  if (!settings.server_name.empty()) {
    // What SSL_set_tlsext_host_name does, without its C cast.
    SSL_ctrl(ssl_.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
             settings.server_name.data());
    SSL_set1_host(ssl_.get(), settings.server_name.c_str());
  }
  if (resumed != nullptr) {
    SSL_set_session(ssl_.get(), resumed);
  }
  ERR_clear_error();
  const int result = SSL_connect(ssl_.get());
  if (result != 1) {
    const int error = errno;
    const auto verified = SSL_get_verify_result(ssl_.get());
    trouble_ = verified == X509_V_OK ? openssl_trouble() : X509_verify_cert_error_string(verified);
    reset_ = error == ECONNRESET;
  }
}

TlsClient::~TlsClient() {
  if (ssl_ && trouble_.empty() && !goodbye_ && !reset_) {
    SSL_shutdown(ssl_.get());
  }
  ::close(socket_);
}

bool TlsClient::open_tunnel(const std::string& target) const {
  const std::string request = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n";
  ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL);
  std::string answer;
  char byte = 0;
  while (!answer.ends_with("\r\n\r\n") && ::recv(socket_, &byte, 1, 0) == 1) {
    answer += byte;
  }
  return answer.starts_with("HTTP/1.1 200 ");
}

std::string TlsClient::protocol() const {
  const unsigned char* name = nullptr;
  unsigned int size = 0;
  SSL_get0_alpn_selected(ssl_.get(), &name, &size);
  return name == nullptr ? "" : std::string(reinterpret_cast<const char*>(name), size);
}

std::string TlsClient::version() const { return SSL_get_version(ssl_.get()); }

Owned<SSL_SESSION, SSL_SESSION_free> TlsClient::session() const {
  return Owned<SSL_SESSION, SSL_SESSION_free>(SSL_get1_session(ssl_.get()));
}

void TlsClient::send(std::string_view bytes) {
  SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
}

bool TlsClient::receive() {
  std::array<char, 16384> buffer{};
  ERR_clear_error();
  const int got = SSL_read(ssl_.get(), buffer.data(), static_cast<int>(buffer.size()));
  if (got > 0) {
    received_.append(buffer.data(), static_cast<std::size_t>(got));
    return true;
  }
  goodbye_ = SSL_get_error(ssl_.get(), got) == SSL_ERROR_ZERO_RETURN;
  reset_ = !goodbye_ && errno == ECONNRESET;
  return false;
}

std::string TlsClient::read_answer() {
  while (received_.find("\r\n\r\n") == std::string::npos && receive()) {
  }
  const std::size_t head = received_.find("\r\n\r\n");
  const std::size_t size = head == std::string::npos
                               ? received_.size()
                               : head + 4 + content_length(received_.substr(0, head));
  while (received_.size() < size && receive()) {
  }
  std::string answer = received_.substr(0, size);
  received_.erase(0, answer.size());
  return answer;
}

std::string TlsClient::read_to_end() {
  while (receive()) {
  }
  return std::exchange(received_, {});
}

}  // namespace graphfault::net::testing
