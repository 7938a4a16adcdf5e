// SPDX-License-Identifier: MIT
#include "http/entity_tag.hpp"

#include <gtest/gtest.h>

namespace graphfault::http {
namespace {

struct EntityTagRow {
  std::string_view header;
  std::string_view current;
  bool listed;
};

TEST(ListsEntityTag, ComparesWeakly) {
  for (const EntityTagRow& row : {
           EntityTagRow{R"("1")", R"("1")", true},
           EntityTagRow{R"(W/"1")", R"("1")", true},
           EntityTagRow{R"("1")", R"(W/"1")", true},
           EntityTagRow{R"(W/"1")", R"(W/"1")", true},
           EntityTagRow{R"("0", W/"1" ,"2")", R"("2")", true},
           EntityTagRow{R"(W/"0",W/"1")", R"(W/"1")", true},
           EntityTagRow{R"("a,b","c")", R"("c")", true},
           EntityTagRow{R"("a,b","c")", R"("a,b")", true},
           EntityTagRow{R"("a\", "c")", R"("c")", true},
           EntityTagRow{" * ", R"("1")", true},
           EntityTagRow{" plain ", "plain", true},
           EntityTagRow{"*", "", false},
           EntityTagRow{R"("a,b")", R"("a")", false},
           EntityTagRow{R"("a,b")", R"("b")", false},
           EntityTagRow{R"(", ")", R"("")", false},
           EntityTagRow{R"("1")", R"("2")", false},
           EntityTagRow{R"("1")", "", false},
           EntityTagRow{"", R"("1")", false},
           EntityTagRow{"1", R"("1")", false},
           EntityTagRow{"\"1", R"("1")", false},
           EntityTagRow{R"("A")", R"("a")", false},
           EntityTagRow{"other, plain", "plain", false},
       }) {
    EXPECT_EQ(lists_entity_tag(row.header, row.current), row.listed)
        << row.header << " of " << row.current;
  }
}

}  // namespace
}  // namespace graphfault::http
