// SPDX-License-Identifier: MIT
#include "app/commands/token.hpp"

#include "app/command_line/complaint.hpp"
#include "app/command_line/exit_code.hpp"
#include "app/commands/offline_token.hpp"
#include "graph/tokens/token.hpp"

#include <ostream>
#include <random>

namespace graphfault::app {
namespace {

std::uint64_t chance() {
  std::random_device device;
  return (std::uint64_t{device()} << 32U) | device();
}

int print_token(const TokenOptions& options, const Streams& streams) {
  const Result<graph::Token> made = offline_token(options, SystemClock().now(), chance());
  if (!made) {
    return complain(streams, made.error());
  }
  streams.out << graph::write_token(*made, graph::token_key()) << '\n';
  return kGood;
}

}  // namespace

Command token_command(const std::shared_ptr<TokenOptions>& options) {
  return {
      .name = "token",
      .summary = "makes a token, offline, that any graphfault server accepts",
      .positional = {},
      .options =
          {{.name = "--tenant",
            .placeholder = "NAME",
            .help = "the tenant it is for: SCENARIO or SCENARIO.LABEL",
            .fallback = "default",
            .take = take_text(options->tenant)},
           {.name = "--app",
            .placeholder = "GUID",
            .help = "the client id",
            .fallback = options->app,
            .take = take_text(options->app)},
           {.name = "--roles",
            .placeholder = "NAME",
            .help = "application permissions, also comma-separated",
            .fallback = "every permission",
            .take = take_names(options->roles),
            .separator = ','},
           {.name = "--user",
            .placeholder = "UPN",
            .help = "make a delegated token for this user",
            .fallback = {},
            .take = take_text(options->user)},
           {.name = "--scopes",
            .placeholder = "NAME",
            .help = "delegated permissions, also comma-separated; with --user",
            .fallback = "User.Read",
            .take = take_names(options->scopes),
            .separator = ','},
           {.name = "--lifetime",
            .placeholder = "TIME",
            .help = "how long the token is valid",
            .fallback = "60m",
            .take = take_duration(options->lifetime)},
           {.name = "--claims",
            .placeholder = "JSON",
            .help =
                R"(a claims challenge that the token must satisfy: {"access_token":{"acrs":{"essential":true,"value":"c1"}}})",
            .fallback = {},
            .take = take_text(options->claims)},
           {.name = "--expired",
            .placeholder = {},
            .help = "make a token that has just expired",
            .fallback = {},
            .take = take_switch(options->expired)}},
      .notes =
          "Example: curl -H \"Authorization: Bearer $(graphfault token)\" "
          "http://localhost:8080/v1.0/users\n",
      .act = [options](const Streams& streams) { return print_token(*options, streams); }};
}

}  // namespace graphfault::app
