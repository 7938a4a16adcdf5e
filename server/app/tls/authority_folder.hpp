// SPDX-License-Identifier: MIT
// The certificate authority's folder: ca.pem for the clients that are to trust it, ca-key.pem for
// this user alone.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "net/tls/tls_certificate.hpp"

#include <string>

namespace graphfault::app {

struct Authority {
  net::Credentials credentials{};
  bool in_memory = false;  ///< nobody keeps it
  std::string warning{};   ///< why it is in memory only, or that it is another one than before
};

/// The authority of that folder; made at first use, and anew, with a warning, where ours has ended.
/// Starts at the same time wait for each other. In memory only, with a warning, where the folder
/// can't be written or is empty text. A problem where what the folder holds can't be used.
Result<Authority> open_authority(const std::string& folder, Instant now);

/// `$XDG_DATA_HOME/graphfault/ca`, or below `$HOME/.local/share`; empty where neither is set.
std::string default_authority_folder();

}  // namespace graphfault::app
