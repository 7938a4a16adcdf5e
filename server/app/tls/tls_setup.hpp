// SPDX-License-Identifier: MIT
// From the command line's words about TLS to what net/ shows in a handshake.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "net/tls/tls_identity.hpp"

#include <memory>
#include <string>
#include <vector>

namespace graphfault::app {

/// What a handshake shows.
struct TlsChoice {
  std::string authority_folder{};  ///< empty: the user's
  std::string certificate{};       ///< a PEM file of the user's own, with its key in `key`
  std::string key{};
  std::vector<std::string> names{};  ///< further ones for a certificate that is made here
};

struct TlsSetup {
  std::shared_ptr<net::TlsIdentity> identity{};
  std::string authority{};  ///< the certificate that clients are to trust, as PEM; empty with a
                            ///< certificate of the user's own
  std::string warning{};    ///< one line; may be empty
};

/// `hosts` are the addresses that the server listens on.
Result<TlsSetup> set_up_tls(const TlsChoice& choice, const std::vector<std::string>& hosts,
                            Instant now);

}  // namespace graphfault::app
