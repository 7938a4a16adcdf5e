// SPDX-License-Identifier: MIT
#include "app/commands/run_command.hpp"

namespace graphfault::app {
namespace {

std::vector<Option> what_is_written(RunOptions& options) {
  return {{.name = "--junit",
           .placeholder = "FILE",
           .help = "the verdicts as JUnit XML: a testsuite a scenario, a testcase a finding",
           .fallback = {},
           .take = take_text(options.junit)},
          {.name = "--report",
           .placeholder = "FILE",
           .help = "the verdicts as one HTML page, with their timelines",
           .fallback = {},
           .take = take_text(options.report)},
          {.name = "--json",
           .placeholder = "FILE",
           .help = "the verdicts as JSON, for scripts",
           .fallback = {},
           .take = take_text(options.json)}};
}

std::vector<Option> how_it_is_run(RunOptions& options) {
  return {{.name = "--timeout",
           .placeholder = "TIME",
           .help = "how long the client may run in one scenario; then SIGTERM. 0: for ever",
           .fallback = "10m",
           .take = take_duration(options.timeout)},
          {.name = "--grace",
           .placeholder = "TIME",
           .help = "between SIGTERM and SIGKILL",
           .fallback = "5s",
           .take = take_duration(options.grace)},
          {.name = "--proxy",
           .placeholder = {},
           .help = "the client calls graph.microsoft.com and the sign-in hosts as ever: variables "
                   "make it go by way of graphfault, and trust its certificate",
           .fallback = {},
           .take = take_switch(options.as_proxy)},
          {.name = "--ca-dir",
           .placeholder = "FOLDER",
           .help = "where the certificate authority is kept; made at first use",
           .fallback = "~/.local/share/graphfault/ca",
           .take = take_text(options.authority_folder)},
          {.name = "--scenarios",
           .placeholder = "PATH",
           .help = "files and folders among which a name is looked for; in the variable separated "
                   "by colons",
           .fallback = "the shipped scenarios",
           .take = take_texts(options.among),
           .separator = ':'},
          {.name = "--seed",
           .placeholder = "N",
           .help = "what everything random is drawn from",
           .fallback = "0",
           .take = take_number(options.seed)}};
}

constexpr const char* kNotes =
    "The client finds in its environment:\n"
    "  GRAPHFAULT_URL          Graph's base URL, on a free port: http://localhost:41231\n"
    "  GRAPHFAULT_AUTHORITY    the sign-in host's root\n"
    "  GRAPHFAULT_TENANT       the scenario's tenant; a real tenant id, a domain or common will "
    "do\n"
    "  GRAPHFAULT_CONTROL_URL  the control API\n"
    "  GRAPHFAULT_HTTPS_URL    Graph and sign-in over TLS, for libraries that take nothing else\n"
    "  GRAPHFAULT_CA           the file of the certificate to trust for it\n"
    "and with --proxy HTTPS_PROXY, NO_PROXY, NODE_USE_ENV_PROXY, NODE_EXTRA_CA_CERTS,\n"
    "SSL_CERT_FILE, REQUESTS_CA_BUNDLE and CURL_CA_BUNDLE.\n"
    "Any client id and secret are good, unless the scenario lists apps.\n\n"
    "  graphfault run paged-guests -- python3 report.py\n"
    "  graphfault run paged-guests --proxy -- pwsh guests.ps1\n"
    "  graphfault run scenarios/ --junit verdicts.xml --report verdicts.html -- npm test\n\n"
    "SIGINT, SIGTERM and SIGHUP are passed on to the client's process group; a second one kills "
    "it.\nAt a terminal the client has the keyboard, and so Ctrl-C is its own; the run ends where "
    "it\n"
    "ends the client.\nExit codes: 0 every verdict passed and the client exited as it should, 1 "
    "not so, 2 the "
    "command\nline or a scenario is wrong, or the command could not be started.\n";

}  // namespace

Command run_command(const std::shared_ptr<RunOptions>& options) {
  Command command{
      .name = "run",
      .summary = "runs a client in each scenario, on free ports, and says whether it coped",
      .positional = Positional{.name = "SCENARIO",
                               .help = "files, folders, patterns, or names of scenarios: played "
                                       "one after the other, each in a fresh tenant",
                               .required = true,
                               .many = true,
                               .take = take_texts(options->scenarios)},
      .tail = Positional{.name = "COMMAND",
                         .help = "the client and its arguments, after two dashes: graphfault run "
                                 "paged-guests -- ./report.py; run once for each scenario, "
                                 "without a shell",
                         .required = true,
                         .many = true,
                         .take = take_texts(options->command)},
      .options = what_is_written(*options),
      .notes = kNotes,
      .act = [options](const Streams& streams) { return run_clients(*options, streams); }};
  const std::vector<Option> more = how_it_is_run(*options);
  command.options.insert(command.options.end(), more.begin(), more.end());
  return command;
}

}  // namespace graphfault::app
