// SPDX-License-Identifier: MIT
#include "base/bounded_map.hpp"

#include <gtest/gtest.h>

#include <string>

namespace graphfault {
namespace {

std::string keys(const BoundedMap<int>& map) {
  std::string text;
  for (const auto& [key, value] : map) {
    text += key;
  }
  return text;
}

TEST(BoundedMap, DropsTheOldest) {
  BoundedMap<int> map(3);
  for (const char* key : {"a", "b", "c", "d"}) {
    map.put(key, 1);
  }
  EXPECT_EQ(keys(map), "bcd");
  EXPECT_EQ(map.size(), 3U);
  EXPECT_FALSE(map.contains("a"));
  EXPECT_TRUE(map.contains("d"));
}

TEST(BoundedMap, WhatIsPutAgainIsNew) {
  BoundedMap<int> map(3);
  map.put("a", 1);
  map.put("b", 2);
  map.put("a", 3);
  EXPECT_EQ(keys(map), "ba");
  EXPECT_EQ(*map.find("a"), 3);
}

TEST(BoundedMap, Erases) {
  BoundedMap<int> map(3);
  map.put("a", 1);
  map.put("b", 2);
  map.erase("a");
  map.erase("never");
  EXPECT_EQ(keys(map), "b");
  EXPECT_EQ(map.find("a"), nullptr);
  map.clear();
  EXPECT_TRUE(map.empty());
  EXPECT_EQ(map.find("b"), nullptr);
}

}  // namespace
}  // namespace graphfault
