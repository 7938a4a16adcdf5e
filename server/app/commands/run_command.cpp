// SPDX-License-Identifier: MIT
#include "app/commands/run_command.hpp"

namespace graphfault::app {
namespace {

std::vector<Option> what_is_written(RunOptions& options) {
  return {
      {.name = "--junit",
       .placeholder = "FILE",
       .help = "write the verdicts as JUnit XML: a testsuite per scenario, a testcase per finding",
       .fallback = {},
       .take = take_text(options.junit)},
      {.name = "--report",
       .placeholder = "FILE",
       .help = "write the verdicts as one HTML page, with timelines",
       .fallback = {},
       .take = take_text(options.report)},
      {.name = "--json",
       .placeholder = "FILE",
       .help = "write the verdicts as JSON, for scripts",
       .fallback = {},
       .take = take_text(options.json)}};
}

std::vector<Option> how_it_is_run(RunOptions& options) {
  return {
      {.name = "--timeout",
       .placeholder = "TIME",
       .help =
           "how long the client may run in one scenario before it gets SIGTERM; 0 means for ever",
       .fallback = "10m",
       .take = take_duration(options.timeout)},
      {.name = "--grace",
       .placeholder = "TIME",
       .help = "the time between SIGTERM and SIGKILL",
       .fallback = "5s",
       .take = take_duration(options.grace)},
      {.name = "--proxy",
       .placeholder = {},
       .help = "the client calls graph.microsoft.com and the sign-in hosts as usual: environment "
               "variables send it to graphfault and make it trust the certificate",
       .fallback = {},
       .take = take_switch(options.as_proxy)},
      {.name = "--ca-dir",
       .placeholder = "FOLDER",
       .help = "the folder of the certificate authority, which is made at first use",
       .fallback = "~/.local/share/graphfault/ca",
       .take = take_text(options.authority_folder)},
      {.name = "--scenarios",
       .placeholder = "PATH",
       .help =
           "files and folders in which to look for the names; separated by colons in the variable",
       .fallback = "the shipped scenarios",
       .take = take_texts(options.among),
       .separator = ':'},
      {.name = "--seed",
       .placeholder = "N",
       .help = "the seed for everything random",
       .fallback = "0",
       .take = take_number(options.seed)}};
}

constexpr const char* kNotes =
    "The client finds these variables in its environment:\n"
    "  GRAPHFAULT_URL          Graph's base URL, on a free port: http://localhost:41231\n"
    "  GRAPHFAULT_AUTHORITY    the root of the sign-in host\n"
    "  GRAPHFAULT_TENANT       the scenario's tenant; a real tenant id, a domain or common also "
    "work\n"
    "  GRAPHFAULT_CONTROL_URL  the control API\n"
    "  GRAPHFAULT_HTTPS_URL    Graph and sign-in over TLS, for libraries that accept nothing else\n"
    "  GRAPHFAULT_CA           the certificate file to trust for it\n"
    "and with --proxy HTTPS_PROXY, NO_PROXY, NODE_USE_ENV_PROXY, NODE_EXTRA_CA_CERTS,\n"
    "SSL_CERT_FILE, REQUESTS_CA_BUNDLE and CURL_CA_BUNDLE.\n"
    "Any client id and secret work, unless the scenario lists apps.\n"
    "\n"
    "  graphfault run paged-guests -- python3 report.py\n"
    "  graphfault run paged-guests --proxy -- pwsh guests.ps1\n"
    "  graphfault run scenarios/ --junit verdicts.xml --report verdicts.html -- npm test\n"
    "\n"
    "SIGINT, SIGTERM and SIGHUP are passed on to the client's process group; a second one kills "
    "it.\n"
    "At a terminal the client has the keyboard, so Ctrl-C goes to the client; if that ends the\n"
    "client, the run ends too.\n"
    "Exit codes: 0 every verdict passed and the client exited as it should, 1 a verdict failed or\n"
    "the client did not exit as it should, 2 the command line or a scenario is wrong, or the\n"
    "command could not be started.\n";

}  // namespace

Command run_command(const std::shared_ptr<RunOptions>& options) {
  Command command{
      .name = "run",
      .summary = "runs a client in each scenario, on free ports, and says whether it coped",
      .positional = Positional{.name = "SCENARIO",
                               .help = "files, folders, patterns or names of scenarios: they are "
                                       "played one after the other, each in a fresh tenant",
                               .required = true,
                               .many = true,
                               .take = take_texts(options->scenarios)},
      .tail =
          Positional{
              .name = "COMMAND",
              .help = "the client and its arguments, after two dashes: graphfault run paged-guests "
                      "-- ./report.py; it is run once for each scenario, without a shell",
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
