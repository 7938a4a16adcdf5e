// SPDX-License-Identifier: MIT
#include "command/command_line.hpp"

#include "command/connection.hpp"
#include "command/progress_line.hpp"
#include "pace/duration_text.hpp"
#include "wire/url.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <sstream>
#include <unistd.h>

namespace graphclient {
namespace {

constexpr const char* kFooter = R"(
Exit codes:
  0  success: everything was read or done
  1  a local file could not be read or written
  2  the command line or an input file's content is wrong
  3  refused: the service said no, and trying again will not help
  4  exhausted: no attempts or no time left, or nobody answered
  5  partial: a part was done or kept (--keep-partial, batch), but not the rest

A client secret on a command line can be seen by other users of the machine:
prefer GRAPHFAULT_CLIENT_SECRET.)";

using Run = std::function<ExitCode(Session&, const Console&)>;

struct CommandLine {
  ConnectionOptions connection{};
  bool quiet = false;
  UsersCommand users{};
  GetCommand get{};
  BatchCommand batch{};
  DeltaCommand delta{};
  UpdateCommand update{};
  Run run{};
};

CLI::Validator is_url() {
  return {[](std::string& text) {
            return parse_url(text)
                       ? std::string{}
                       : text + " is not a URL: it needs http:// or https:// and a host";
          },
          "URL"};
}

void add_duration(CLI::App& app, const std::string& name, Milliseconds& target,
                  const std::string& description) {
  app.add_option_function<std::string>(
         name,
         [&target, name](const std::string& text) {
           const std::optional<Milliseconds> time = parse_duration(text);
           if (!time || *time == Milliseconds(0)) {
             throw CLI::ValidationError(name, text + " is not a time: write 500ms, 30s, 5m or 1h");
           }
           target = *time;
         },
         description)
      ->type_name("TIME");
}

void add_connection(CLI::App& app, CommandLine& line) {
  ConnectionOptions& to = line.connection;
  app.add_option("--url", to.url, "The service's root")
      ->envname("GRAPHFAULT_URL")
      ->capture_default_str()
      ->check(is_url());
  app.add_option("--authority", to.authority, "The sign-in host's root; the url where not given")
      ->envname("GRAPHFAULT_AUTHORITY")
      ->check(is_url());
  app.add_option("--tenant", to.tenant, "Tenant name or id")
      ->envname("GRAPHFAULT_TENANT")
      ->capture_default_str();
  app.add_option("--client-id", to.client_id, "The application")
      ->envname("GRAPHFAULT_CLIENT_ID")
      ->capture_default_str();
  app.add_option("--client-secret", to.client_secret, "Its secret")
      ->envname("GRAPHFAULT_CLIENT_SECRET");
  app.add_option("--token", to.token, "This bearer token, and no sign-in")
      ->envname("GRAPHFAULT_TOKEN");
  app.add_flag("-q,--quiet", line.quiet, "No progress line and no notes");
}

void add_patience(CLI::App& app, CommandLine& line) {
  ConnectionOptions& to = line.connection;
  app.add_option("--max-attempts", to.patience.max_attempts, "Per request, the first one included")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000));
  add_duration(app, "--max-time", to.patience.max_time, "In all, waits included [10m]");
  add_duration(app, "--first-delay", to.patience.first_delay,
               "Of the back-off where the service names no wait [1s]");
  add_duration(app, "--read-timeout", to.read_timeout, "Between two bytes of an answer [100s]");
}

CLI::App& add_command(CLI::App& app, const std::string& name, const std::string& description) {
  CLI::App& command = *app.add_subcommand(name, description);
  command.fallthrough();
  return command;
}

void add_users(CLI::App& app, CommandLine& line) {
  CLI::App& command = add_command(app, "users", "List users, page by page to the end");
  UsersCommand& to = line.users;
  command.add_option("--filter", to.query.filter, "OData filter: \"userType eq 'Guest'\"");
  command.add_option("--select", to.query.select, "Properties, separated by commas");
  command.add_option("--top", to.query.top, "Page size")->check(CLI::Range(1, 1'000'000));
  command.add_flag("--eventual", to.query.eventual,
                   "An advanced query: ConsistencyLevel: eventual and $count=true");
  command.add_option("--out", to.out_file,
                     "The file to write, once the list is complete; else the standard output");
  command.add_flag("--keep-partial", to.keep_partial,
                   "After a failure keep what was read in OUT.partial");
  command.callback([&line] {
    line.run = [&line](Session& session, const Console& console) {
      return run_users(session, line.users, console);
    };
  });
}

void add_get(CLI::App& app, CommandLine& line) {
  CLI::App& command = add_command(app, "get", "GET one path and print the body");
  command.add_option("path", line.get.path, "/users/{id}, /beta/me, ...")->required();
  command.add_flag("--eventual", line.get.eventual, "With ConsistencyLevel: eventual");
  command.callback([&line] {
    line.run = [&line](Session& session, const Console& console) {
      return run_get(session, line.get, console);
    };
  });
}

void add_batch(CLI::App& app, CommandLine& line) {
  CLI::App& command =
      add_command(app, "batch", "Run the requests of a JSON file by $batch, 20 at a time");
  command.add_option("file", line.batch.file, R"({"requests": [{"id", "method", "url"}, ...]})")
      ->required();
  command.add_option("--out", line.batch.out_file, "The file for the outcomes");
  command.callback([&line] {
    line.run = [&line](Session& session, const Console& console) {
      return run_batch_file(session, line.batch, console);
    };
  });
}

void add_delta(CLI::App& app, CommandLine& line) {
  CLI::App& command = add_command(app, "delta", "Bring a saved copy up to date by its changes");
  command.add_option("--path", line.delta.path, "The delta function")->capture_default_str();
  command.add_option("--state", line.delta.state_file, "The file that holds the copy");
  command.callback([&line] {
    line.run = [&line](Session& session, const Console& console) {
      return run_delta(session, line.delta, console);
    };
  });
}

void add_update(CLI::App& app, CommandLine& line) {
  CLI::App& command =
      add_command(app, "update", "Change a user, guarded by If-Match against lost updates");
  command.add_option("id", line.update.id, "Id or userPrincipalName")->required();
  command.add_option("--set", line.update.assignments, "key=value, as often as needed")->required();
  command.callback([&line] {
    line.run = [&line](Session& session, const Console& console) {
      return run_update(session, line.update, console);
    };
  });
}

ExitCode run_with_progress(const CommandLine& line, const Console& console) {
  const Terminal terminal = ::isatty(STDERR_FILENO) == 1 ? Terminal::yes : Terminal::no;
  ProgressLine progress(console.err, terminal, "users");
  Observer silent;
  Connection connection(line.connection, line.quiet ? silent : progress);
  // What the command prints waits until the progress line is gone.
  std::ostringstream out;
  std::ostringstream err;
  const ExitCode code = line.run(connection.session(), {out, err});
  progress.clear();
  console.err << err.str();
  const ExitCode written = write_result({}, out.str(), console);
  return code == ExitCode::success ? written : code;
}

}  // namespace

int run_command_line(int argc, const char* const* argv, const Console& console) {
  CLI::App app("A Microsoft Graph client that copes: pages, throttling, challenges, batches",
               "graphclient");
  app.set_version_flag("--version", GRAPHFAULT_VERSION);
  app.footer(kFooter);
  app.require_subcommand(1);
  CommandLine line;
  add_connection(app, line);
  add_patience(app, line);
  add_users(app, line);
  add_get(app, line);
  add_batch(app, line);
  add_delta(app, line);
  add_update(app, line);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error, console.out, console.err);
    return code == 0 ? 0 : number_of(ExitCode::usage);
  }
  return number_of(run_with_progress(line, console));
}

}  // namespace graphclient
