// SPDX-License-Identifier: MIT
// What the server can show in a handshake: its certificate, and faulty ones where a scenario asks
// for them.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "net/handshake.hpp"
#include "net/tls/tls_certificate.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graphfault::net {

/// Threads: any.
class TlsIdentity {
 public:
  struct Sources {
    Credentials authority{};           ///< issues the certificate, and the faulty ones
    std::vector<std::string> names{};  ///< of the certificate; a name without a dot is added when
                                       ///< a client asks for it
    std::optional<Credentials> own{};  ///< shown instead of one that is issued
  };

  /// A problem where one of the sources can't be used.
  static Result<std::shared_ptr<TlsIdentity>> make(Sources sources, Instant now);
  ~TlsIdentity();
  TlsIdentity(const TlsIdentity&) = delete;
  TlsIdentity& operator=(const TlsIdentity&) = delete;

  /// OpenSSL's context, as tls_stream.cpp knows it; the first one of each is made when it is asked
  /// for. `now` is when the faulty ones have already ended.
  struct Context;
  std::shared_ptr<Context> honest() const;
  std::shared_ptr<Context> facing(Face face, const std::string& server_name);

 private:
  struct State;
  explicit TlsIdentity(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace graphfault::net
