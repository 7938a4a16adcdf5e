// SPDX-License-Identifier: MIT
#include "app/tls/authority_folder.hpp"

#include "app/testing/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace graphfault::app {
namespace {

using ::testing::HasSubstr;

constexpr Instant kFolderTime = Instant(std::chrono::seconds(1'770'000'000));
constexpr std::chrono::days kYear{365};

mode_t mode_of(const std::string& path) {
  struct stat facts {};
  stat(path.c_str(), &facts);
  return facts.st_mode & 0777U;
}

net::Credentials opened(const std::string& folder, Instant now = kFolderTime) {
  const auto authority = open_authority(folder, now);
  EXPECT_TRUE(authority) << (authority ? "" : authority.error().message);
  EXPECT_EQ(authority ? authority->warning : "", "");
  return authority ? authority->credentials : net::Credentials{};
}

/// Root may write everywhere: while this lives, root is nobody.
class WithoutPower {
 public:
  WithoutPower() : before_(geteuid()) { EXPECT_TRUE(before_ != 0 || seteuid(kNobody) == 0); }
  ~WithoutPower() { EXPECT_EQ(seteuid(before_), 0); }
  WithoutPower(const WithoutPower&) = delete;
  WithoutPower& operator=(const WithoutPower&) = delete;

 private:
  static constexpr uid_t kNobody = 65534;
  uid_t before_;
};

TEST(AuthorityFolder, IsMadeAtFirstUseAndUsedAgain) {
  const TestFolder folder;
  const net::Credentials made = opened(folder.at("data/graphfault/ca"));
  EXPECT_TRUE(net::inspect(made)->is_authority);
  EXPECT_EQ(opened(folder.at("data/graphfault/ca")), made);
  EXPECT_EQ(folder.read("data/graphfault/ca/ca.pem"), made.certificates);
  EXPECT_EQ(mode_of(folder.at("data/graphfault/ca")), 0700U);
  EXPECT_EQ(mode_of(folder.at("data/graphfault/ca/ca-key.pem")), 0600U);
  EXPECT_EQ(mode_of(folder.at("data/graphfault/ca/ca.pem")), 0644U);
}

TEST(AuthorityFolder, IsItsOwnersAloneHoweverItIsWritten) {
  for (const char* const name : {"ca", "ca/", "new/ca//", "ca/.", "ca/./"}) {
    const TestFolder folder;
    const net::Credentials made = opened(folder.at(name));
    EXPECT_EQ(mode_of(folder.at(name)), 0700U) << name;
    EXPECT_EQ(opened(folder.at(name)), made) << name;
  }
}

TEST(AuthorityFolder, IsRenewedBeforeItEnds) {
  const TestFolder folder;
  const net::Credentials made = opened(folder.at("ca"));
  EXPECT_EQ(opened(folder.at("ca"), kFolderTime + 9 * kYear), made);
  const auto renewed = open_authority(folder.at("ca"), kFolderTime + 10 * kYear);
  ASSERT_TRUE(renewed);
  EXPECT_NE(renewed->credentials.certificates, made.certificates);
  EXPECT_FALSE(renewed->in_memory);
  EXPECT_THAT(renewed->warning, HasSubstr("has expired: a new one was made"));
  EXPECT_EQ(opened(folder.at("ca"), kFolderTime + 10 * kYear), renewed->credentials);
}

TEST(AuthorityFolder, AnotherSAuthorityIsNotRenewed) {
  const TestFolder folder;
  const net::Credentials theirs = net::make_authority(kFolderTime - 9 * kYear, "Contoso Root");
  folder.put("ca/ca.pem", theirs.certificates);
  folder.put("ca/ca-key.pem", theirs.key);
  EXPECT_EQ(opened(folder.at("ca")), theirs);
  const auto ended = open_authority(folder.at("ca"), kFolderTime + kYear);
  ASSERT_FALSE(ended);
  EXPECT_THAT(ended.error().message, HasSubstr("ca.pem (Contoso Root) is good until 2027-02-04T"));
  EXPECT_EQ(folder.read("ca/ca-key.pem"), theirs.key);
}

TEST(AuthorityFolder, TakesAKeyWithoutACertificateForAnUnfinishedStart) {
  const TestFolder folder;
  folder.put("ca/ca-key.pem", "half a k");
  EXPECT_TRUE(net::inspect(opened(folder.at("ca"))));
}

TEST(AuthorityFolder, IsOneForAllThatStartAtOnce) {
  for (int round = 0; round < 10; ++round) {
    const TestFolder folder;
    std::vector<net::Credentials> seen(8);
    std::vector<std::thread> threads;
    threads.reserve(seen.size());
    for (net::Credentials& one : seen) {
      threads.emplace_back([&folder, &one] { one = opened(folder.at("ca")); });
    }
    for (std::thread& thread : threads) {
      thread.join();
    }
    for (const net::Credentials& one : seen) {
      EXPECT_EQ(one, seen.front());
    }
  }
}

TEST(AuthorityFolder, IsInMemoryWhereNoneCanBeWritten) {
  const TestFolder folder;
  folder.put("file", "");
  const auto nowhere = open_authority("", kFolderTime);
  ASSERT_TRUE(nowhere);
  EXPECT_TRUE(nowhere->in_memory);
  EXPECT_THAT(nowhere->warning, HasSubstr("in memory only"));
  EXPECT_THAT(nowhere->warning, HasSubstr("this user has no home folder"));
  const auto below_a_file = open_authority(folder.at("file/ca"), kFolderTime);
  ASSERT_TRUE(below_a_file);
  EXPECT_THAT(below_a_file->warning, HasSubstr("can't be created"));
  EXPECT_THAT(below_a_file->warning, HasSubstr("--ca-dir"));
  EXPECT_TRUE(net::inspect(below_a_file->credentials)->is_authority);
}

TEST(AuthorityFolder, IsInMemoryWhereItMayNotBeWritten) {
  const WithoutPower user;
  const TestFolder folder;
  std::filesystem::create_directory(folder.at("ca"));
  chmod(folder.at("ca").c_str(), 0500);
  const auto authority = open_authority(folder.at("ca"), kFolderTime);
  chmod(folder.at("ca").c_str(), 0700);
  ASSERT_TRUE(authority);
  EXPECT_THAT(authority->warning, HasSubstr("ca-key.pem can't be written (Permission denied)"));
}

TEST(AuthorityFolder, MayBeReadOnlyOnceItIsThere) {
  const TestFolder folder;
  const net::Credentials made = opened(folder.at("ca"));
  chmod(folder.at("ca").c_str(), 0500);
  EXPECT_EQ(opened(folder.at("ca")), made);
  chmod(folder.at("ca").c_str(), 0700);
}

struct Damage {
  const char* name;
  const char* certificate;  ///< nullptr: left as it is; empty: taken away
  const char* key;
  const char* why;
};

class DamagedFolder : public ::testing::TestWithParam<Damage> {};

void damage(const TestFolder& folder, const std::string& name, const char* content) {
  if (content == nullptr) {
    return;
  }
  std::filesystem::remove_all(folder.at(name));
  if (*content == '/') {
    std::filesystem::create_directory(folder.at(name));
  } else if (*content != '\0') {
    folder.put(name, content);
  }
}

TEST_P(DamagedFolder, IsAProblemWithItsReasonAndTheWayOut) {
  const TestFolder folder;
  const net::Credentials made = opened(folder.at("ca"));
  damage(folder, "ca/ca.pem", GetParam().certificate);
  damage(folder, "ca/ca-key.pem", GetParam().key);
  const auto authority = open_authority(folder.at("ca"), kFolderTime);
  ASSERT_FALSE(authority);
  EXPECT_THAT(authority.error().message,
              HasSubstr("the certificate authority in " + folder.at("ca") + " can't be used: "));
  EXPECT_THAT(authority.error().message, HasSubstr(GetParam().why));
  EXPECT_THAT(authority.error().hint, HasSubstr("remove ca.pem and ca-key.pem there"));
}

INSTANTIATE_TEST_SUITE_P(
    Rows, DamagedFolder,
    ::testing::Values(
        Damage{"broken certificate", "rubbish", nullptr, "no certificate can be read"},
        Damage{"broken key", nullptr, "rubbish", "no private key can be read"},
        Damage{"no key", nullptr, "", "ca-key.pem cannot be read: No such file"},
        Damage{"a folder as key", nullptr, "/", "ca-key.pem is not a regular file"},
        Damage{"a folder as certificate", "/", nullptr, "ca.pem is not a regular file"}),
    [](const ::testing::TestParamInfo<Damage>& row) {
      std::string name = row.param.name;
      std::replace(name.begin(), name.end(), ' ', '_');
      return name;
    });

TEST(AuthorityFolder, RefusesAKeyOfAnotherCertificateAndWhatIsNoAuthority) {
  const TestFolder folder;
  const net::Credentials made = opened(folder.at("ca"));
  folder.put("ca/ca-key.pem", net::make_authority(kFolderTime).key);
  const auto misfit = open_authority(folder.at("ca"), kFolderTime);
  ASSERT_FALSE(misfit);
  EXPECT_THAT(misfit.error().message, HasSubstr("the private key does not fit the certificate"));

  const auto leaf =
      net::issue(made, {.names = {"a"}, .from = kFolderTime, .until = kFolderTime + kYear});
  folder.put("ca/ca.pem", leaf->certificates);
  folder.put("ca/ca-key.pem", leaf->key);
  const auto no_authority = open_authority(folder.at("ca"), kFolderTime);
  ASSERT_FALSE(no_authority);
  EXPECT_THAT(no_authority.error().message,
              HasSubstr("ca.pem is not the certificate of an authority"));
}

TEST(AuthorityFolder, IsAFolder) {
  const TestFolder folder;
  folder.put("ca", "a file");
  const auto authority = open_authority(folder.at("ca"), kFolderTime);
  ASSERT_FALSE(authority);
  EXPECT_EQ(authority.error().message, folder.at("ca") + " is not a folder");
}

}  // namespace
}  // namespace graphfault::app
