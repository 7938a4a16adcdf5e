// SPDX-License-Identifier: MIT
// OpenSSL's objects with an owner. For net/tls*.cpp only.
#pragma once

#include "base/libcrypto.hpp"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace graphfault::net {

using Bio = Owned<BIO, BIO_free>;
using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Certificate = Owned<X509, X509_free>;
using SslContext = std::shared_ptr<SSL_CTX>;
using SslState = Owned<SSL, SSL_free>;

inline Bio reading(std::string_view text) {
  Bio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
  demand(bio != nullptr);
  return bio;
}

/// What a memory BIO was written.
inline std::string text_of(BIO* bio) {
  char* data = nullptr;
  const auto size = BIO_get_mem_data(bio, &data);
  return {data, static_cast<std::size_t>(size)};
}

/// The oldest error of this thread in OpenSSL's words, and forgets them all.
inline std::string openssl_trouble() {
  const auto code = ERR_get_error();
  ERR_clear_error();
  const char* const reason = code == 0 ? nullptr : ERR_reason_error_string(code);
  return reason == nullptr ? "" : reason;
}

}  // namespace graphfault::net
