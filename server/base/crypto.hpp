// SPDX-License-Identifier: MIT
// What the product needs of OpenSSL's libcrypto; the only header of base that stands for it.
#pragma once

#include "base/result.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace graphfault {

/// The 32 raw bytes.
std::string sha256(std::string_view bytes);

/// An ES256 (P-256, SHA-256) signing key. Immutable once made: sign and verify may be called from
/// any thread.
class SigningKey {
 public:
  /// The same phrase gives the same key on every machine. It protects nothing.
  static SigningKey from_phrase(std::string_view phrase);
  /// The key whose private scalar is `scalar`, 32 raw bytes big-endian; taken modulo the group's
  /// order, and 1 where that leaves 0.
  static SigningKey from_scalar(std::string_view scalar);

  /// 64 bytes, r then s, as JWS wants them. Deterministic (RFC 6979): the same message gives the
  /// same bytes.
  std::string sign(std::string_view message) const;
  bool verify(std::string_view message, std::string_view signature) const;
  /// The public point's coordinates, 32 raw bytes each, for a JWKS.
  std::string x() const;
  std::string y() const;

 private:
  struct Key;
  explicit SigningKey(std::shared_ptr<const Key> key);
  std::shared_ptr<const Key> key_;
};

}  // namespace graphfault
