// SPDX-License-Identifier: MIT
#include "net/tls/tls_certificate.hpp"

#include "net/tls/tls_openssl.hpp"
#include "net/tls/tls_truststore.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::net {
namespace {

using ::testing::HasSubstr;

constexpr Instant kNow = Instant(std::chrono::seconds(1'770'000'000));
constexpr std::chrono::hours kDay{24};

Credentials issued(std::vector<std::string> names) {
  const auto made = issue(make_authority(kNow),
                          {.names = std::move(names), .from = kNow, .until = kNow + 30 * kDay});
  EXPECT_TRUE(made) << (made ? "" : made.error().message);
  return made.value_or(Credentials{});
}

/// Whether the certificate is good for the name, by OpenSSL's own check.
bool is_for(const Credentials& credentials, const std::string& name) {
  const Certificate certificate(
      PEM_read_bio_X509(reading(credentials.certificates).get(), nullptr, nullptr, nullptr));
  return X509_check_host(certificate.get(), name.c_str(), name.size(), 0, nullptr) == 1 ||
         X509_check_ip_asc(certificate.get(), name.c_str(), 0) == 1;
}

TEST(Authority, IsOneForTenYearsFromYesterday) {
  const auto facts = inspect(make_authority(kNow));
  ASSERT_TRUE(facts) << facts.error().message;
  EXPECT_TRUE(facts->is_authority);
  EXPECT_EQ(facts->subject, "graphfault local authority");
  EXPECT_EQ(facts->from, kNow - kDay);
  EXPECT_EQ(facts->until, kNow + 3652 * kDay);
}

TEST(Authority, IsAnotherOneEachTime) {
  EXPECT_NE(make_authority(kNow).certificates, make_authority(kNow).certificates);
}

TEST(Issue, MakesACertificateForItsNamesAndNoOthers) {
  const Credentials leaf =
      issued({"localhost", "127.0.0.1", "::1", "graph.microsoft.com", "*.graph.test"});
  for (const std::string name :
       {"localhost", "127.0.0.1", "::1", "graph.microsoft.com", "a.graph.test"}) {
    EXPECT_TRUE(is_for(leaf, name)) << name;
  }
  for (const std::string name :
       {"127.0.0.2", "graph.microsoft.us", "graph.test", "a.b.graph.test"}) {
    EXPECT_FALSE(is_for(leaf, name)) << name;
  }
  const auto facts = inspect(leaf);
  ASSERT_TRUE(facts);
  EXPECT_FALSE(facts->is_authority);
  EXPECT_EQ(facts->from, kNow);
  EXPECT_EQ(facts->until, kNow + 30 * kDay);
}

TEST(Issue, PutsTheAuthorityBehindTheCertificate) {
  const Credentials authority = make_authority(kNow);
  const auto leaf = issue(authority, {.names = {"a"}, .from = kNow, .until = kNow + kDay});
  ASSERT_TRUE(leaf);
  EXPECT_TRUE(leaf->certificates.ends_with(authority.certificates));
  EXPECT_EQ(first_certificate(authority.certificates), authority.certificates);
  EXPECT_NE(first_certificate(leaf->certificates), authority.certificates);
}

TEST(Issue, RefusesWhatIsNoName) {
  for (const std::string name : {"", "a b", "a,DNS:b", "http://a", "a:443", "a..b", ".a", "a.", "*",
                                 "*a", "a.*", "1:2", "::g", "1.2.3.400"}) {
    const auto made =
        issue(make_authority(kNow), {.names = {"good", name}, .from = kNow, .until = kNow + kDay});
    ASSERT_FALSE(made) << name;
    EXPECT_EQ(made.error().message, "a certificate can't be for '" + name + "'");
  }
}

TEST(Inspect, NamesWhatCanNotBeUsed) {
  const Credentials one = make_authority(kNow);
  const Credentials other = make_authority(kNow);
  const struct {
    Credentials credentials;
    std::string_view message;
  } rows[] = {
      {{}, "no certificate can be read"},
      {{.certificates = "rubbish", .key = one.key}, "no certificate can be read"},
      {{.certificates = one.certificates.substr(0, 200), .key = one.key},
       "no certificate can be read"},
      {{.certificates = one.key, .key = one.key}, "no certificate can be read"},
      {{.certificates = one.certificates, .key = {}}, "no private key can be read"},
      {{.certificates = one.certificates, .key = one.certificates}, "no private key can be read"},
      {{.certificates = one.certificates, .key = other.key},
       "the private key does not fit the certificate"},
  };
  for (const auto& row : rows) {
    const auto facts = inspect(row.credentials);
    ASSERT_FALSE(facts);
    EXPECT_THAT(facts.error().message, HasSubstr(std::string(row.message)));
  }
}

TEST(Inspect, AsksNobodyForAPassphrase) {
  constexpr std::string_view kEncrypted =
      "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
      "MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAiTRHFpVmL0RwICCAAw\n"
      "-----END ENCRYPTED PRIVATE KEY-----\n";
  const auto facts =
      inspect({.certificates = make_authority(kNow).certificates, .key = std::string(kEncrypted)});
  ASSERT_FALSE(facts);
  EXPECT_THAT(facts.error().message, HasSubstr("without a passphrase"));
}

TEST(Truststore, OpensWithItsPasswordAlone) {
  const std::string certificate = make_authority(kNow).certificates;
  const auto store = truststore(certificate, "changeit");
  ASSERT_TRUE(store) << store.error().message;
  const Owned<PKCS12, PKCS12_free> read(d2i_PKCS12_bio(reading(*store).get(), nullptr));
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(PKCS12_verify_mac(read.get(), "changeit", -1), 1);
  EXPECT_EQ(PKCS12_verify_mac(read.get(), "other", -1), 0);
  ERR_clear_error();
  EXPECT_FALSE(truststore("rubbish", "changeit"));
}

}  // namespace
}  // namespace graphfault::net
