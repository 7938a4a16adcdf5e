// SPDX-License-Identifier: MIT
#include "verdict/record/record.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace graphfault::verdict {
namespace {

struct RecordCase {
  Exchange exchange{};
  std::string_view label{};
};

TEST(Label, NamesAnExchangeOnOneLine) {
  const std::string longer(100, 'x');
  std::string umlauts;
  std::string cut_label = "#7 GET /";
  for (int i = 0; i < 100; ++i) {
    umlauts += "\xc3\xa4";
    cut_label += i < 71 ? "\xc3\xa4" : "";
  }
  cut_label += "…: 404";
  const RecordCase cases[] = {
      {{.sequence = 3, .method = "GET", .path = "/users", .query = "$top=5", .status = 429},
       "#3 GET /users?$top=5: 429"},
      {{.sequence = 4, .method = "GET", .path = "/me", .status = 0}, "#4 GET /me: no answer"},
      {{.sequence = 5, .method = "GET", .path = "/me", .status = 0, .fault = "reset"},
       "#5 GET /me: reset"},
      {{.sequence = 6, .method = "GET", .path = "/\x1b[2J\n\x7f", .status = 404},
       "#6 GET /?[2J??: 404"},
      {{.sequence = 7, .method = "GET", .path = "/\xc3\xa4", .status = 404},
       "#7 GET /\xc3\xa4: 404"},
      {{.sequence = 7, .method = "GET", .path = "/\xff\xc2\x9b[2J\xc3", .status = 404},
       "#7 GET /??[2J?: 404"},
      {{.sequence = 7, .method = "GET", .path = "/" + umlauts, .status = 404}, cut_label},
      {{.sequence = 8, .method = "GET", .path = "/", .query = longer, .status = 200},
       "#8 GET /?xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…: 200"},
  };
  for (const RecordCase& one : cases) {
    EXPECT_EQ(label(one.exchange), one.label);
  }
}

}  // namespace
}  // namespace graphfault::verdict
