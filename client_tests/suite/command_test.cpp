// SPDX-License-Identifier: MIT
// The real command against the real server, in real time.
#include "command/file.hpp"
#include "harness/guest_report.hpp"
#include "harness/scenario.hpp"

#include <string>
#include <vector>

namespace graphclient::suite {
namespace {

class GraphclientCommand : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(server_.problem(), ""); }

  /// Runs graphclient in a tenant; the exit code.
  int run(const std::string& tenant, std::vector<std::string> words) {
    words.insert(words.begin(), {GRAPHCLIENT_BINARY, "--url", server_.url(), "--tenant", tenant,
                                 "--client-secret", "correct-horse"});
    ChildProcess child(words, folder_.path("printed"));
    const int code = child.wait();
    printed_ = read_file(folder_.path("printed")).value_or("");
    return code;
  }
  Journal journal(const std::string& tenant) {
    return read_journal(server_.get("/tenants/" + tenant + "/journal"));
  }
  std::vector<std::string> guest_query(const std::string& out) const {
    return {"users", "--filter", kGuestFilter, "--select", kGuestSelect, "--out", out};
  }

  Server server_{};
  ScratchFolder folder_{};
  std::string printed_{};
};

TEST_F(GraphclientCommand, ReadsAThrottledReportToTheEnd) {
  const std::string out = folder_.path("output.json");
  ASSERT_EQ(run("throttled-guest-report.cmd", guest_query(out)), 0) << printed_;
  EXPECT_EQ(printed_, "") << "no terminal, no progress line";
  const Json users = parse_json(read_file(out).value_or("")).value_or(Json());
  EXPECT_EQ(users.size(), 100U);
  const Journal calls = graph_calls(journal("throttled-guest-report.cmd"));
  EXPECT_EQ(calls.size(), 6U);
  EXPECT_TRUE(waits_kept(calls));
}

TEST_F(GraphclientCommand, TrustsTheAuthorityThatItIsTold) {
  const std::vector<std::string> words{
      GRAPHCLIENT_BINARY, "--url",         server_.https(),  "--tenant", "paged-guests.tls",
      "--client-secret",  "correct-horse", "--max-attempts", "1",        "users"};
  ChildProcess stranger(words, folder_.path("stranger"));
  EXPECT_EQ(stranger.wait(), 4);
  const std::string said = read_file(folder_.path("stranger")).value_or("");
  EXPECT_NE(said.find("the server's certificate is not trusted"), std::string::npos) << said;
  EXPECT_NE(said.find("SSL_CERT_FILE"), std::string::npos) << said;
  std::vector<std::string> told{"/usr/bin/env", "SSL_CERT_FILE=" + server_.authority()};
  told.insert(told.end(), words.begin(), words.end());
  ChildProcess client(told, folder_.path("client"));
  EXPECT_EQ(client.wait(), 0) << read_file(folder_.path("client")).value_or("");
}

TEST_F(GraphclientCommand, TellsThatItIsRefused) {
  const std::string out = folder_.path("output.json");
  EXPECT_EQ(run("missing-permission.cmd", guest_query(out)), 3) << printed_;
  EXPECT_FALSE(file_exists(out));
  EXPECT_NE(printed_.find("Authentication_MSGraphPermissionMissing"), std::string::npos)
      << printed_;
  EXPECT_NE(printed_.find("request-id"), std::string::npos) << printed_;
  EXPECT_EQ(graph_calls(journal("missing-permission.cmd")).size(), 1U);
}

TEST_F(GraphclientCommand, TellsThatItGaveUpAndKeepsAPart) {
  const std::string out = folder_.path("output.json");
  std::vector<std::string> words = guest_query(out);
  words.insert(words.end(), {"--max-attempts", "1"});
  EXPECT_EQ(run("throttled-guest-report.once", words), 4) << printed_;
  EXPECT_FALSE(file_exists(out));
  EXPECT_FALSE(file_exists(out + ".partial"));
  words.emplace_back("--keep-partial");
  EXPECT_EQ(run("throttled-guest-report.part", words), 5) << printed_;
  EXPECT_EQ(parse_json(read_file(out + ".partial").value_or("")).value_or(Json()).size(), 40U);
}

TEST_F(GraphclientCommand, RunsABatchFile) {
  const std::string file = folder_.path("batch.json");
  ASSERT_EQ(write_file_whole(file, R"({"requests":[{"id":"1","method":"GET","url":"/groups/busy"},)"
                                   R"({"id":"2","method":"GET","url":"/groups/secret"}]})"),
            "");
  EXPECT_EQ(run("batch-mixed-results.cmd", {"batch", file, "--out", folder_.path("o.json")}), 5)
      << printed_;
  const Json outcomes =
      parse_json(read_file(folder_.path("o.json")).value_or("")).value_or(Json::array());
  ASSERT_EQ(outcomes.size(), 2U);
  EXPECT_EQ(outcomes[0]["tries"], 2);
  EXPECT_EQ(outcomes[1]["status"], 403);
}

TEST_F(GraphclientCommand, KeepsACopyByDelta) {
  const std::string state = folder_.path("state.json");
  ASSERT_EQ(run("delta-resync.cmd", {"delta", "--state", state}), 0) << printed_;
  EXPECT_NE(printed_.find("60 in all"), std::string::npos) << printed_;
  ASSERT_EQ(run("delta-resync.cmd", {"delta", "--state", state}), 0) << printed_;
  EXPECT_NE(printed_.find("all read again"), std::string::npos) << printed_;
}

TEST_F(GraphclientCommand, TakesAnyTokenThatItIsGiven) {
  EXPECT_EQ(run("junk-token.cmd", {"get", "/users", "--token", "Junk"}), 3) << printed_;
  EXPECT_NE(printed_.find("IDX14100"), std::string::npos) << printed_;
}

}  // namespace
}  // namespace graphclient::suite
