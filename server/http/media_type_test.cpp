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

struct MediaTypeRow {
  std::string_view header;
  bool accepted;
};

TEST(Accepts, NegotiatesJson) {
  for (const MediaTypeRow& row :
       {MediaTypeRow{"", true}, MediaTypeRow{"*/*", true}, MediaTypeRow{"application/json", true},
        MediaTypeRow{"APPLICATION/Json", true}, MediaTypeRow{"application/*", true},
        MediaTypeRow{"text/html, application/json;q=0.1", true},
        MediaTypeRow{"application/json;odata.metadata=minimal", true},
        MediaTypeRow{"text/html, */*;q=0.8", true}, MediaTypeRow{"application/json;q=0", false},
        MediaTypeRow{"application/json;q=0.000, */*", false},
        MediaTypeRow{"*/*;q=0, application/json", true}, MediaTypeRow{"application/*; Q=0", false},
        MediaTypeRow{"text/csv", false}, MediaTypeRow{"text/*", false}, MediaTypeRow{"json", false},
        MediaTypeRow{"app/*", false}, MediaTypeRow{"application/jsonx", false},
        MediaTypeRow{"application", false}}) {
    EXPECT_EQ(accepts({{"Accept", std::string(row.header)}}, "application/json"), row.accepted)
        << row.header;
  }
  EXPECT_TRUE(accepts({}, "application/json"));
  EXPECT_TRUE(
      accepts({{"Accept", "text/csv"}, {"accept", "application/json"}}, "application/json"));
}

TEST(AcceptsGzip, NamedOrStarredWithAWeight) {
  for (const MediaTypeRow& row : {MediaTypeRow{"gzip", true},
                                  MediaTypeRow{"GZIP", true},
                                  MediaTypeRow{"x-gzip", true},
                                  MediaTypeRow{"gzip, deflate, br", true},
                                  MediaTypeRow{"deflate, gzip", true},
                                  MediaTypeRow{"gzip; q=1.0", true},
                                  MediaTypeRow{"*", true},
                                  MediaTypeRow{"br, *;q=0.5", true},
                                  MediaTypeRow{"br, gzip;q=0.2", true},
                                  MediaTypeRow{"*;q=0, gzip", true},
                                  MediaTypeRow{"deflate;q=0, gzip;q=1", true},
                                  MediaTypeRow{"identity;q=0, gzip", true},
                                  MediaTypeRow{"", false},
                                  MediaTypeRow{" ", false},
                                  MediaTypeRow{"identity", false},
                                  MediaTypeRow{"deflate", false},
                                  MediaTypeRow{"gzip;q=0", false},
                                  MediaTypeRow{"gzip;q=0.000", false},
                                  MediaTypeRow{"gzip; Q=0", false},
                                  MediaTypeRow{"gzip; q=0.0, *", false},
                                  MediaTypeRow{"gzip;q=0, *", false},
                                  MediaTypeRow{"*;q=0", false},
                                  MediaTypeRow{"gzipped", false},
                                  MediaTypeRow{"xgzip", false},
                                  MediaTypeRow{"deflate;gzip", false},
                                  MediaTypeRow{"br", false}}) {
    EXPECT_EQ(accepts_gzip(row.header), row.accepted) << row.header;
  }
}

}  // namespace
}  // namespace graphfault::http
