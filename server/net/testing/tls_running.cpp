// SPDX-License-Identifier: MIT
#include "net/testing/tls_running.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace graphfault::net::testing {

const Credentials& authority() {
  static const Credentials made = make_authority(SystemClock().now());
  return made;
}

std::shared_ptr<TlsIdentity> identity(std::optional<Credentials> own) {
  auto made = TlsIdentity::make({.authority = authority(),
                                 .names = {"localhost", "127.0.0.1", "graph.microsoft.com"},
                                 .own = std::move(own)},
                                SystemClock().now());
  EXPECT_TRUE(made) << (made ? "" : made.error().message);
  return made ? *made : nullptr;
}

Https::Https(ScriptedHandler::Script script, const Limits& limits)
    : Running(std::move(script), limits, 2, identity()) {}

TlsSettings trusting(std::string server_name) {
  return {.trusted = authority().certificates, .server_name = std::move(server_name)};
}

}  // namespace graphfault::net::testing
