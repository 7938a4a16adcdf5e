// SPDX-License-Identifier: MIT
// A server with HTTPS, and clients that trust it.
#pragma once

#include "net/testing/scripted_handler.hpp"
#include "net/testing/tls_client.hpp"

#include <memory>
#include <optional>
#include <string>

namespace graphfault::net::testing {

/// One for all tests of a program.
const Credentials& authority();
/// For localhost, 127.0.0.1 and graph.microsoft.com.
std::shared_ptr<TlsIdentity> identity(std::optional<Credentials> own = std::nullopt);

struct Https : Running {
  explicit Https(ScriptedHandler::Script script = {}, const Limits& limits = {});
};

/// A client's settings that trust the authority.
TlsSettings trusting(std::string server_name = "localhost");

}  // namespace graphfault::net::testing
