// SPDX-License-Identifier: MIT
// The real binary: exit codes, signals, reloads.
#include "app/testing/program.hpp"

#include "app/command_line/exit_code.hpp"
#include "control/client.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <thread>

namespace graphfault::app {
namespace {

using std::chrono::seconds;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kSlow =
    "scenario: slow\ntenant: {tokens: {accept: none-required}}\n"
    "rules:\n  - {when: GET /users, then: {error: 503, delay: 10m}}\n";

/// A call of the emulated Graph that nobody will answer soon.
class WaitingCall {
 public:
  explicit WaitingCall(std::uint16_t port)
      : thread_([port] {
          const auto reply =
              control::call("127.0.0.1", port, {.target = "/v1.0/users"}, seconds(60));
          EXPECT_FALSE(reply);
        }) {}
  ~WaitingCall() { thread_.join(); }
  WaitingCall(const WaitingCall&) = delete;
  WaitingCall& operator=(const WaitingCall&) = delete;

 private:
  std::thread thread_;
};

bool is_under_way(const ServerProgram& server) {
  const Json tenants = server.control("/tenants").at("tenants");
  return !tenants.empty() && tenants.at(0).at("underWay") == 1;
}

TEST(Program, ServesUntilSigterm) {
  ServerProgram server({});
  EXPECT_EQ(server.control("/health").at("status"), "ok");
  EXPECT_THAT(server.program().out(),
              HasSubstr(" is ready: Graph and sign-in at http://localhost:"));
  const auto reply =
      control::call("127.0.0.1", server.port(), {.target = "/v1.0/users"}, seconds(9));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 401);
  server.program().signal(SIGTERM);
  EXPECT_EQ(server.program().wait(), kGood);
  EXPECT_THAT(server.program().out(), HasSubstr("GET /v1.0/users -> 401  emulation"));
  EXPECT_FALSE(std::filesystem::exists(server.folder().at("ready.json")));
  EXPECT_EQ(server.program().err(), "");
}

TEST(Program, AReadyFileThatIsALinkIsWrittenAndStays) {
  const TestFolder folder;
  folder.put("target", "");
  std::filesystem::create_symlink(folder.at("target"), folder.at("link"));
  Program server(
      folder, {"serve", "--port", "0", "--control-port", "0", "--ready-file", folder.at("link")});
  EXPECT_TRUE(becomes_true([&] { return folder.read("target").ends_with("}\n"); }));
  server.signal(SIGTERM);
  EXPECT_EQ(server.wait(), kGood);
  EXPECT_TRUE(std::filesystem::is_symlink(folder.at("link")));
}

TEST(Program, WhatStillWaitsIsCutAfterFiveSeconds) {
  ServerProgram server({"--scenario", "slow"}, {std::string("GRAPHFAULT_SCENARIO_YAML=") + kSlow});
  const WaitingCall call(server.port());
  ASSERT_TRUE(becomes_true([&] { return is_under_way(server); }));
  server.program().signal(SIGTERM);
  EXPECT_EQ(server.program().wait(seconds(15)), kGood);
}

TEST(Program, ASecondSignalEndsAtOnce) {
  ServerProgram server({"--scenario", "slow"}, {std::string("GRAPHFAULT_SCENARIO_YAML=") + kSlow});
  const WaitingCall call(server.port());
  ASSERT_TRUE(becomes_true([&] { return is_under_way(server); }));
  server.program().signal(SIGINT);
  ASSERT_TRUE(
      becomes_true([&] { return server.program().out().find("stopping") != std::string::npos; }));
  server.program().signal(SIGINT);
  EXPECT_EQ(server.program().wait(seconds(3)), kFailed);
}

TEST(Program, SighupReloadsAllOrNothing) {
  const TestFolder folder;
  folder.put("s/a.yaml", "summary: first\n");
  ServerProgram server({"--scenarios", folder.at("s")});
  const auto summary = [&server] {
    const Json list = server.control("/scenarios").at("scenarios");
    const auto a = std::find_if(list.begin(), list.end(),
                                [](const Json& entry) { return entry.at("name") == "a"; });
    return a == list.end() ? Json() : a->at("summary");
  };
  EXPECT_EQ(summary(), "first");
  folder.put("s/a.yaml", "summary: second\n");
  folder.put("s/b.yaml", "rulez: []\n");
  server.program().signal(SIGHUP);
  ASSERT_TRUE(
      becomes_true([&] { return server.control("/health").at("reload").at("ok") == false; }));
  EXPECT_EQ(summary(), "first");
  EXPECT_THAT(server.program().out(), HasSubstr("b.yaml:1:1: "));
  folder.put("s/b.yaml", "summary: good\n");
  server.program().signal(SIGHUP);
  ASSERT_TRUE(
      becomes_true([&] { return server.control("/health").at("reload").at("ok") == true; }));
  EXPECT_EQ(summary(), "second");
}

TEST(Program, WhatCannotBeSaidIsNoSuccess) {
  for (const char* command : {"errors", "token", "--help"}) {
    const TestFolder folder;
    std::filesystem::create_symlink("/dev/full", folder.at("out"));
    Program program(folder, {command});
    EXPECT_EQ(program.wait(), kFailed) << command;
    EXPECT_THAT(program.err(), HasSubstr("the standard output can't be written")) << command;
  }
}

TEST(Program, WatchReloadsByItself) {
  const TestFolder folder;
  folder.put("s/a.yaml", "summary: first\n");
  ServerProgram server({"--scenarios", folder.at("s"), "--watch"});
  folder.put("s/new.yaml", "summary: new\n");
  EXPECT_TRUE(becomes_true(
      [&] { return server.control("/scenarios").dump().find("\"new\"") != std::string::npos; }));
}

TEST(Program, ATakenPortIsExit3AndOneLine) {
  ServerProgram first({});
  const std::string port = std::to_string(first.port());
  const Ended wire = run({"serve", "--host", "127.0.0.1", "--port", port, "--control-port", "0"});
  EXPECT_EQ(wire.code, kPortTaken);
  EXPECT_EQ(std::count(wire.err.begin(), wire.err.end(), '\n'), 1) << wire.err;
  EXPECT_THAT(wire.err, HasSubstr(port));
  const std::string control_port = std::to_string(first.control_port());
  const Ended control =
      run({"serve", "--host", "127.0.0.1", "--port", "0", "--control-port", control_port});
  EXPECT_EQ(control.code, kPortTaken);
  EXPECT_EQ(control.err, "graphfault: control port " + control_port +
                             " on 127.0.0.1 is already taken; choose another with --control-port, "
                             "or 0 for a free one\n");
  EXPECT_EQ(run({"serve", "--port", "9999", "--control-port", "9999"}).code, kMisused);
}

TEST(Program, ABadScenarioAtStartIsExit2) {
  const TestFolder folder;
  folder.put("s/a.yaml", "rulez: []\n");
  folder.put("s/b.yaml", "tenants: []\n");
  const Ended bad = run({"serve", "--scenarios", folder.at("s")});
  EXPECT_EQ(bad.code, kMisused);
  EXPECT_THAT(bad.err, HasSubstr(folder.at("s/a.yaml") + ":1:1: "));
  EXPECT_THAT(bad.err, HasSubstr(folder.at("s/b.yaml") + ":1:1: "));
  const Ended missing = run({"serve"}, {"GRAPHFAULT_SCENARIOS=" + folder.at("nowhere")});
  EXPECT_EQ(missing.code, kMisused);
  EXPECT_THAT(missing.err,
              StartsWith(folder.at("nowhere") + ": there is no such file or folder\n"));
  const Ended unnamed = run({"serve", "--scenario", "nothing"});
  EXPECT_EQ(unnamed.code, kMisused);
  EXPECT_THAT(unnamed.err, HasSubstr("no scenario is named 'nothing'"));
}

TEST(Program, CheckCountsAndShows) {
  const TestFolder folder;
  folder.put("s/a.yaml", "summary: good\n");
  folder.put("s/b.yaml", "summary: good too\n");
  const Ended good = run({"check", folder.at("s")});
  EXPECT_EQ(good.code, kGood);
  EXPECT_EQ(good.out, "2 files, no problems\n");
  folder.put("s/b.yaml", "rulez: []\nsumary: x\n");
  const Ended bad = run({"check", folder.at("s/a.yaml"), folder.at("s/b.yaml")});
  EXPECT_EQ(bad.code, kFailed);
  EXPECT_EQ(bad.out, "");
  EXPECT_THAT(bad.err, HasSubstr("b.yaml:1:1: "));
  EXPECT_THAT(bad.err, ::testing::EndsWith("2 files, 2 problems\n"));
  EXPECT_EQ(run({"check", folder.at("nowhere")}).code, kFailed);
  folder.put("empty/readme.txt", "");
  EXPECT_EQ(run({"check", folder.at("empty")}).code, kFailed);
}

TEST(Program, ExplainTakesAFileOrAName) {
  const TestFolder folder;
  const std::string file = folder.put("s/a.yaml", "scenario: named\nsummary: The story of it.\n");
  EXPECT_THAT(run({"explain", file}).out, HasSubstr("The story of it."));
  EXPECT_THAT(run({"explain", "named", "--scenarios", folder.at("s")}).out,
              HasSubstr("The story of it."));
  const Ended unknown = run({"explain", "nmed", "--scenarios", folder.at("s")});
  EXPECT_EQ(unknown.code, kFailed);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean named?"));
}

TEST(Program, ATokenMadeOfflineOpensTheDoor) {
  ServerProgram server({});
  std::string token = run({"token"}).out;
  token.pop_back();
  const auto status = [&](const std::string& bearer) {
    const auto reply = control::call(
        "127.0.0.1", server.port(),
        {.target = "/v1.0/users", .headers = {{"Authorization", "Bearer " + bearer}}}, seconds(9));
    return reply ? reply->status : 0;
  };
  EXPECT_EQ(status(token), 200);
  std::string expired = run({"token", "--expired"}).out;
  expired.pop_back();
  EXPECT_EQ(status(expired), 401);
  EXPECT_EQ(run({"token", "--tenant", "a b"}).code, kMisused);
}

TEST(Program, HealthcheckAsksTheControlPort) {
  ServerProgram server({});
  const std::string port = "GRAPHFAULT_CONTROL_PORT=" + std::to_string(server.control_port());
  EXPECT_EQ(run({"healthcheck"}, {port}).code, kGood);
  EXPECT_EQ(run({"healthcheck"}, {port, "GRAPHFAULT_HOST=0.0.0.0"}).code, kGood);
  server.program().signal(SIGTERM);
  EXPECT_EQ(server.program().wait(), kGood);
  const Ended down = run({"healthcheck"}, {port});
  EXPECT_EQ(down.code, kFailed);
  EXPECT_THAT(down.err, StartsWith("graphfault: no answer from 127.0.0.1:"));
}

TEST(Program, TheCommandLineIsChecked) {
  EXPECT_EQ(run({}).code, kMisused);
  EXPECT_EQ(run({"serve", "--prot", "1"}).code, kMisused);
  EXPECT_EQ(run({"--help"}).code, kGood);
  EXPECT_EQ(run({"--version"}).out, "graphfault " GRAPHFAULT_VERSION "\n");
  EXPECT_EQ(run({"errors", "no-such-error"}).code, kMisused);
  EXPECT_THAT(run({"errors", "429"}).out, HasSubstr("429"));
  EXPECT_THAT(run({"--version"}, {"GRAPHFAULT_PORT=1"}).err, "");
  EXPECT_THAT(run({"errors"}, {"GRAPHFAULT_PROT=1"}).err,
              "graphfault: warning: GRAPHFAULT_PROT is set, but there is no such option; did you "
              "mean GRAPHFAULT_PORT?\n");
}

}  // namespace
}  // namespace graphfault::app
