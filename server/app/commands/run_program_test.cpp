// SPDX-License-Identifier: MIT
// `graphfault run` and `graphfault verdict` as processes, with shell scripts for clients.
#include "app/command_line/exit_code.hpp"
#include "app/testing/program.hpp"
#include "control/client.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <sys/types.h>

namespace graphfault::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Run : public ::testing::Test {
 protected:
  Run() {
    folder_.put("s/calm.yaml", "summary: s\ndata: {users: {count: 5}}\n");
    folder_.put("s/exits.yaml", "summary: s\nverdict: {client_exit: 3}\n");
  }

  std::vector<std::string> words(const std::vector<std::string>& options,
                                 const std::string& script) const {
    std::vector<std::string> all{"run"};
    all.insert(all.end(), options.begin(), options.end());
    all.insert(all.end(), {"--", "/bin/sh", "-c", script});
    return all;
  }

  Ended run_script(const std::string& script, const std::vector<std::string>& options = {}) const {
    std::vector<std::string> all{folder_.at("s/calm.yaml")};
    all.insert(all.end(), options.begin(), options.end());
    return run(words(all, script));
  }

  /// True once no process of that number is there.
  static bool is_gone(const std::string& pid) {
    return becomes_true([&] { return kill(static_cast<pid_t>(std::stoi(pid)), 0) != 0; });
  }

  const TestFolder folder_{};
};

/// A good client of `calm`, by curl.
constexpr const char* kGoodClient =
    "token=$(curl -sf \"$GRAPHFAULT_URL/$GRAPHFAULT_TENANT/oauth2/v2.0/token\" "
    "-d grant_type=client_credentials -d client_id=any -d client_secret=any "
    "-d scope=https://graph.microsoft.com/.default | sed 's/.*\"access_token\":\"//; s/\".*//'); "
    "curl -sf -o /dev/null -H \"Authorization: Bearer $token\" "
    "\"$GRAPHFAULT_URL/v1.0/users?\\$select=id\" && echo read";

TEST_F(Run, PassesAGoodClientAndPassesItsOutputThrough) {
  const Ended good = run_script(kGoodClient);
  EXPECT_EQ(good.code, kGood) << good.out << good.err;
  EXPECT_THAT(good.out, ::testing::StartsWith("read\nPASSED calm: 2 requests\n"));
  EXPECT_THAT(good.out, HasSubstr("the client: exit code 0\n"));
  EXPECT_THAT(good.out, Not(HasSubstr("\x1b["))) << "no colours where no terminal is";
  EXPECT_EQ(good.err, "");
}

TEST_F(Run, NeedsNoTenantThatItKnows) {
  const Ended stranger = run_script("GRAPHFAULT_TENANT=6ad06e01-6f46-4a80-a84d-0ad3d5b4a6ba; " +
                                    std::string(kGoodClient));
  EXPECT_EQ(stranger.code, kGood) << stranger.out;
  EXPECT_THAT(stranger.out, HasSubstr("PASSED calm: 2 requests"));
}

TEST_F(Run, GivesTheClientHttpsAndTheCertificateToTrust) {
  const Ended secure =
      run_script("GRAPHFAULT_URL=$GRAPHFAULT_HTTPS_URL; export CURL_CA_BUNDLE=$GRAPHFAULT_CA; " +
                 std::string(kGoodClient) + "; echo $GRAPHFAULT_CA");
  EXPECT_EQ(secure.code, kGood) << secure.out << secure.err;
  const std::size_t second_line = secure.out.find('\n') + 1;
  const std::string ca =
      secure.out.substr(second_line, secure.out.find('\n', second_line) - second_line);
  EXPECT_THAT(ca, ::testing::EndsWith("/ca.pem"));
  EXPECT_FALSE(std::filesystem::exists(ca)) << "it goes with the run";
}

TEST_F(Run, AsAProxyAnswersForTheRealHosts) {
  std::string script = kGoodClient;
  const auto put_in = [&script](const std::string& variable, const std::string& host) {
    for (auto at = script.find(variable); at != std::string::npos; at = script.find(variable)) {
      script.replace(at, variable.size(), host);
    }
  };
  put_in("$GRAPHFAULT_URL/$GRAPHFAULT_TENANT",
         "https://login.microsoftonline.com/6ad06e01-6f46-4a80-a84d-0ad3d5b4a6ba");
  put_in("$GRAPHFAULT_URL", "https://graph.microsoft.com");
  const Ended proxied = run_script(script, {"--proxy"});
  EXPECT_EQ(proxied.code, kGood) << proxied.out << proxied.err;
  EXPECT_THAT(proxied.out, HasSubstr("PASSED calm: 2 requests"));
}

TEST_F(Run, AClientThatRefusesABadCertificateHasCome) {
  const std::string refused =
      folder_.put("refused.yaml",
                  "rules: [{when: handshake, then: {fault: {tls: expired}}}]\n"
                  "verdict: {client_exit: 60}\n");
  const Ended ended = run(words({refused, "--proxy"}, "curl -s https://graph.microsoft.com/v1.0"));
  EXPECT_EQ(ended.code, kGood);
  EXPECT_EQ(ended.out, "PASSED refused: 0 requests\n  the client: exit code 60\n");
}

TEST_F(Run, SaysWhatWentToAnotherTenant) {
  const Ended other = run_script("GRAPHFAULT_TENANT=calm.mine; " + std::string(kGoodClient));
  EXPECT_EQ(other.code, kFailed);
  EXPECT_THAT(other.out, HasSubstr("no request came"));
  EXPECT_THAT(
      other.out,
      HasSubstr(
          "not judged: 2 requests to the tenant calm.mine; the client should use the tenant calm"));
}

TEST_F(Run, FailsWhereNoRequestCame) {
  const Ended silent = run_script("exit 0");
  EXPECT_EQ(silent.code, kFailed);
  EXPECT_EQ(silent.out,
            "FAILED calm: 0 requests\n  ✗ no request came\n  the client: exit code 0\n"
            "  does the client take its base URL from GRAPHFAULT_URL?\n");
}

TEST_F(Run, TheClientsExitCodeCountsUnlessAnotherIsAskedFor) {
  const Ended failed = run_script(std::string(kGoodClient) + "; exit 3");
  EXPECT_EQ(failed.code, kFailed);
  EXPECT_THAT(failed.out, HasSubstr("✗ the client exited with code 3, not 0\n"));
  const std::vector<std::string> asked =
      words({folder_.at("s/exits.yaml")}, std::string(kGoodClient) + "; exit 3");
  EXPECT_EQ(run(asked).code, kGood);
  const Ended crashed = run_script("kill -SEGV $$");
  EXPECT_EQ(crashed.code, kFailed);
  EXPECT_THAT(crashed.out, HasSubstr("✗ the client was ended by SIGSEGV\n"));
}

TEST_F(Run, PlaysSeveralAndWritesItsReports) {
  const Ended all =
      run(words({folder_.at("s"), "--junit", folder_.at("out/verdicts.xml"), "--report",
                 folder_.at("out/verdicts.html"), "--json", folder_.at("out/verdicts.json")},
                kGoodClient));
  EXPECT_EQ(all.code, kFailed);
  EXPECT_THAT(all.out, HasSubstr("2 scenarios: 1 passed, 1 failed\n"));
  EXPECT_THAT(all.out, ::testing::ContainsRegex(
                           "exits +FAILED +2  0 +the client exited with code 0, not 3"));
  const auto json = parse_json(folder_.read("out/verdicts.json"));
  ASSERT_TRUE(json);
  EXPECT_EQ(json->at("passed"), false);
  EXPECT_EQ(json->at("scenarios").at(0).at("scenario"), "calm");
  EXPECT_EQ(json->at("scenarios").at(0).at("client").at("exitCode"), 0);
  EXPECT_THAT(folder_.read("out/verdicts.xml"), HasSubstr("<testsuite name=\"exits\""));
  EXPECT_THAT(folder_.read("out/verdicts.html"), HasSubstr("<title>1 of 2 scenarios passed"));
}

TEST_F(Run, AClientThatCannotBeStartedIsExit2AndOneLine) {
  const std::string script = folder_.put("script", "#!/no/such/interpreter\n");
  const std::string plain = folder_.put("plain", "text\n");
  const auto started = [&](const std::string& program) {
    return run({"run", folder_.at("s/calm.yaml"), "--", program});
  };
  const struct {
    std::string program;
    std::string err;
  } rows[] = {
      {"no-such-program", "No such file or directory; it is not on the PATH\n"},
      {"/no/such/program", "No such file or directory\n"},
      {"echo one",
       "No such file or directory; to run a shell command write: -- sh -c 'echo one'\n"},
      {plain, "Permission denied; is it executable? (chmod +x)\n"},
      {"/", "Permission denied; is it executable? (chmod +x)\n"},
  };
  for (const auto& row : rows) {
    const Ended ended = started(row.program);
    EXPECT_EQ(ended.code, kMisused) << row.program;
    EXPECT_EQ(ended.err,
              "graphfault: the command '" + row.program + "' could not be started: " + row.err);
    EXPECT_EQ(ended.out, "");
  }
  std::filesystem::permissions(script, std::filesystem::perms::owner_all);
  EXPECT_THAT(started(script).err,
              HasSubstr("the program that its first line names (#!...) does not exist"));
}

TEST_F(Run, ABadCommandLineIsExit2) {
  const std::string calm = folder_.at("s/calm.yaml");
  EXPECT_THAT(run({"run", calm}).err, HasSubstr("run needs COMMAND"));
  EXPECT_THAT(run({"run", calm, "--"}).err, HasSubstr("run needs COMMAND"));
  EXPECT_THAT(run({"run", "--", "true"}).err, HasSubstr("run needs SCENARIO"));
  EXPECT_EQ(run({"run", calm, "--timeout", "5", "--", "true"}).code, kMisused);
  const Ended unwritable = run({"run", calm, "--junit", "/proc/none/x.xml", "--", "true"});
  EXPECT_EQ(unwritable.code, kMisused);
  EXPECT_THAT(unwritable.err, HasSubstr("/proc/none/x.xml cannot be written"));
  folder_.put("bad/bad.yaml", "rulez: []\n");
  const Ended bad = run({"run", folder_.at("bad"), "--", "true"});
  EXPECT_EQ(bad.code, kMisused);
  EXPECT_THAT(bad.err, HasSubstr("bad.yaml:1:1: "));
}

TEST_F(Run, AClientThatIgnoresSigtermIsKilledAfterItsTime) {
  const Ended stubborn = run_script("echo $$; trap '' TERM; while :; do sleep 0.05; done",
                                    {"--timeout", "200ms", "--grace", "100ms"});
  EXPECT_EQ(stubborn.code, kFailed);
  EXPECT_THAT(stubborn.out, HasSubstr("still running after 200ms and was told to end (SIGTERM); it "
                                      "ignored that and was killed"));
  EXPECT_TRUE(is_gone(stubborn.out.substr(0, stubborn.out.find('\n'))));
}

TEST_F(Run, LeavesNoProcessBehind) {
  const Ended left = run_script("sleep 600 & echo $!; setsid sleep 601 & exit 0");
  EXPECT_THAT(left.out, HasSubstr("it left 2 processes behind, which were ended\n"));
  EXPECT_TRUE(is_gone(left.out.substr(0, left.out.find('\n'))));
}

TEST_F(Run, TheClientBeginsWithSignalsAndDescriptorsAsAShellGivesThem) {
  const Ended look = run_script(
      "grep SigBlk /proc/self/status; ls -l /proc/$$/fd | grep -c 'socket:\\|anon_inode'; kill "
      "-PIPE "
      "$$");
  EXPECT_THAT(look.out, ::testing::StartsWith("SigBlk:\t0000000000000000\n0\n"))
      << "no socket of ours is passed on";
  EXPECT_THAT(look.out, HasSubstr("✗ the client was ended by SIGPIPE\n"));
}

TEST_F(Run, PassesSignalsOnAndEnds) {
  const TestFolder output;
  Program program(output, words({folder_.at("s")},
                                "trap 'echo told; exit 7' TERM; echo ready; while :; do "
                                "sleep 0.05; done"));
  ASSERT_TRUE(becomes_true([&] { return program.out().find("ready") != std::string::npos; }));
  program.signal(SIGTERM);
  EXPECT_EQ(program.wait(), kFailed);
  EXPECT_THAT(program.out(), HasSubstr("told\n"));
  EXPECT_THAT(program.out(), HasSubstr("✗ the client was interrupted by SIGTERM\n"));
  EXPECT_THAT(program.out(), HasSubstr("1 not run: interrupted\n"));
}

TEST_F(Run, ASecondSignalKills) {
  const TestFolder output;
  Program program(output, words({folder_.at("s/calm.yaml"), "--grace", "1h"},
                                "trap 'echo told' INT; echo ready; while :; do sleep 0.05; done"));
  ASSERT_TRUE(becomes_true([&] { return program.out().find("ready") != std::string::npos; }));
  program.signal(SIGINT);
  ASSERT_TRUE(becomes_true([&] { return program.out().find("told") != std::string::npos; }));
  program.signal(SIGINT);
  EXPECT_EQ(program.wait(), kFailed);
  EXPECT_THAT(program.out(), HasSubstr("interrupted by SIGINT; it ignored that and was killed"));
}

TEST(Verdict, IsAskedOfARunningServer) {
  ServerProgram server({});
  const std::string url = "http://localhost:" + std::to_string(server.control_port());
  const auto ask = [&](std::vector<std::string> options) {
    const TestFolder output;
    options.insert(options.begin(), {"verdict", "--control-url", url});
    Program program(output, options);
    Ended ended{.code = program.wait()};
    ended.out = program.out();
    ended.err = program.err();
    return ended;
  };
  const Ended none = ask({"--tenant", "nobody"});
  EXPECT_EQ(none.code, kFailed);
  EXPECT_THAT(none.err, ::testing::StartsWith("graphfault: "));
  ASSERT_TRUE(control::call("127.0.0.1", server.port(), {.target = "/v1.0/users"},
                            std::chrono::seconds(9)));
  const Ended good = ask({"--ended"});
  EXPECT_EQ(good.code, kGood) << good.out << good.err;
  EXPECT_THAT(good.out, ::testing::StartsWith("PASSED default: 1 request\n"));
  const std::string file = server.folder().at("v/verdict.xml");
  EXPECT_EQ(ask({"--ended", "--format", "junit", "--out", file}).code, kGood);
  EXPECT_THAT(server.folder().read("v/verdict.xml"), HasSubstr("<testsuites"));
  EXPECT_EQ(ask({"--format", "xml"}).code, kMisused);
}

TEST(Verdict, WithoutAServerOrAnAddress) {
  const auto ask = [&](const std::string& url) {
    const TestFolder output;
    Program program(output, {"verdict"}, {"GRAPHFAULT_CONTROL_URL=" + url});
    return program.wait();
  };
  EXPECT_EQ(ask("http://localhost:1"), kFailed);
  for (const char* bad : {"localhost", "https://localhost:1", "http://localhost:x",
                          "http://localhost:70000", "http://localhost:0", "http://a/b:80"}) {
    EXPECT_EQ(ask(bad), kMisused) << bad;
  }
}

}  // namespace
}  // namespace graphfault::app
