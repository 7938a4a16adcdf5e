// SPDX-License-Identifier: MIT
// OpenSSL's settings for one certificate. For net/tls*.cpp only.
#pragma once

#include "base/result.hpp"
#include "net/tls/tls_identity.hpp"
#include "net/tls/tls_openssl.hpp"

namespace graphfault::net {

struct TlsIdentity::Context {
  Owned<SSL_CTX, SSL_CTX_free> settings{};
};

/// TLS 1.2 and 1.3, http/1.1 by ALPN, resumption by tickets. `hello` is asked at each ClientHello,
/// before a session is looked up; it finds its stream by SSL_get_app_data.
Result<std::shared_ptr<TlsIdentity::Context>> make_context(const Credentials& credentials,
                                                           SSL_client_hello_cb_fn hello);

}  // namespace graphfault::net
