// SPDX-License-Identifier: MIT
#include "app/command_line/command_line.hpp"

#include "app/command_line/exit_code.hpp"
#include "app/commands/check.hpp"
#include "app/commands/command_table.hpp"
#include "app/commands/errors.hpp"
#include "app/commands/explain.hpp"
#include "app/commands/healthcheck.hpp"
#include "app/commands/run_command.hpp"
#include "app/commands/serve_command.hpp"
#include "app/commands/token.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <sstream>

namespace graphfault::app {
namespace {

using Arguments = std::vector<std::string>;

tl::expected<Invocation, Ending> invocation_of(const Arguments& arguments,
                                               const Environment& environment = {}) {
  return read_command_line(arguments, environment, command_table());
}

Arguments warnings(const Arguments& arguments, const Environment& environment) {
  const auto invocation = invocation_of(arguments, environment);
  EXPECT_TRUE(invocation) << (invocation ? "" : invocation.error().err);
  return invocation ? invocation->warnings : Arguments{"no invocation"};
}

/// What the command line makes of that command's options.
template <class Options>
Options options_of(Command (*command)(const std::shared_ptr<Options>&), const Arguments& arguments,
                   const Environment& environment = {}) {
  const auto options = std::make_shared<Options>();
  const auto invocation = read_command_line(arguments, environment, {command(options)});
  EXPECT_TRUE(invocation) << (invocation ? "" : invocation.error().err);
  return *options;
}

ServeOptions serve_options(const Arguments& arguments, const Environment& environment = {}) {
  return options_of(serve_command, arguments, environment);
}

TEST(CommandLine, ServeHasDefaults) {
  const ServeOptions options = serve_options({"serve"});
  EXPECT_EQ(options.port, 8080);
  EXPECT_EQ(options.control_port, 8081);
  EXPECT_EQ(options.hosts, (Arguments{"127.0.0.1", "::1"}));
  EXPECT_TRUE(options.marks);
  EXPECT_FALSE(options.watch);
  EXPECT_EQ(options.log, LogFormat::text);
}

TEST(CommandLine, RunTakesWhatFollowsTwoDashesAsItStands) {
  const RunOptions options =
      options_of(run_command, {"run", "a.yaml", "--scenarios", "dir", "b", "--timeout", "1m", "--",
                               "client", "--junit", "--", "-x"});
  EXPECT_EQ(options.scenarios, (Arguments{"a.yaml", "b"}));
  EXPECT_EQ(options.among, (Arguments{"dir"}));
  EXPECT_EQ(options.timeout, std::chrono::minutes(1));
  EXPECT_EQ(options.command, (Arguments{"client", "--junit", "--", "-x"}));
  EXPECT_EQ(options.junit, "");
}

TEST(CommandLine, ACommandInsideRunIsNotWarnedOfWhatRunSets) {
  EXPECT_EQ(warnings({"errors"}, {{"GRAPHFAULT_URL", "http://localhost:1"},
                                  {"GRAPHFAULT_AUTHORITY", "http://localhost:1"}}),
            Arguments{});
}

TEST(CommandLine, ServeTakesEveryFlag) {
  const ServeOptions options = serve_options({"serve",       "--scenarios",
                                              "a.yaml",      "b",
                                              "--scenarios", "c",
                                              "--scenario",  "throttled",
                                              "--host",      "0.0.0.0",
                                              "--host",      "::",
                                              "--port=0",    "--control-port",
                                              "9",           "--seed",
                                              "42",          "--clock",
                                              "2026-02-11",  "--watch",
                                              "--log",       "json",
                                              "--no-marks",  "--ready-file",
                                              "/tmp/r",      "--allow-host",
                                              "a.example",   "--allow-host",
                                              "b.example",   "--threads",
                                              "3",           "--journal-bytes",
                                              "1M",          "--max-tenants",
                                              "5",           "--scenario-yaml",
                                              "summary: x"});
  EXPECT_EQ(options.scenarios, (Arguments{"a.yaml", "b", "c"}));
  EXPECT_EQ(options.scenario, "throttled");
  EXPECT_EQ(options.hosts, (Arguments{"0.0.0.0", "::"}));
  EXPECT_EQ(options.port, 0);
  EXPECT_EQ(options.control_port, 9);
  EXPECT_EQ(options.seed, 42U);
  EXPECT_TRUE(options.clock);
  EXPECT_TRUE(options.watch);
  EXPECT_EQ(options.log, LogFormat::json);
  EXPECT_FALSE(options.marks);
  EXPECT_EQ(options.ready_file, "/tmp/r");
  EXPECT_EQ(options.allowed_hosts, (Arguments{"a.example", "b.example"}));
  EXPECT_EQ(options.threads, 3U);
  EXPECT_EQ(options.journal_bytes, 1U << 20U);
  EXPECT_EQ(options.max_tenants, 5U);
  EXPECT_EQ(options.scenario_yaml, "summary: x");
}

TEST(CommandLine, ServeTakesEveryVariable) {
  const ServeOptions options =
      serve_options({"serve"}, {{"GRAPHFAULT_SCENARIOS", "/a:/b"},
                                {"GRAPHFAULT_SCENARIO_YAML", "rules:\n  - a: b"},
                                {"GRAPHFAULT_HOST", "0.0.0.0,::1"},
                                {"GRAPHFAULT_PORT", "81"},
                                {"GRAPHFAULT_WATCH", "1"},
                                {"GRAPHFAULT_NO_MARKS", "true"},
                                {"GRAPHFAULT_LOG", "off"},
                                {"GRAPHFAULT_ALLOW_HOST", "a.example,b.example"}});
  EXPECT_EQ(options.scenarios, (Arguments{"/a", "/b"}));
  EXPECT_EQ(options.scenario_yaml, "rules:\n  - a: b");
  EXPECT_EQ(options.hosts, (Arguments{"0.0.0.0", "::1"}));
  EXPECT_EQ(options.port, 81);
  EXPECT_TRUE(options.watch);
  EXPECT_FALSE(options.marks);
  EXPECT_EQ(options.log, LogFormat::off);
  EXPECT_EQ(options.allowed_hosts, (Arguments{"a.example", "b.example"}));
}

TEST(CommandLine, FlagBeatsEnvironmentBeatsDefault) {
  const Environment environment{{"GRAPHFAULT_PORT", "81"}, {"GRAPHFAULT_SEED", ""}};
  EXPECT_EQ(serve_options({"serve", "--port", "82"}, environment).port, 82);
  EXPECT_EQ(serve_options({"serve"}, environment).port, 81);
  EXPECT_EQ(serve_options({"serve"}, environment).seed, 0U);
  EXPECT_EQ(serve_options({"serve", "--port", "1", "--port", "2"}).port, 2);
}

TEST(CommandLine, TheOtherCommands) {
  EXPECT_EQ(options_of(check_command, {"check", "a", "b"}).paths, (Arguments{"a", "b"}));
  EXPECT_EQ(options_of(explain_command, {"explain", "throttled"}).scenario, "throttled");
  EXPECT_EQ(options_of(errors_command, {"errors"}).which, "");
  EXPECT_EQ(options_of(errors_command, {"errors", "429"}).which, "429");
  EXPECT_TRUE(options_of(errors_command, {"errors", "--format", "markdown"}).markdown);
  const TokenOptions token = options_of(
      token_command,
      {"token", "--roles", "User.Read.All,AuditLog.Read.All", "--lifetime", "5m", "--expired"});
  EXPECT_EQ(token.roles, (Arguments{"User.Read.All", "AuditLog.Read.All"}));
  EXPECT_EQ(token.lifetime, std::chrono::minutes(5));
  EXPECT_TRUE(token.expired);
  const HealthcheckOptions health =
      options_of(healthcheck_command, {"healthcheck"},
                 {{"GRAPHFAULT_CONTROL_PORT", "9"}, {"GRAPHFAULT_HOST", "0.0.0.0"}});
  EXPECT_EQ(health.control_port, 9);
  EXPECT_EQ(health.hosts, Arguments{"0.0.0.0"});
}

TEST(CommandLine, TheCommandThatIsNamedActs) {
  std::vector<Command> commands;
  for (const int code : {4, 5}) {
    Command command;
    command.name = code == 4 ? "four" : "five";
    command.act = [code](const Streams& streams) {
      streams.out << code;
      return code;
    };
    commands.push_back(command);
  }
  const auto invocation = read_command_line({"five"}, {}, commands);
  ASSERT_TRUE(invocation);
  std::ostringstream out;
  EXPECT_EQ(invocation->act({out, out}), 5);
  EXPECT_EQ(out.str(), "5");
}

TEST(CommandLine, EveryCommandActsAndTellsWhatItDoes) {
  std::set<std::string> names;
  for (const Command& command : command_table()) {
    EXPECT_TRUE(command.act) << command.name;
    EXPECT_NE(command.summary, "") << command.name;
    EXPECT_TRUE(names.insert(command.name).second) << command.name;
  }
}

TEST(CommandLine, VariablesOfOtherCommandsAreKnown) {
  EXPECT_EQ(warnings({"healthcheck"}, {{"GRAPHFAULT_SCENARIOS", "/a"}}), Arguments{});
  EXPECT_THAT(
      warnings({"serve"}, {{"GRAPHFAULT_SCENARIO", ""}, {"GRAPHFAULT_POTR", "1"}}),
      ::testing::ElementsAre(
          "GRAPHFAULT_POTR is set, but there is no such option; did you mean GRAPHFAULT_PORT?"));
}

struct BadRow {
  Arguments arguments{};
  Environment environment{};
  const char* line = nullptr;
};

class BadCommandLines : public ::testing::TestWithParam<BadRow> {};

TEST_P(BadCommandLines, SayOneLineAndEndWith2) {
  const auto invocation = invocation_of(GetParam().arguments, GetParam().environment);
  ASSERT_FALSE(invocation);
  EXPECT_EQ(invocation.error().err, std::string("graphfault: ") + GetParam().line + '\n');
  EXPECT_EQ(invocation.error().code, kMisused);
  EXPECT_EQ(invocation.error().out, "");
}

INSTANTIATE_TEST_SUITE_P(
    Rows, BadCommandLines,
    ::testing::Values(
        BadRow{{"srve"},
               {},
               "there is no command 'srve'; did you mean serve? (see graphfault --help)"},
        BadRow{{"frobnicate"},
               {},
               "there is no command 'frobnicate'; the commands are serve, run, check, explain, "
               "errors, verdict, token, ca or healthcheck (see graphfault --help)"},
        BadRow{{"serve", "--prot", "80"},
               {},
               "serve has no option --prot; did you mean --port? (see graphfault serve --help)"},
        BadRow{{"serve", "--qqqqqqqq=1"},
               {},
               "serve has no option --qqqqqqqq (see graphfault serve --help)"},
        BadRow{{"serve", "extra"}, {}, "serve does not take 'extra' (see graphfault serve --help)"},
        BadRow{{"serve", "--port"}, {}, "--port needs a value (see graphfault serve --help)"},
        BadRow{{"serve", "--port", "http"},
               {},
               "--port is 'http': a port is a number from 0 (a free one) to 65535 (see graphfault "
               "serve --help)"},
        BadRow{{"serve"},
               {{"GRAPHFAULT_PORT", "http"}},
               "GRAPHFAULT_PORT is 'http': a port is a number from 0 (a free one) to 65535 (see "
               "graphfault serve --help)"},
        BadRow{{"serve", "--log", "xml"},
               {},
               "--log is 'xml': choose text, json or off (see graphfault serve --help)"},
        BadRow{{"serve", "--threads", "1000"},
               {},
               "--threads is '1000': give a whole number from 0 to 256 (see graphfault serve "
               "--help)"},
        BadRow{{"serve", "--clock", "noon"},
               {},
               "--clock is 'noon': write a time as 2026-02-11T09:12:33Z (see graphfault serve "
               "--help)"},
        BadRow{{"serve"},
               {{"GRAPHFAULT_WATCH", "perhaps"}},
               "GRAPHFAULT_WATCH is 'perhaps': use on or off (see graphfault serve --help)"},
        BadRow{{"check"},
               {},
               "check needs PATH: a scenario file, or a folder of them (see graphfault check "
               "--help)"},
        BadRow{
            {"explain", "a", "b"}, {}, "explain does not take 'b' (see graphfault explain --help)"},
        BadRow{{"errors", "--format", "html"},
               {},
               "--format is 'html': choose text or markdown (see graphfault errors --help)"}));

TEST(CommandLine, NoCommandShowsTheHelpAndIsAMistake) {
  const auto invocation = invocation_of({});
  ASSERT_FALSE(invocation);
  EXPECT_EQ(invocation.error().code, kMisused);
  EXPECT_THAT(invocation.error().err, ::testing::HasSubstr("Usage: graphfault COMMAND"));
}

TEST(CommandLine, HelpAndVersionAreGood) {
  for (const Arguments& arguments :
       {Arguments{"--help"}, {"-h"}, {"serve", "--help"}, {"check", "-h"}, {"--version"}}) {
    const auto invocation = invocation_of(arguments);
    ASSERT_FALSE(invocation);
    EXPECT_EQ(invocation.error().code, kGood);
    EXPECT_NE(invocation.error().out, "");
    EXPECT_EQ(invocation.error().err, "");
  }
  EXPECT_EQ(invocation_of({"--version"}).error().out, "graphfault " GRAPHFAULT_VERSION "\n");
}

TEST(CommandLine, HelpNamesEveryOptionAndStaysNarrow) {
  const std::string help = invocation_of({"serve", "--help"}).error().out;
  for (const char* text :
       {"Usage: graphfault serve [options]\n", "  --scenarios PATH...", "  --port N",
        "(default: 8081)", "  --no-marks", "--scenarios is GRAPHFAULT_SCENARIOS.", "SIGHUP"}) {
    EXPECT_THAT(help, ::testing::HasSubstr(text));
  }
  for (std::size_t at = 0; at < help.size();) {
    const std::size_t end = help.find('\n', at);
    EXPECT_LE(end - at, 100U) << help.substr(at, end - at);
    at = end + 1;
  }
}

}  // namespace
}  // namespace graphfault::app
