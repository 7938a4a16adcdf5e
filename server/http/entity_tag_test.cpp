// SPDX-License-Identifier: MIT
#include "http/entity_tag.hpp"

#include <gtest/gtest.h>

namespace graphfault::http {
namespace {

TEST(IsEntityTag, WantsQuotes) {
  for (const std::string_view good : {R"("a")", R"("")", R"(W/"a b")", R"("a\")"}) {
    EXPECT_TRUE(is_entity_tag(good)) << good;
  }
  for (const std::string_view bad :
       {"", "a", "*", "\"", "W/", "W/a", R"(w/"a")", R"("a"b")", "'a'"}) {
    EXPECT_FALSE(is_entity_tag(bad)) << bad;
  }
}

struct EntityTagRow {
  std::string_view header;
  std::string_view current;
  bool weak;
  bool strong;
};

TEST(ListsEntityTag, ComparesWeaklyOrStrongly) {
  for (const EntityTagRow& row : {
           EntityTagRow{R"("1")", R"("1")", true, true},
           EntityTagRow{R"(W/"1")", R"("1")", true, false},
           EntityTagRow{R"("1")", R"(W/"1")", true, false},
           EntityTagRow{R"(W/"1")", R"(W/"1")", true, false},
           EntityTagRow{R"("0", W/"1" ,"2")", R"("2")", true, true},
           EntityTagRow{R"("a,b","c")", R"("c")", true, true},
           EntityTagRow{R"("a\", "c")", R"("c")", true, true},
           EntityTagRow{" * ", R"("1")", true, true},
           EntityTagRow{"*", "", false, false},
           EntityTagRow{R"("1")", R"("2")", false, false},
           EntityTagRow{R"("1")", "", false, false},
           EntityTagRow{"", R"("1")", false, false},
           EntityTagRow{"1", R"("1")", false, false},
           EntityTagRow{"\"1", R"("1")", false, false},
           EntityTagRow{R"("A")", R"("a")", false, false},
       }) {
    EXPECT_EQ(lists_entity_tag(row.header, row.current, TagMatch::weak), row.weak) << row.header;
    EXPECT_EQ(lists_entity_tag(row.header, row.current, TagMatch::strong), row.strong)
        << row.header;
  }
}

}  // namespace
}  // namespace graphfault::http
