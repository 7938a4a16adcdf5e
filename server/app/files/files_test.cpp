// SPDX-License-Identifier: MIT
#include "app/files/files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>

namespace graphfault::app {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test.
class Disk : public ::testing::Test {
 protected:
  Disk() {
    std::string name = (fs::temp_directory_path() / "graphfault-files-XXXXXX").string();
    root = mkdtemp(name.data());
    root = fs::canonical(root);
  }
  ~Disk() override { fs::remove_all(root); }

  std::string put(const std::string& name, const std::string& text) const {
    const fs::path path = root / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
    return path.string();
  }
  std::string at(const std::string& name) const { return (root / name).string(); }

  fs::path root{};
  DiskFiles files{};
};

TEST_F(Disk, AFolderIsWalkedAndSorted) {
  const std::string b = put("s/b.yaml", "");
  const std::string a = put("s/a.yml", "");
  const std::string deep = put("s/sub/c.yaml", "");
  put("s/users.json", "");
  put("s/.hidden.yaml", "");
  put("s/..data/d.yaml", "");
  EXPECT_THAT(*files.scenario_files(at("s")), ::testing::ElementsAre(a, b, deep));
  EXPECT_THAT(*files.scenario_files(b), ::testing::ElementsAre(b));
}

TEST_F(Disk, FilesAsKubernetesMountsThemAreFoundOnce) {
  put("s/..v1/a.yaml", "summary: x");
  fs::create_directory_symlink("..v1", root / "s/..data");
  fs::create_symlink("..data/a.yaml", root / "s/a.yaml");
  EXPECT_THAT(*files.scenario_files(at("s")), ::testing::ElementsAre(at("s/a.yaml")));
  EXPECT_EQ(*files.read(at("s/a.yaml"), 100), "summary: x");
}

TEST_F(Disk, AMissingPathSaysWhereWeAre) {
  const auto found = files.scenario_files(at("nowhere"));
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().place.file, at("nowhere"));
  EXPECT_EQ(found.error().message, "there is no such file or folder");
  EXPECT_THAT(found.error().hint, ::testing::HasSubstr(fs::current_path().string()));
}

TEST_F(Disk, WhatCannotBeReadSaysWhy) {
  const std::string big = put("big.yaml", std::string((1U << 20U) + 1, 'x'));
  EXPECT_EQ(files.read(big, 1U << 20U).error().message, "is larger than 1 MiB");
  EXPECT_TRUE(files.read(big, 2U << 20U));
  EXPECT_EQ(files.read(at("none"), 10).error().message,
            "cannot be read: No such file or directory");
  EXPECT_EQ(files.read(root.string(), 10).error().message, "is not a regular file");
  ASSERT_EQ(mkfifo(at("pipe.yaml").c_str(), 0600), 0);
  EXPECT_EQ(files.read(at("pipe.yaml"), 10).error().message, "is not a regular file");
}

TEST_F(Disk, FilesInsideTheFolderAreRead) {
  put("s/users.json", "[]");
  put("s/data/more.json", "{}");
  EXPECT_EQ(*files.read_inside(at("s"), "users.json", 10), "[]");
  EXPECT_EQ(*files.read_inside(at("s"), "data/more.json", 10), "{}");
  EXPECT_EQ(*files.read_inside(at("s"), "data/../users.json", 10), "[]");
}

TEST_F(Disk, FilesOutsideTheFolderAreRefused) {
  put("secret.json", "x");
  put("s2/other.json", "x");
  put("s/a.yaml", "");
  fs::create_symlink(root / "secret.json", root / "s/link.json");
  fs::create_directory_symlink(root, root / "s/up");
  for (const std::string& path :
       {std::string("../secret.json"), std::string("link.json"), std::string("up/secret.json"),
        at("secret.json"), std::string("../s2/other.json"), std::string("/etc/passwd"),
        std::string("nowhere/../../secret.json")}) {
    const auto text = files.read_inside(at("s"), path, 10);
    ASSERT_FALSE(text) << path;
    EXPECT_EQ(text.error().message, path + " is outside the scenario's folder");
    EXPECT_EQ(text.error().hint, "a scenario can only name files in its own folder or below it");
  }
  EXPECT_EQ(files.read_inside(at("s"), "none.json", 10).error().message,
            "none.json cannot be read: No such file or directory");
}

TEST_F(Disk, AStampTellsAChange) {
  const std::string path = put("a.yaml", "1");
  const auto before = files.stamp(path);
  ASSERT_TRUE(before);
  EXPECT_EQ(files.stamp(path), before);
  put("a.yaml", "12");
  EXPECT_NE(files.stamp(path), before);
  EXPECT_FALSE(files.stamp(at("none")));
}

TEST(FolderOf, APath) {
  EXPECT_EQ(folder_of("a/b.yaml"), "a");
  EXPECT_EQ(folder_of("b.yaml"), ".");
}

}  // namespace
}  // namespace graphfault::app
