// SPDX-License-Identifier: MIT
#include "app/tls/tls_setup.hpp"

#include "app/testing/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::app {
namespace {

using ::testing::HasSubstr;

constexpr Instant kSetupTime = Instant(std::chrono::seconds(1'770'000'000));

TEST(TlsSetup, GivesTheAuthorityThatClientsAreToTrust) {
  const TestFolder folder;
  const auto setup = set_up_tls({.authority_folder = folder.at("ca")}, {"127.0.0.1"}, kSetupTime);
  ASSERT_TRUE(setup) << setup.error().message;
  EXPECT_NE(setup->identity, nullptr);
  EXPECT_EQ(setup->authority, folder.read("ca/ca.pem"));
  EXPECT_EQ(setup->warning, "");
}

TEST(TlsSetup, ShowsTheUsersOwnCertificate) {
  const TestFolder folder;
  const net::Credentials own = net::make_authority(kSetupTime);
  const auto setup = set_up_tls({.authority_folder = folder.at("ca"),
                                 .certificate = folder.put("cert.pem", own.certificates),
                                 .key = folder.put("key.pem", own.key)},
                                {}, kSetupTime);
  ASSERT_TRUE(setup) << setup.error().message;
  EXPECT_EQ(setup->authority, "");
  EXPECT_FALSE(std::filesystem::exists(folder.at("ca")));
}

TEST(TlsSetup, NamesWhatIsWrongWithTheUsersOwn) {
  const TestFolder folder;
  const net::Credentials own = net::make_authority(kSetupTime);
  const std::string certificate = folder.put("cert.pem", own.certificates);
  const std::string key = folder.put("key.pem", own.key);
  const std::string other = folder.put("other.pem", net::make_authority(kSetupTime).key);
  const std::string rubbish = folder.put("rubbish.pem", "rubbish");
  const std::string broken_chain = folder.put(
      "chain.pem",
      own.certificates + "-----BEGIN CERTIFICATE-----\nrubbish\n-----END CERTIFICATE-----\n");
  const struct {
    std::string certificate;
    std::string key;
    std::string why;
  } rows[] = {{certificate, "", "--tls-cert and --tls-key must be used together"},
              {"", key, "--tls-cert and --tls-key must be used together"},
              {folder.at("none"), key, "none cannot be read: No such file"},
              {certificate, folder.at("none"), "none cannot be read: No such file"},
              {certificate, other, "the private key does not fit the certificate"},
              {rubbish, key, "no certificate can be read"},
              {broken_chain, key, "chain.pem: the certificate can't be used: "},
              {certificate, rubbish, "no private key can be read"}};
  for (const auto& row : rows) {
    const auto setup =
        set_up_tls({.certificate = row.certificate, .key = row.key}, {"127.0.0.1"}, kSetupTime);
    ASSERT_FALSE(setup) << row.why;
    EXPECT_THAT(setup.error().message, HasSubstr(row.why));
    EXPECT_NE(setup.error().hint, "");
  }
}

}  // namespace
}  // namespace graphfault::app
