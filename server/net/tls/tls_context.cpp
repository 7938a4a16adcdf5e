// SPDX-License-Identifier: MIT
#include "net/tls/tls_context.hpp"

namespace graphfault::net {
namespace {

constexpr std::string_view kProtocol = "\x08http/1.1";
constexpr std::string_view kSessions = "graphfault";

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

/// A client that offers protocols, but not ours, is told so.
// NOLINTNEXTLINE(readability-function-size): OpenSSL's parameters
int select_protocol(SSL* /*ssl*/, const unsigned char** out, unsigned char* out_size,
                    const unsigned char* offered, unsigned int offered_size, void* /*data*/) {
  unsigned char* chosen = nullptr;
  const int result =
      SSL_select_next_proto(&chosen, out_size, bytes_of(kProtocol),
                            static_cast<unsigned int>(kProtocol.size()), offered, offered_size);
  *out = chosen;
  return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

/// True where reading ended because there was nothing more, rather than at something unreadable.
bool at_end_of_text() {
  const auto error = ERR_peek_last_error();
  return ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE;
}

/// The rest of the chain.
bool add_chain(SSL_CTX* settings, BIO* certificates) {
  while (Certificate next{PEM_read_bio_X509(certificates, nullptr, nullptr, nullptr)}) {
    if (SSL_CTX_add1_chain_cert(settings, next.get()) != 1) {
      return false;
    }
  }
  const bool whole = at_end_of_text();
  if (whole) {
    ERR_clear_error();
  }
  return whole;
}

bool use(SSL_CTX* settings, const Credentials& credentials) {
  const Bio certificates = reading(credentials.certificates);
  const Certificate leaf(PEM_read_bio_X509(certificates.get(), nullptr, nullptr, nullptr));
  const Key key(PEM_read_bio_PrivateKey(reading(credentials.key).get(), nullptr, nullptr, nullptr));
  return leaf && key && SSL_CTX_use_certificate(settings, leaf.get()) == 1 &&
         SSL_CTX_use_PrivateKey(settings, key.get()) == 1 &&
         SSL_CTX_check_private_key(settings) == 1 && add_chain(settings, certificates.get());
}

}  // namespace

Result<std::shared_ptr<TlsIdentity::Context>> make_context(const Credentials& credentials,
                                                           SSL_client_hello_cb_fn hello) {
  auto context = std::make_shared<TlsIdentity::Context>();
  context->settings.reset(SSL_CTX_new(TLS_server_method()));
  SSL_CTX* const settings = context->settings.get();
  demand(settings != nullptr && SSL_CTX_set_min_proto_version(settings, TLS1_2_VERSION) == 1 &&
         SSL_CTX_set_session_id_context(settings, bytes_of(kSessions),
                                        static_cast<unsigned int>(kSessions.size())) == 1 &&
         SSL_CTX_set_num_tickets(settings, 1) == 1);
  // A client may close without saying so: HTTP knows by itself where an answer ends.
  SSL_CTX_set_options(settings, SSL_OP_NO_RENEGOTIATION | SSL_OP_IGNORE_UNEXPECTED_EOF);
  SSL_CTX_set_mode(settings, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                 SSL_MODE_RELEASE_BUFFERS);
  // Sessions live in the clients' tickets alone.
  SSL_CTX_set_session_cache_mode(settings, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_read_ahead(settings, 1);
  SSL_CTX_set_alpn_select_cb(settings, select_protocol, nullptr);
  SSL_CTX_set_client_hello_cb(settings, hello, nullptr);
  ERR_clear_error();
  if (!use(settings, credentials)) {
    return fail("the certificate can't be used: " + openssl_trouble());
  }
  return context;
}

}  // namespace graphfault::net
