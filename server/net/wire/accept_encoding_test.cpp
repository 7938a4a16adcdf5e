// SPDX-License-Identifier: MIT
#include "net/wire/accept_encoding.hpp"

#include <gtest/gtest.h>

namespace graphfault::net {
namespace {

TEST(AcceptEncoding, AllowsGzip) {
  for (const char* value :
       {"gzip", "GZIP", "x-gzip", "deflate, gzip", "gzip, deflate, br", "gzip;q=0.1", "gzip; q=1.0",
        "*", "br, *;q=0.5", "deflate;q=0, gzip;q=1", "identity;q=0, gzip"}) {
    EXPECT_TRUE(allows_gzip(value)) << value;
  }
}

TEST(AcceptEncoding, DoesNotAllowGzip) {
  for (const char* value : {"", " ", "identity", "deflate", "br", "gzip;q=0", "gzip;q=0.000",
                            "gzip; Q=0", "*;q=0", "gzip;q=0, *", "gzipped", "deflate;gzip"}) {
    EXPECT_FALSE(allows_gzip(value)) << value;
  }
}

}  // namespace
}  // namespace graphfault::net
