// SPDX-License-Identifier: MIT
#include "app/commands/serve_command.hpp"

namespace graphfault::app {
namespace {

constexpr std::uint64_t kMostThreads = 256;
constexpr std::uint64_t kMostTenants = 1'000'000;

TakeValues take_log_format(LogFormat& into) {
  return [&into](const Values& values) -> tl::expected<void, Problem> {
    const std::string& name = values.back();
    if (name == "text") {
      into = LogFormat::text;
    } else if (name == "json") {
      into = LogFormat::json;
    } else if (name == "off") {
      into = LogFormat::off;
    } else {
      return fail("is '" + name + "': choose text, json or off");
    }
    return {};
  };
}

std::vector<Option> what_is_played(ServeOptions& options) {
  return {{.name = "--scenarios",
           .placeholder = "PATH",
           .help = "scenario files, and folders of them (*.yaml, *.yml, subfolders too); separated "
                   "by colons in the variable",
           .fallback = "the shipped scenarios",
           .take = take_texts(options.scenarios),
           .separator = ':'},
          {.name = "--scenario-yaml",
           .placeholder = "YAML",
           .help = "one whole scenario as text, for where no file can be mounted; it is called "
                   "inline unless it has a name",
           .fallback = {},
           .take = take_text(options.scenario_yaml)},
          {.name = "--scenario",
           .placeholder = "NAME",
           .help = "the scenario of the default tenant",
           .fallback = "default, which has no rules",
           .take = take_text(options.scenario)},
          {.name = "--watch",
           .placeholder = {},
           .help = "reload the scenarios when a file changes (SIGHUP reloads too)",
           .fallback = {},
           .take = take_switch(options.watch)},
          {.name = "--seed",
           .placeholder = "N",
           .help = "the seed for everything random",
           .fallback = "0",
           .take = take_number(options.seed)},
          {.name = "--clock",
           .placeholder = "TIME",
           .help = "stop every tenant's clock at this time until it is moved: 2026-02-11T09:12:33Z",
           .fallback = {},
           .take = take_instant(options.clock)},
          {.name = "--no-marks",
           .placeholder = {},
           .help = "leave out x-graphfault-rule and x-graphfault-hint",
           .fallback = {},
           .take = take_negation(options.marks)}};
}

std::vector<Option> where_it_listens(ServeOptions& options) {
  return {
      {.name = "--host",
       .placeholder = "ADDRESS",
       .help = "an address to listen on, for all ports; separated by commas in the variable",
       .fallback = "127.0.0.1 and ::1",
       .take = take_texts(options.hosts),
       .separator = ','},
      {.name = "--port",
       .placeholder = "N",
       .help = "the port of the emulated Graph and sign-in; 0 takes a free one",
       .fallback = "8080",
       .take = take_port(options.port)},
      {.name = "--https-port",
       .placeholder = "N",
       .help = "the port of the same over TLS; 0 takes a free one",
       .fallback = "8443, or a free one with --port 0",
       .take = take_port(options.https_port)},
      {.name = "--control-port",
       .placeholder = "N",
       .help = "the port of the control API; 0 takes a free one",
       .fallback = "8081",
       .take = take_port(options.control_port)},
      {.name = "--allow-host",
       .placeholder = "NAME",
       .help =
           "another host name that the control API answers to; separated by commas in the variable",
       .fallback = {},
       .take = take_texts(options.allowed_hosts),
       .separator = ','},
      {.name = "--ready-file",
       .placeholder = "PATH",
       .help = "a file to write the addresses to, as JSON, once they answer",
       .fallback = {},
       .take = take_text(options.ready_file)}};
}

std::vector<Option> how_it_is_trusted(TlsChoice& choice) {
  return {{.name = "--ca-dir",
           .placeholder = "FOLDER",
           .help = "the folder of the certificate authority, which is made at first use",
           .fallback = "~/.local/share/graphfault/ca",
           .take = take_text(choice.authority_folder)},
          {.name = "--tls-name",
           .placeholder = "NAME",
           .help = "another name in the certificate, which clients of the proxy may call too; also "
                   "comma-separated",
           .fallback = "loopback, graphfault, the Graph and sign-in hosts",
           .take = take_certificate_names(choice.names),
           .separator = ','},
          {.name = "--tls-cert",
           .placeholder = "FILE",
           .help = "a certificate of your own with its chain, as PEM, instead of one made here",
           .fallback = {},
           .take = take_text(choice.certificate)},
          {.name = "--tls-key",
           .placeholder = "FILE",
           .help = "the key of that certificate, as PEM without a passphrase",
           .fallback = {},
           .take = take_text(choice.key)}};
}

std::vector<Option> how_much_it_takes(ServeOptions& options) {
  return {{.name = "--log",
           .placeholder = "FORMAT",
           .help = "a line for each request on standard output: text, json or off",
           .fallback = "text",
           .take = take_log_format(options.log)},
          {.name = "--threads",
           .placeholder = "N",
           .help = "how many threads answer requests; 0 means one for each core",
           .fallback = "0",
           .take = take_number(options.threads, 0, kMostThreads)},
          {.name = "--journal-bytes",
           .placeholder = "SIZE",
           .help = "how much each tenant's journal may hold; the oldest exchanges are dropped "
                   "first; with 0 nothing is recorded, and there are no verdicts",
           .fallback = "32M",
           .take = take_bytes(options.journal_bytes)},
          {.name = "--max-tenants",
           .placeholder = "N",
           .help = "how many tenants may run at once; the least recently used is dropped first",
           .fallback = "10000",
           .take = take_number(options.max_tenants, 1, kMostTenants)}};
}

}  // namespace

Command serve_command(const std::shared_ptr<ServeOptions>& options) {
  Command command{
      .name = "serve",
      .summary = "serves scenarios as a local Microsoft Graph until it is stopped",
      .positional = {},
      .options = what_is_played(*options),
      .notes =
          "SIGHUP reloads the scenarios, all or nothing. After SIGTERM or SIGINT, answers in "
          "progress\n"
          "have up to five seconds to finish; a second signal ends the server at once.\n",
      .act = [options](const Streams& streams) { return serve(*options, streams); }};
  for (const std::vector<Option>& more :
       {where_it_listens(*options), how_it_is_trusted(options->tls), how_much_it_takes(*options)}) {
    command.options.insert(command.options.end(), more.begin(), more.end());
  }
  return command;
}

}  // namespace graphfault::app
