// SPDX-License-Identifier: MIT
#include "wire/url.hpp"

#include <algorithm>

namespace graphclient {
namespace {

bool is_unreserved(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

/// The default port is left out, so that both spellings are one origin.
std::string without_default_port(std::string origin, std::string_view port) {
  if (origin.ends_with(port)) {
    origin.resize(origin.size() - port.size());
  }
  return origin;
}

}  // namespace

std::optional<Url> parse_url(std::string_view text) {
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string scheme = lowered(text.substr(0, colon));
  const std::size_t host = colon + 3;
  const std::size_t end = std::min(text.find_first_of("/?#", host), text.size());
  const std::string_view authority = text.substr(host, end - host);
  const bool known = scheme == "http" || scheme == "https";
  if (!known || authority.empty() || authority.find('@') != std::string_view::npos) {
    return std::nullopt;
  }
  Url url{.origin = scheme + "://" + lowered(authority), .target = {}};
  url.origin = without_default_port(url.origin, scheme == "http" ? ":80" : ":443");
  const std::string_view rest = text.substr(end);
  url.target = std::string(rest.substr(0, rest.find('#')));
  if (!url.target.starts_with('/')) {
    url.target.insert(0, "/");
  }
  return url;
}

bool same_origin(std::string_view left, std::string_view right) {
  const std::optional<Url> a = parse_url(left);
  const std::optional<Url> b = parse_url(right);
  return a && b && a->origin == b->origin;
}

std::optional<std::string> resolve_url(std::string_view base, std::string_view reference) {
  if (parse_url(reference)) {
    return std::string(reference);
  }
  const std::optional<Url> url = parse_url(base);
  if (!url || !reference.starts_with('/') || reference.starts_with("//")) {
    return std::nullopt;
  }
  return url->origin + std::string(reference);
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0x0FU];
  }
  return out;
}

}  // namespace graphclient
