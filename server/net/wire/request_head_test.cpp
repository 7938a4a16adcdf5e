// SPDX-License-Identifier: MIT
#include "net/wire/request_head.hpp"

#include <gtest/gtest.h>

#include <string>

namespace graphfault::net {
namespace {

TEST(Host, IsANameOrAnAddress) {
  for (const char* text : {"localhost", "localhost:8080", "127.0.0.1", "[::1]:8080",
                           "graph.microsoft.com", "a_b", "xn--bcher-kva.example", "%5B"}) {
    EXPECT_TRUE(is_host(text)) << text;
  }
  for (const char* text : {"", " ", "a b", "a/b", "a\\b", "a?b", "a#b", "u@a", "a,b", "<a>", "a\"",
                           "caf\xC3\xA9", "a\tb"}) {
    EXPECT_FALSE(is_host(text)) << text;
  }
}

struct TargetRow {
  const char* method;
  const char* target;
  const char* host;
  bool proxied;
};

TEST(Host, IsTheHeaderOrTheAbsoluteFormsAuthority) {
  const TargetRow rows[] = {
      {"GET", "/users", "header:1", false},
      {"GET", "/", "header:1", false},
      {"OPTIONS", "*", "header:1", false},
      {"GET", "http://graph.microsoft.com/v1.0/users", "graph.microsoft.com", true},
      {"GET", "HTTPS://graph.microsoft.com:443", "graph.microsoft.com:443", true},
      {"GET", "http://a?x=http://b/", "a", true},
  };
  for (const TargetRow& row : rows) {
    http::Request request;
    request.method = row.method;
    request.target = row.target;
    request.headers = {{"host", "header:1"}};
    EXPECT_FALSE(resolve_host(request)) << row.target;
    EXPECT_EQ(request.host, row.host);
    EXPECT_EQ(request.proxied, row.proxied);
  }
}

TEST(Host, MayBeMissingInHttp10) {
  http::Request request;
  request.method = "GET";
  request.target = "/";
  request.version = 10;
  EXPECT_FALSE(resolve_host(request));
  EXPECT_EQ(request.host, "");
  request.version = 11;
  EXPECT_EQ(resolve_host(request), Refusal::bad_host);
}

TEST(PartialHead, IsRefusedOnceItCannotBecomeGood) {
  for (const std::string& good :
       {std::string("GET /"), std::string(150, 'a'), std::string("GET / HTTP/1.1\r\n"),
        "GET / HTTP/1.0\r\n" + std::string(190, 'a'), std::string("GET / HTTP/1.1\r\nA: b\r")}) {
    EXPECT_FALSE(check_partial_head(good, 100, 200)) << good;
  }
  EXPECT_EQ(check_partial_head(std::string(170, 'a'), 100, 200), Refusal::uri_too_long);
  EXPECT_EQ(check_partial_head("GET / HTTP/1.1\r\n" + std::string(210, 'a'), 100, 200),
            Refusal::headers_too_large);
  for (const char* bad : {"GET /\r\n", "GET / HTTP/1.1\n", "SSH-2.0\r\n", "GET / HTTP/2.0\r\n",
                          "GET / HTTP/1.1\r\nA: b\nC"}) {
    EXPECT_EQ(check_partial_head(bad, 100, 200), Refusal::malformed) << bad;
  }
}

TEST(ChunkHeads, AreToldApart) {
  for (const char* text : {"", "0", "00", "000a\r\n", "5\r\n", "\r\n", "\r", "zz", "\r\n0"}) {
    EXPECT_EQ(chunk_head(text), ChunkHead::other) << text;
  }
  for (const char* text : {"0\r", "0\r\n", "0;a", "0 ;a", "\r\n0\r\n", "000\r\nX: 1"}) {
    EXPECT_EQ(chunk_head(text), ChunkHead::last) << text;
  }
  for (const char* text : {"0x5", "0\n", "\r\n00z", "0-"}) {
    EXPECT_EQ(chunk_head(text), ChunkHead::broken_last) << text;
  }
}

}  // namespace
}  // namespace graphfault::net
