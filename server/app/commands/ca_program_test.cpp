// SPDX-License-Identifier: MIT
// The command `ca`, and a server's start with what it leaves.
#include "app/command_line/exit_code.hpp"
#include "app/testing/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>

namespace graphfault::app {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(CaProgram, PrintsOneCertificateEachTime) {
  const TestFolder folder;
  const Ended first = run({"ca", "--ca-dir", folder.at("ca")});
  EXPECT_EQ(first.code, kGood);
  EXPECT_THAT(first.out, StartsWith("-----BEGIN CERTIFICATE-----\n"));
  EXPECT_EQ(run({"ca"}, {"GRAPHFAULT_CA_DIR=" + folder.at("ca")}).out, first.out);
  EXPECT_EQ(run({"ca", "--ca-dir", folder.at("ca"), "--out", folder.at("out.pem")}).out, "");
  EXPECT_EQ(folder.read("out.pem"), first.out);
}

TEST(CaProgram, FindsTheUsersFolder) {
  const TestFolder folder;
  const Ended by_home = run({"ca"}, {"HOME=" + folder.at("home")});
  EXPECT_EQ(folder.read("home/.local/share/graphfault/ca/ca.pem"), by_home.out);
  const Ended by_data =
      run({"ca"}, {"HOME=" + folder.at("home"), "XDG_DATA_HOME=" + folder.at("data")});
  EXPECT_EQ(folder.read("data/graphfault/ca/ca.pem"), by_data.out);
}

TEST(CaProgram, WritesATruststore) {
  const TestFolder folder;
  const Ended ended = run({"ca", "--ca-dir", folder.at("ca"), "--format", "pkcs12", "--password",
                           "secret", "--out", folder.at("trust.p12")});
  EXPECT_EQ(ended.code, kGood) << ended.err;
  EXPECT_THAT(folder.read("trust.p12"), StartsWith("\x30\x82"));
}

TEST(CaProgram, LeavesALinkAPipeAndADeviceWhatTheyAre) {
  const TestFolder folder;
  const std::string certificate = run({"ca", "--ca-dir", folder.at("ca")}).out;
  // As /dev/stdout is: a link to what the output is.
  std::filesystem::create_symlink("/proc/self/fd/1", folder.at("link"));
  const Ended linked = run({"ca", "--ca-dir", folder.at("ca"), "--out", folder.at("link")});
  EXPECT_EQ(linked.code, kGood) << linked.err;
  EXPECT_EQ(linked.out, certificate);
  EXPECT_TRUE(std::filesystem::is_symlink(folder.at("link")));
  std::filesystem::create_symlink("/dev/full", folder.at("device"));
  const Ended full = run({"ca", "--ca-dir", folder.at("ca"), "--out", folder.at("device")});
  EXPECT_EQ(full.code, kMisused);
  EXPECT_THAT(full.err, HasSubstr("device can't be written (No space left on device)"));
  EXPECT_TRUE(std::filesystem::is_symlink(folder.at("device")));
}

TEST(CaProgram, SaysWhatIsInItsWay) {
  const TestFolder folder;
  folder.put("broken/ca.pem", "rubbish");
  folder.put("broken/ca-key.pem", "rubbish");
  const struct {
    std::vector<std::string> arguments;
    std::string why;
  } rows[] = {
      {{"ca"},
       "there is no folder to keep the certificate authority in; give --ca-dir a folder that"},
      {{"ca", "--ca-dir", folder.at("broken")}, "no certificate can be read"},
      {{"ca", "--ca-dir", folder.at("ca"), "--format", "der"},
       "--format is 'der': choose pem or pkcs12"},
      {{"ca", "--ca-dir", folder.at("ca"), "--out", "/nowhere/ca.pem"},
       "/nowhere/ca.pem can't be written (No such file or directory)"},
  };
  for (const auto& row : rows) {
    const Ended ended = run(row.arguments);
    EXPECT_EQ(ended.code, kMisused);
    EXPECT_THAT(ended.err, HasSubstr(row.why));
    EXPECT_EQ(ended.out, "");
  }
}

TEST(CaProgram, AServerShowsWhatTheCommandPrints) {
  const TestFolder folder;
  ServerProgram server({"--ca-dir", folder.at("ca")});
  EXPECT_EQ(run({"ca", "--ca-dir", folder.at("ca")}).out, folder.read("ca/ca.pem"));
  EXPECT_THAT(std::string(server.control("/health").at("https")), StartsWith("https://"));
}

TEST(CaProgram, AServerWithoutAFolderSaysSoAndServes) {
  ServerProgram server({});
  EXPECT_THAT(server.program().out(),
              HasSubstr("warning: the certificate authority is in memory only"));
  EXPECT_EQ(server.control("/health").at("status"), "ok");
}

TEST(CaProgram, AServerDoesNotStartOnWhatItCanNotUse) {
  const TestFolder folder;
  folder.put("ca/ca.pem", "rubbish");
  folder.put("ca/ca-key.pem", "rubbish");
  const Ended broken = run({"serve", "--port", "0", "--control-port", "0"},
                           {"GRAPHFAULT_CA_DIR=" + folder.at("ca")});
  EXPECT_EQ(broken.code, kMisused);
  EXPECT_THAT(broken.err, HasSubstr("remove ca.pem and ca-key.pem there"));
  const Ended nameless = run({"serve", "--tls-name", "https://graph.test"});
  EXPECT_EQ(nameless.code, kMisused);
  EXPECT_THAT(nameless.err, HasSubstr("give a host name or an IP address"));
}

}  // namespace
}  // namespace graphfault::app
