// SPDX-License-Identifier: MIT
#include "http/entity_tag.hpp"

#include <gtest/gtest.h>

namespace graphfault::http {
namespace {

struct Row {
  std::string_view header;
  std::string_view current;
  bool listed;
};

TEST(ListsEntityTag, ComparesWeakly) {
  for (const Row& row : {
           Row{R"("1")", R"("1")", true},
           Row{R"(W/"1")", R"("1")", true},
           Row{R"("1")", R"(W/"1")", true},
           Row{R"(W/"1")", R"(W/"1")", true},
           Row{R"("0", W/"1" ,"2")", R"("2")", true},
           Row{R"(W/"0",W/"1")", R"(W/"1")", true},
           Row{R"("a,b","c")", R"("c")", true},
           Row{R"("a,b","c")", R"("a,b")", true},
           Row{R"("a\", "c")", R"("c")", true},
           Row{" * ", R"("1")", true},
           Row{" plain ", "plain", true},
           Row{"*", "", false},
           Row{R"("a,b")", R"("a")", false},
           Row{R"("a,b")", R"("b")", false},
           Row{R"(", ")", R"("")", false},
           Row{R"("1")", R"("2")", false},
           Row{R"("1")", "", false},
           Row{"", R"("1")", false},
           Row{"1", R"("1")", false},
           Row{"\"1", R"("1")", false},
           Row{R"("A")", R"("a")", false},
           Row{"other, plain", "plain", false},
       }) {
    EXPECT_EQ(lists_entity_tag(row.header, row.current), row.listed)
        << row.header << " of " << row.current;
  }
}

}  // namespace
}  // namespace graphfault::http
