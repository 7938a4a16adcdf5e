// SPDX-License-Identifier: MIT
#include "verdict/report/markup.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(Markup, EscapesWhatHtmlAndXmlReserve) {
  const struct {
    std::string_view text;
    std::string_view escaped;
  } rows[] = {
      {"", ""},
      {"plain", "plain"},
      {"<a href=\"x\">'&'</a>", "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;"},
      {"&amp;", "&amp;amp;"},
      {"]]>", "]]&gt;"},
      {"two\nlines\tand", "two&#10;lines&#9;and"},
      {std::string_view("\0\x01\x1f\x7f\r", 5), "?????"},
      {"gr\xc3\xbc\xc3\x9f", "gr\xc3\xbc\xc3\x9f"},
      {"\xc3", "?"},
      {"a\xff\xfe"
       "b",
       "a??b"},
      {"\xed\xa0\x80", "???"},
      {"\xef\xbf\xbf", "?"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(markup_escaped(row.text), row.escaped) << row.text;
  }
}

}  // namespace
}  // namespace graphfault::verdict
