// SPDX-License-Identifier: MIT
#include "base/json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault {
namespace {

using ::testing::HasSubstr;

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

std::string members(int count) {
  std::string text = "{";
  for (int i = 0; i < count; ++i) {
    text += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":0";
  }
  return text + "}";
}

TEST(ParseJson, KeepsTheWrittenOrder) {
  for (const std::string_view text : {R"({"z":1,"a":{"y":[],"b":null}})", "[1,2.5,-3,true]",
                                      R"("a\"b")", "0", "{}", R"({"a":"{[:"})", R"({"a":"\\"})"}) {
    const auto value = parse_json(text);
    ASSERT_TRUE(value.has_value()) << text;
    EXPECT_EQ(json_text(*value), text);
  }
}

TEST(ParseJson, SaysWhereItCannotBeRead) {
  struct Row {
    std::string_view text;
    std::string_view place;
  };
  for (const Row& row :
       {Row{"", "byte 1"}, Row{"{", "byte 2"}, Row{R"({"a":})", "byte 6"}, Row{"[1,]", "byte 4"},
        Row{"// no", "byte 1"}, Row{"{} x", "byte 4"}, Row{"{'a':1}", "byte 2"},
        Row{"NaN", "byte 1"}, Row{"\"\xff\"", "byte 2"}, Row{"\"\\", "byte"}, Row{"\"open", "byte"},
        Row{"]", "byte 1"}, Row{"1e999", "unreadable JSON"}}) {
    const auto value = parse_json(row.text);
    ASSERT_FALSE(value.has_value()) << row.text;
    EXPECT_THAT(value.error().message, HasSubstr(std::string(row.place))) << row.text;
    EXPECT_THAT(value.error().message, ::testing::Not(HasSubstr("json.exception"))) << row.text;
  }
}

TEST(ParseJson, BoundsDepthAndMembers) {
  EXPECT_TRUE(parse_json(nested(64)).has_value());
  EXPECT_FALSE(parse_json(nested(65)).has_value());
  EXPECT_FALSE(parse_json(std::string(1'000'000, '[')).has_value());
  EXPECT_TRUE(parse_json(members(1000)).has_value());
  EXPECT_FALSE(parse_json(members(1001)).has_value());
  EXPECT_TRUE(parse_json("[" + members(900) + "," + members(900) + "]").has_value());
}

TEST(JsonText, ReplacesWhatIsNoUtf8) { EXPECT_EQ(json_text(Json("a\xff")), "\"a\xef\xbf\xbd\""); }

TEST(AppendJsonString, EscapesWhatJsonDemands) {
  struct Row {
    std::string_view text;
    std::string_view written;
  };
  for (const Row& row :
       {Row{"", R"("")"}, Row{"plain", R"("plain")"}, Row{"a\"b\\c", R"("a\"b\\c")"},
        Row{"\b\f\n\r\t", R"("\b\f\n\r\t")"}, Row{"\x01\x1f", R"("\u0001\u001f")"},
        Row{std::string_view("\0", 1), R"("\u0000")"}, Row{"\x7f", "\"\x7f\""},
        Row{"d\xc3\xa9j\xc3\xa0", "\"d\xc3\xa9j\xc3\xa0\""}, Row{"a\xff", "\"a\xef\xbf\xbd\""},
        Row{"\xc3", "\"\xef\xbf\xbd\""}}) {
    std::string out = "x";
    append_json_string(out, row.text);
    EXPECT_EQ(out, "x" + std::string(row.written));
    EXPECT_TRUE(parse_json(out.substr(1)).has_value()) << row.text;
  }
}

}  // namespace
}  // namespace graphfault
