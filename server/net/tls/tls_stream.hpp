// SPDX-License-Identifier: MIT
// TLS over another stream, the server's side. Bytes that a write took are on their way even where
// the carrier takes no more for now: at most a record of them waits here.
#pragma once

#include "net/streams/event_loop.hpp"
#include "net/streams/stream.hpp"
#include "net/tls/tls_identity.hpp"

#include <functional>
#include <memory>
#include <string>

namespace graphfault::net {

struct TlsOptions {
  std::shared_ptr<TlsIdentity> identity{};
  /// Asked once, when the ClientHello is read.
  std::function<Face(const std::string& server_name)> choose{};
  std::string early{};  ///< of the client, already read off the carrier
};

/// The owner of `carrier` owns the new stream; `loop` outlives it.
std::unique_ptr<Stream> make_tls_stream(std::unique_ptr<Stream> carrier, EventLoop& loop,
                                        TlsOptions options);

}  // namespace graphfault::net
