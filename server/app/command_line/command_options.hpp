// SPDX-License-Identifier: MIT
// What each command is asked to do, with its defaults.
#pragma once

#include "base/clock.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace graphfault::app {

enum class LogFormat { text, json, off };

/// What a handshake shows.
struct TlsChoice {
  std::string authority_folder{};  ///< empty: the user's
  std::string certificate{};       ///< a PEM file of the user's own, with its key in `key`
  std::string key{};
  std::vector<std::string> names{};  ///< further ones for a certificate that is made here
};

struct ServeOptions {
  std::vector<std::string> scenarios{};  ///< files and folders; empty: the shipped ones
  std::string scenario_yaml{};           ///< one scenario inline
  std::string scenario{};                ///< of the default tenant
  std::vector<std::string> hosts{"127.0.0.1", "::1"};
  std::uint16_t port = 8080;
  std::optional<std::uint16_t> https_port{};  ///< nothing: 8443, or a free one where `port` is 0
  TlsChoice tls{};
  std::uint16_t control_port = 8081;
  std::vector<std::string> allowed_hosts{};
  std::uint64_t seed = 0;
  std::optional<Instant> clock{};
  bool watch = false;
  LogFormat log = LogFormat::text;
  bool marks = true;
  std::string ready_file{};
  std::uint64_t threads = 0;
  std::size_t journal_bytes = 32U << 20U;  ///< 0: nothing is recorded
  std::uint64_t max_tenants = 10'000;
};

struct CheckOptions {
  std::vector<std::string> paths{};
};

struct ExplainOptions {
  std::string scenario{};  ///< a file, or the name of one of those in `scenarios`
  std::vector<std::string> scenarios{};
};

struct ErrorsOptions {
  std::string which{};  ///< a status, a code, an id, an AADSTS number; empty: all
  bool markdown = false;
};

struct TokenOptions {
  std::string tenant = "default";
  std::string app = "00000000-0000-0000-0000-00000000c11e";
  std::vector<std::string> roles{};  ///< empty, without a user: every permission
  std::string user{};
  std::vector<std::string> scopes{};
  Duration lifetime = std::chrono::minutes(60);
  std::string claims{};  ///< a `claims` request parameter
  bool expired = false;
};

struct HealthcheckOptions {
  std::vector<std::string> hosts{"127.0.0.1"};
  std::uint16_t control_port = 8081;
};

enum class AuthorityFormat { pem, pkcs12 };

struct CaOptions {
  std::string authority_folder{};  ///< empty: the user's
  std::string out{};               ///< empty: standard output
  AuthorityFormat format = AuthorityFormat::pem;
  std::string password = "changeit";
};

struct RunOptions {
  std::vector<std::string> scenarios{};  ///< files, folders, patterns, names
  std::vector<std::string> command{};    ///< the client and its arguments
  std::vector<std::string> among{};      ///< where names are looked for; empty: the shipped ones
  std::string junit{};                   ///< files to write; empty: none
  std::string report{};
  std::string json{};
  Duration timeout = std::chrono::minutes(10);  ///< of one client; 0: none
  Duration grace = std::chrono::seconds(5);     ///< between SIGTERM and SIGKILL
  bool as_proxy = false;                        ///< the client calls the real hosts, by way of us
  std::string authority_folder{};               ///< empty: the user's
  std::uint64_t seed = 0;
};

enum class ReportFormat { text, json, junit, html };

struct VerdictOptions {
  std::string control_url = "http://localhost:8081";
  std::string tenant = "default";
  ReportFormat format = ReportFormat::text;
  std::string out{};   ///< a file; empty: standard output
  bool ended = false;  ///< the client is done: nothing may still come
};

using CommandOptions =
    std::variant<ServeOptions, CheckOptions, ExplainOptions, ErrorsOptions, TokenOptions, CaOptions,
                 HealthcheckOptions, RunOptions, VerdictOptions>;

}  // namespace graphfault::app
