// SPDX-License-Identifier: MIT
#include "http/media_type.hpp"

#include <gtest/gtest.h>

namespace graphfault::http {
namespace {

TEST(MediaEssence, IsLowerCaseWithoutParameters) {
  EXPECT_EQ(media_essence("Application/JSON; charset=utf-8"), "application/json");
  EXPECT_EQ(media_essence(" text/html "), "text/html");
  EXPECT_EQ(media_essence("application/vnd.a+json;odata.metadata=minimal"),
            "application/vnd.a+json");
  for (const std::string_view bad : {"", ";", "json", "/json", "application/", "a b/c", "a/b/c"}) {
    EXPECT_EQ(media_essence(bad), "") << bad;
  }
}

TEST(MediaParameter, IsUnquotedAndFoundInAnyCase) {
  constexpr std::string_view kType = R"(multipart/mixed; Boundary="a;b" ;charset=utf-8)";
  EXPECT_EQ(media_parameter(kType, "boundary"), "a;b");
  EXPECT_EQ(media_parameter(kType, "CHARSET"), "utf-8");
  EXPECT_EQ(media_parameter(kType, "mixed"), std::nullopt);
  EXPECT_EQ(media_parameter("text/html", "charset"), std::nullopt);
  EXPECT_EQ(media_parameter("", "charset"), std::nullopt);
}

struct Row {
  std::string_view header;
  bool accepted;
};

TEST(Accepts, NegotiatesJson) {
  for (const Row& row :
       {Row{"", true}, Row{"*/*", true}, Row{"application/json", true},
        Row{"APPLICATION/Json", true}, Row{"application/*", true},
        Row{"text/html, application/json;q=0.1", true},
        Row{"application/json;odata.metadata=minimal", true}, Row{"text/html, */*;q=0.8", true},
        Row{"application/json;q=0", false}, Row{"application/json;q=0.000, */*", false},
        Row{"*/*;q=0, application/json", true}, Row{"application/*; Q=0", false},
        Row{"text/csv", false}, Row{"text/*", false}, Row{"json", false}, Row{"app/*", false},
        Row{"application/jsonx", false}, Row{"application", false}}) {
    EXPECT_EQ(accepts({{"Accept", std::string(row.header)}}, "application/json"), row.accepted)
        << row.header;
  }
  EXPECT_TRUE(accepts({}, "application/json"));
  EXPECT_TRUE(
      accepts({{"Accept", "text/csv"}, {"accept", "application/json"}}, "application/json"));
}

TEST(AcceptsGzip, NamedOrStarredWithAWeight) {
  for (const Row& row : {Row{"gzip", true},
                         Row{"GZIP", true},
                         Row{"x-gzip", true},
                         Row{"gzip, deflate, br", true},
                         Row{"deflate, gzip", true},
                         Row{"gzip; q=1.0", true},
                         Row{"*", true},
                         Row{"br, *;q=0.5", true},
                         Row{"br, gzip;q=0.2", true},
                         Row{"*;q=0, gzip", true},
                         Row{"deflate;q=0, gzip;q=1", true},
                         Row{"identity;q=0, gzip", true},
                         Row{"", false},
                         Row{" ", false},
                         Row{"identity", false},
                         Row{"deflate", false},
                         Row{"gzip;q=0", false},
                         Row{"gzip;q=0.000", false},
                         Row{"gzip; Q=0", false},
                         Row{"gzip; q=0.0, *", false},
                         Row{"gzip;q=0, *", false},
                         Row{"*;q=0", false},
                         Row{"gzipped", false},
                         Row{"xgzip", false},
                         Row{"deflate;gzip", false},
                         Row{"br", false}}) {
    EXPECT_EQ(accepts_gzip(row.header), row.accepted) << row.header;
  }
}

}  // namespace
}  // namespace graphfault::http
