// SPDX-License-Identifier: MIT
#include "app/commands/healthcheck.hpp"

#include "app/command_line/complaint.hpp"
#include "app/command_line/exit_code.hpp"
#include "control/client.hpp"

#include <chrono>
#include <ostream>

namespace graphfault::app {
namespace {

constexpr std::chrono::seconds kHealthTimeout{2};

/// Where a server that listens on `host` is reached from its own machine.
std::string reachable(const std::string& host) {
  if (host == "0.0.0.0") {
    return "127.0.0.1";
  }
  return host == "::" ? "::1" : host;
}

int ask_health(const HealthcheckOptions& options, const Streams& streams) {
  const auto reply = control::call(reachable(options.hosts.front()), options.control_port,
                                   {.target = "/health"}, kHealthTimeout);
  if (!reply) {
    return complain(streams, reply.error(), kFailed);
  }
  if (reply->status != 200) {
    streams.err << "graphfault: the server is not healthy: " << reply->status << '\n'
                << reply->body;
    return kFailed;
  }
  streams.out << "well\n";
  return kGood;
}

}  // namespace

Command healthcheck_command(const std::shared_ptr<HealthcheckOptions>& options) {
  return {
      .name = "healthcheck",
      .summary = "asks a running server whether it is healthy; exit code 0 or 1",
      .positional = {},
      .options = {{.name = "--host",
                   .placeholder = "ADDRESS",
                   .help = "the address that the server listens on; the first of several is asked",
                   .fallback = "127.0.0.1",
                   .take = take_texts(options->hosts),
                   .separator = ','},
                  {.name = "--control-port",
                   .placeholder = "N",
                   .help = "the control API's port",
                   .fallback = "8081",
                   .take = take_port(options->control_port)}},
      .notes = {},
      .act = [options](const Streams& streams) { return ask_health(*options, streams); }};
}

}  // namespace graphfault::app
