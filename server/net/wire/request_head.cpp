// SPDX-License-Identifier: MIT
#include "net/wire/request_head.hpp"

#include "base/letter_case.hpp"

#include <algorithm>
#include <string>

namespace graphfault::net {
namespace {

// A request line is a method, a target, `HTTP/1.1`, two blanks and CRLF.
constexpr std::size_t kMethodAndVersion = 64;

bool is_host_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > ' ' && byte < 0x7F &&
         std::string_view("/\\?#@,\"<>^`{|}").find(c) == std::string_view::npos;
}

/// The authority of `http://host:port/path`, or nothing where the target is no absolute form.
std::optional<std::string_view> authority(std::string_view target) {
  const std::size_t colon = target.find("://");
  if (colon == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view scheme = target.substr(0, colon);
  if (!equal_ignoring_case(scheme, "http") && !equal_ignoring_case(scheme, "https")) {
    return std::nullopt;
  }
  const std::string_view rest = target.substr(colon + 3);
  return rest.substr(0, std::min(rest.find_first_of("/?#"), rest.size()));
}

/// CONNECT's target is `host:port`: RFC 9110 section 9.3.6.
bool has_port(std::string_view authority) {
  const std::size_t colon = authority.rfind(':');
  const std::string_view port =
      colon == std::string_view::npos ? std::string_view() : authority.substr(colon + 1);
  return colon != 0 && !port.empty() &&
         port.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

bool is_host(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_host_character);
}

std::optional<Refusal> resolve_host(http::Request& request) {
  std::size_t hosts = 0;
  for (const http::Header& line : request.headers) {
    if (equal_ignoring_case(line.name, "Host")) {
      request.host = line.value;
      ++hosts;
    }
  }
  if (hosts > 1 || (hosts == 0 && request.version >= 11) ||
      (hosts == 1 && !is_host(request.host))) {
    return Refusal::bad_host;
  }
  const std::string_view target = request.target;
  if (request.method == "CONNECT") {
    request.host = target;
    request.proxied = true;
    if (!is_host(target)) {
      return Refusal::malformed;
    }
    return has_port(target) ? std::nullopt : std::optional(Refusal::connect_without_port);
  }
  if (target.starts_with('/') || (target == "*" && request.method == "OPTIONS")) {
    return std::nullopt;
  }
  const auto called = authority(target);
  if (!called || !is_host(*called)) {
    return Refusal::malformed;
  }
  request.host = std::string(*called);
  request.scheme = lower(target.substr(0, target.find(':')));
  request.proxied = true;
  return std::nullopt;
}

std::optional<Refusal> check_partial_head(std::string_view bytes, std::size_t uri_bytes,
                                          std::size_t header_bytes) {
  const std::size_t line_end = bytes.find('\n');
  if (std::min(line_end, bytes.size()) > uri_bytes + kMethodAndVersion) {
    return Refusal::uri_too_long;
  }
  if (line_end == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view line = bytes.substr(0, line_end);
  if (!line.ends_with(" HTTP/1.1\r") && !line.ends_with(" HTTP/1.0\r")) {
    return Refusal::malformed;
  }
  const std::string_view fields = bytes.substr(line_end + 1);
  if (fields.size() > header_bytes) {
    return Refusal::headers_too_large;
  }
  return has_bare_line_end(fields) ? std::optional(Refusal::malformed) : std::nullopt;
}

bool has_bare_line_end(std::string_view bytes) {
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos;
       at = bytes.find('\n', at + 1)) {
    if (at > 0 && bytes[at - 1] != '\r') {
      return true;
    }
  }
  return false;
}

ChunkHead chunk_head(std::string_view bytes) {
  if (bytes.starts_with("\r\n")) {
    bytes.remove_prefix(2);
  }
  const std::size_t after = bytes.find_first_not_of('0');
  if (after == 0 || after == std::string_view::npos ||
      std::string_view("123456789abcdefABCDEF").find(bytes[after]) != std::string_view::npos) {
    return ChunkHead::other;
  }
  return std::string_view("; \t\r").find(bytes[after]) == std::string_view::npos
             ? ChunkHead::broken_last
             : ChunkHead::last;
}

}  // namespace graphfault::net
