// SPDX-License-Identifier: MIT
#include "net/testing/malformed_requests.hpp"

#include <utility>

namespace graphfault::net::testing {
namespace {

const std::string kHost = "Host: localhost\r\n";

/// A request whose header lines, beside Host, are these.
std::string with(std::string_view lines, std::string_view body = {}) {
  return "POST /v1.0/users HTTP/1.1\r\n" + kHost + std::string(lines) + "\r\n" + std::string(body);
}

std::string line(std::string_view request_line) {
  return std::string(request_line) + "\r\n" + kHost + "\r\n";
}

std::string chunked(std::string_view body) { return with("Transfer-Encoding: chunked\r\n", body); }

std::string many_headers(std::size_t count) {
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) {
    lines += "X-" + std::to_string(i) + ": 1\r\n";
  }
  return with(lines);
}

using Rows = std::vector<BadRequest>;

Rows bad_lines() {
  return {
      {"no version", line("GET /")},
      {"HTTP/0.9", "GET /\r\n\r\n"},
      {"two blanks before the target", line("GET  / HTTP/1.1")},
      {"two blanks before the version", line("GET /  HTTP/1.1")},
      {"a tab between", line("GET\t/ HTTP/1.1")},
      {"a blank in the target", line("GET /a b HTTP/1.1")},
      {"a blank before the method", line(" GET / HTTP/1.1")},
      {"no method", line("/ HTTP/1.1")},
      {"a method that is no token", line("G@T / HTTP/1.1")},
      {"a method of 300 letters", line(std::string(300, 'M') + " / HTTP/1.1")},
      {"no target", line("GET HTTP/1.1")},
      {"a target without its slash", line("GET users HTTP/1.1")},
      {"* for GET", line("GET * HTTP/1.1")},
      {"a scheme that is not HTTP", line("GET ftp://localhost/ HTTP/1.1")},
      {"an absolute form without a host", line("GET http:///users HTTP/1.1")},
      {"an absolute form with a user", line("GET http://me@localhost/ HTTP/1.1")},
      {"a NUL in the target", line(std::string("GET /a\0b HTTP/1.1", 17))},
      {"a control character in the target", line("GET /a\x01 HTTP/1.1")},
      {"DEL in the target", line("GET /a\x7F HTTP/1.1")},
      {"HTTP/2.0", line("GET / HTTP/2.0")},
      {"HTTP/2's preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
      {"HTTP/1.2", line("GET / HTTP/1.2")},
      {"HTTP/1", line("GET / HTTP/1")},
      {"HTTP/1.10", line("GET / HTTP/1.10")},
      {"http/1.1", line("GET / http/1.1")},
      {"HTTPS/1.1", line("GET / HTTPS/1.1")},
      {"rubbish behind the version", line("GET / HTTP/1.1 ")},
      {"a bare LF ends the line", "GET / HTTP/1.1\n" + kHost + "\r\n"},
      {"a bare CR in the line", "GET / HTTP/1.1\rX\n" + kHost + "\r\n"},
      {"rubbish", "hello, is this Graph?\r\n\r\n"},
      {"an SSH client", "SSH-2.0-OpenSSH_9.2\r\n"},
      {"a long URI", line("GET /" + std::string(16 * 1024, 'a') + " HTTP/1.1"),
       Refusal::uri_too_long},
      {"a URI that never ends", "GET /" + std::string(17 * 1024, 'a'), Refusal::uri_too_long},
      {"a method that never ends", std::string(17 * 1024, 'A'), Refusal::uri_too_long},
      {"CONNECT without a port", "CONNECT example.com HTTP/1.1\r\nHost: example.com\r\n\r\n",
       Refusal::connect_without_port},
      {"CONNECT with a body",
       "CONNECT example.com:443 HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx",
       Refusal::malformed},
      {"TLS", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11),
       Refusal::tls_on_plain_port},
  };
}

Rows bad_headers() {
  return {
      {"no Host", "GET / HTTP/1.1\r\n\r\n", Refusal::bad_host},
      {"an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", Refusal::bad_host},
      {"two Hosts", with("Host: localhost\r\n"), Refusal::bad_host},
      {"two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nhost: b\r\n\r\n", Refusal::bad_host},
      {"a Host with a blank", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", Refusal::bad_host},
      {"a Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", Refusal::bad_host},
      {"a Host with a user", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", Refusal::bad_host},
      {"a list of Hosts", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", Refusal::bad_host},
      {"no Host beside an absolute form", "GET http://localhost/ HTTP/1.1\r\n\r\n",
       Refusal::bad_host},
      {"a blank before the colon", with("X-A : 1\r\n")},
      {"a tab before the colon", with("X-A\t: 1\r\n")},
      {"a blank before the first name", "GET / HTTP/1.1\r\n Host: localhost\r\n\r\n"},
      {"a folded value", with("X-A: 1\r\n 2\r\n")},
      {"a value folded with a tab", with("X-A: 1\r\n\t2\r\n")},
      {"a value that starts on the next line", with("X-A:\r\n 2\r\n")},
      {"a folded Content-Length", with("Content-Length:\r\n 5\r\n", "hello")},
      {"a folded empty line", with("X-A: 1\r\n \r\n")},
      {"no name", with(": 1\r\n")},
      {"no colon", with("X-A\r\n")},
      {"a blank in the name", with("X A: 1\r\n")},
      {"a parenthesis in the name", with("X(A): 1\r\n")},
      {"a byte over 127 in the name", with("X-\xC3\xA9: 1\r\n")},
      {"a NUL in the name", with(std::string("X\0A: 1\r\n", 8))},
      {"a NUL in the value", with(std::string("X-A: a\0b\r\n", 10))},
      {"a bare CR in the value", with("X-A: a\rb\r\n")},
      {"a bare LF in the value", with("X-A: a\nb: c\r\n")},
      {"a bare LF ends the line", with("X-A: a\n")},
      {"a control character in the value", with("X-A: a\x01\r\n")},
      {"101 headers", many_headers(100), Refusal::headers_too_large},
      {"a header of 33 KiB", with("X-A: " + std::string(33 * 1024, 'a') + "\r\n"),
       Refusal::headers_too_large},
      {"a header that never ends",
       "GET / HTTP/1.1\r\n" + kHost + "X-A: " + std::string(33 * 1024, 'a'),
       Refusal::headers_too_large},
      {"40 headers of 1 KiB",
       [] {
         std::string lines;
         for (int i = 0; i < 40; ++i) {
           lines += "X-A: " + std::string(1024, 'a') + "\r\n";
         }
         return with(lines);
       }(),
       Refusal::headers_too_large},
  };
}

Rows bad_framing() {
  return {
      {"length and chunks",
       with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
      {"chunks and length",
       with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n")},
      {"two lengths", with("Content-Length: 5\r\nContent-Length: 6\r\n", "hello")},
      {"the same length twice", with("Content-Length: 5\r\ncontent-length: 5\r\n", "hello")},
      {"a list of lengths", with("Content-Length: 5, 5\r\n", "hello")},
      {"a signed length", with("Content-Length: +5\r\n", "hello")},
      {"a negative length", with("Content-Length: -5\r\n", "hello")},
      {"a hexadecimal length", with("Content-Length: 0x5\r\n", "hello")},
      {"a fraction", with("Content-Length: 5.0\r\n", "hello")},
      {"an empty length", with("Content-Length: \r\n", "hello")},
      {"a length over 64 bits", with("Content-Length: 18446744073709551616\r\n")},
      {"a length over the limit", with("Content-Length: 4194305\r\n"), Refusal::body_too_large},
      {"a huge length", with("Content-Length: 18446744073709551615\r\n"), Refusal::body_too_large},
      {"chunked twice",
       with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
      {"gzip, chunked", with("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")},
      {"chunked, gzip", with("Transfer-Encoding: chunked, gzip\r\n", "0\r\n\r\n")},
      {"chunked, chunked", with("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n")},
      {"identity", with("Transfer-Encoding: identity\r\n")},
      {"xchunked", with("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")},
      {"an empty coding", with("Transfer-Encoding:\r\n", "0\r\n\r\n")},
      {"chunked in quotes", with("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n")},
      {"a folded coding", with("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n")},
      {"chunked with a vertical tab", with("Transfer-Encoding: \x0b"
                                           "chunked\r\n",
                                           "0\r\n\r\n")},
      {"chunked in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"an unknown encoding", with("Content-Encoding: br\r\nContent-Length: 1\r\n", "x"),
       Refusal::unsupported_encoding},
      {"gzip twice", with("Content-Encoding: gzip, gzip\r\nContent-Length: 1\r\n", "x"),
       Refusal::unsupported_encoding},
      {"gzip in two lines",
       with("Content-Encoding: gzip\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n", "x"),
       Refusal::unsupported_encoding},
      {"deflate in chunks",
       with("Content-Encoding: deflate\r\nTransfer-Encoding: chunked\r\n", "1\r\nx\r\n0\r\n\r\n"),
       Refusal::unsupported_encoding},
  };
}

Rows bad_chunks() {
  return {
      {"no size", chunked("\r\nhello\r\n0\r\n\r\n")},
      {"a size that is no number", chunked("xyz\r\nhello\r\n0\r\n\r\n")},
      {"a negative size", chunked("-5\r\nhello\r\n0\r\n\r\n")},
      {"a signed size", chunked("+5\r\nhello\r\n0\r\n\r\n")},
      {"a size with 0x", chunked("0x5\r\nhello\r\n0\r\n\r\n")},
      {"a size with 0x and nothing after", chunked("0x5\r\nhello\r\n")},
      {"a size over 64 bits", chunked("10000000000000005\r\nhello\r\n0\r\n\r\n")},
      {"a blank before the size", chunked(" 5\r\nhello\r\n0\r\n\r\n")},
      {"a blank behind the size", chunked("5 \r\nhello\r\n0\r\n\r\n")},
      {"a size ended by LF", chunked("5\nhello\r\n0\r\n\r\n")},
      {"a chunk that is longer than its size", chunked("5\r\nhello!\r\n0\r\n\r\n")},
      {"a chunk ended by LF", chunked("5\r\nhello\n0\r\n\r\n")},
      {"a chunk without its end", chunked("5\r\nhello0\r\n\r\n")},
      {"an extension without a name", chunked("5;\r\nhello\r\n0\r\n\r\n")},
      {"a bare CR in an extension", chunked("5;a=\rb\r\nhello\r\n0\r\n\r\n")},
      {"a bad trailer", chunked("5\r\nhello\r\n0\r\nX A: 1\r\n\r\n")},
      {"a length as trailer", chunked("5\r\nhello\r\n0\r\nContent-Length: 5\r\n\r\n")},
      {"a chunk over the limit", chunked("400001\r\n"), Refusal::body_too_large},
      {"chunks over the limit together", chunked("1\r\nx\r\n400000\r\n"), Refusal::body_too_large},
      {"trailers that never end", chunked("0\r\nX-A: " + std::string(34 * 1024, 'a')),
       Refusal::headers_too_large},
      {"an extension that never ends", chunked("5;" + std::string(34 * 1024, 'a')),
       Refusal::headers_too_large},
  };
}

}  // namespace

const std::vector<BadRequest>& bad_requests() {
  static const Rows rows = [] {
    Rows all;
    for (const Rows& part : {bad_lines(), bad_headers(), bad_framing(), bad_chunks()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return rows;
}

}  // namespace graphfault::net::testing
