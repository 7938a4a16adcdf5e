// SPDX-License-Identifier: MIT
#include "app/serving/refusals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::app {
namespace {

using ::testing::HasSubstr;

TEST(Refusals, SayWhatIsWrongAndTheWayOut) {
  http::Request unread;
  http::Request read;
  read.method = "GET";
  read.target = "/v1.0/users";
  read.host = "elsewhere.example";
  const struct {
    net::Refusal refusal;
    const http::Request& partial;
    int status;
    const char* part;
  } rows[] = {
      {net::Refusal::malformed, unread, 400, "a space in the target is written %20"},
      {net::Refusal::malformed, read, 400, "its headers, its length or its chunks"},
      {net::Refusal::bad_host, read, 400, "one Host header"},
      {net::Refusal::bad_gzip, read, 400, "its body is not gzip"},
      {net::Refusal::uri_too_long, read, 414, "16 KiB"},
      {net::Refusal::headers_too_large, read, 431, "32 KiB, or more than 100"},
      {net::Refusal::body_too_large, read, 413, "4 MiB"},
      {net::Refusal::unsupported_encoding, read, 415, "gzip is"},
      {net::Refusal::timeout, unread, 408, "in time"},
      {net::Refusal::too_many_connections, unread, 503, "connections"},
      {net::Refusal::overloaded, read, 503, "request bodies"},
      {net::Refusal::tls_on_plain_port, unread, 400, "http://"},
      {net::Refusal::plain_on_tls_port, unread, 400, "https://"},
      {net::Refusal::nested_tunnel, read, 400, "CONNECT"},
      {net::Refusal::connect_without_port, read, 400, "graph.microsoft.com:443"},
      {net::Refusal::forbidden_host, read, 403, "elsewhere.example is not one of them"},
  };
  for (const auto& row : rows) {
    const engine::RefusedRequest refused = refused_request(row.refusal, row.partial);
    EXPECT_EQ(refused.status, row.status) << row.part;
    EXPECT_THAT(refused.message, HasSubstr(row.part));
  }
}

}  // namespace
}  // namespace graphfault::app
