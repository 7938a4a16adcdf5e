// SPDX-License-Identifier: MIT
#include "scenario/yaml/document.hpp"

#include "scenario/testing/loading.hpp"

#include <gtest/gtest.h>

#include <string>

namespace graphfault::scenario {
namespace {

using namespace std::string_literals;

struct BinaryRow {
  std::string text{};
  std::string_view message{};
  int line = 0;
  int column = 0;
};

TEST(Document, RefusesWhatIsNoText) {
  const BinaryRow rows[] = {
      {"\0"s, "this is not a text file: byte 0x00 at offset 0", 1, 1},
      {"summary: a\nrules: \x01\n", "this is not a text file: byte 0x01 at offset 18", 2, 8},
      {"summary: \xFF\xFE", "this is not a text file: byte 0xFF at offset 9", 1, 10},
      {"summary: \xC3", "this is not a text file: byte 0xC3 at offset 9", 1, 10},
      {"summary: \xED\xA0\x80", "this is not a text file: byte 0xED at offset 9", 1, 10},
      {"\x7F"
       "ELF",
       "this is not a text file: byte 0x7F at offset 0", 1, 1},
      {"\xFF\xFEs\0u\0"s, "this is not a text file: byte 0xFF at offset 0", 1, 1},
  };
  for (const BinaryRow& row : rows) {
    const Loaded loaded = load_text(row.text);
    ASSERT_FALSE(loaded.has_value());
    ASSERT_EQ(loaded.error().size(), 1U);
    EXPECT_EQ(loaded.error()[0].message, row.message);
    EXPECT_EQ(loaded.error()[0].hint, "scenarios are YAML in UTF-8");
    EXPECT_EQ(loaded.error()[0].place.line, row.line);
    EXPECT_EQ(loaded.error()[0].place.column, row.column);
  }
}

std::optional<Node> tree_of(std::string_view text) {
  const SourceText source(text);
  Report report(source, "t.yaml");
  std::optional<Node> root = read_document(report);
  EXPECT_EQ(render(report.take()), "");
  return root;
}

TEST(Document, KeepsKindsQuotesAndPlaces) {
  const auto root =
      tree_of("a: 1\nb: ['x', \"y\", ~]\nc:\nd: |\n  text\ne: !!str 5\n\"f\": {g: h}\n");
  ASSERT_TRUE(root.has_value());
  ASSERT_EQ(root->children.size(), 6U);
  const Node& a = root->children[0];
  EXPECT_EQ(a.key, "a");
  EXPECT_EQ(a.text, "1");
  EXPECT_FALSE(a.quoted);
  EXPECT_EQ(a.mark, (Mark{.line = 1, .column = 4}));
  EXPECT_EQ(a.key_mark, (Mark{.line = 1, .column = 1}));
  const Node& b = root->children[1];
  ASSERT_TRUE(b.is_list());
  EXPECT_TRUE(b.children[0].quoted);
  EXPECT_TRUE(b.children[1].quoted);
  EXPECT_TRUE(b.children[2].is_null());
  EXPECT_EQ(b.children[2].mark, (Mark{.line = 2, .column = 15}));
  EXPECT_TRUE(root->children[2].is_null());
  EXPECT_EQ(root->children[2].mark, root->children[2].key_mark);
  EXPECT_TRUE(root->children[3].quoted);
  EXPECT_EQ(root->children[3].text, "text\n");
  EXPECT_TRUE(root->children[4].quoted);
  EXPECT_EQ(root->children[5].children[0].key, "g");
}

TEST(Document, AnAliasIsACopyAtItsOwnPlace) {
  const auto root = tree_of("a: &x {b: [1]}\nc: *x\n");
  ASSERT_TRUE(root.has_value());
  const Node& copy = root->children[1];
  EXPECT_EQ(copy.key, "c");
  EXPECT_EQ(copy.mark, (Mark{.line = 2, .column = 4}));
  EXPECT_EQ(copy.children[0].children[0].text, "1");
}

TEST(SourceText, FindsLinesAndPlaces) {
  const SourceText source("ab\r\nc\n\nd");
  EXPECT_EQ(source.line_count(), 4);
  EXPECT_EQ(source.line(1), "ab");
  EXPECT_EQ(source.line(2), "c");
  EXPECT_EQ(source.line(3), "");
  EXPECT_EQ(source.line(4), "d");
  EXPECT_EQ(source.line(0), "");
  EXPECT_EQ(source.line(5), "");
  EXPECT_EQ(source.mark_at(7), (Mark{.line = 4, .column = 1}));
  EXPECT_EQ(source.offset_of({.line = 2, .column = 1}), 4U);
  EXPECT_EQ(source.offset_of({.line = 9, .column = 1}), 8U);
  EXPECT_EQ(SourceText("").line(1), "");
}

}  // namespace
}  // namespace graphfault::scenario
