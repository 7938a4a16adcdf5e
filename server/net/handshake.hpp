// SPDX-License-Identifier: MIT
// What a TLS handshake is about, apart from what carries it out.
#pragma once

#include <string>

namespace graphfault::net {

/// What is known of a client before it has sent a request.
struct Greeting {
  std::string server_name{};   ///< the name it asks for (SNI); empty for an address
  std::string connect_host{};  ///< the name that its CONNECT named; empty without one
  std::string peer{};

  /// The host that it means: the SNI, else CONNECT's; may be empty.
  const std::string& host() const { return server_name.empty() ? connect_host : server_name; }
};

/// The certificate that a handshake shows.
enum class Face {
  honest,
  expired,     ///< of our authority, but its time is over
  wrong_name,  ///< of our authority, for a host nobody calls
  untrusted,   ///< of an authority nobody knows
  reset,       ///< none: the connection is reset behind the ClientHello
};

enum class Handshake {
  done,
  blocked,  ///< go on when more can be read
  plain,    ///< no handshake came, but readable text: unwrap() gives the stream it came by
  reset,    ///< Face::reset was chosen, and done
  failed,   ///< trouble() says why; the client was told what TLS has for it
};

}  // namespace graphfault::net
