// SPDX-License-Identifier: MIT
#include "journal/redaction.hpp"

#include "base/letter_case.hpp"
#include "http/percent.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace graphfault::journal {
namespace {

constexpr std::array<std::string_view, 2> kCredentialHeaders = {"Authorization",
                                                                "Proxy-Authorization"};
constexpr std::array<std::string_view, 2> kCookieHeaders = {"Cookie", "Set-Cookie"};
constexpr std::array<std::string_view, 9> kSecretFields = {
    "client_secret", "client_assertion", "password",     "refresh_token", "assertion",
    "code",          "device_code",      "access_token", "id_token"};
// Not `code`: in JSON it is the error's.
constexpr std::array<std::string_view, 12> kSecretMembers = {
    "client_secret", "client_assertion", "password",     "refresh_token",
    "assertion",     "device_code",      "access_token", "id_token",
    "authorization", "cookie",           "secretText",   "proxy-authorization"};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::any_of(names.begin(), names.end(), [name](std::string_view candidate) {
    return equal_ignoring_case(name, candidate);
  });
}

bool is_secret(const http::Header& line) {
  return is_one_of(line.name, kCredentialHeaders) || is_one_of(line.name, kCookieHeaders);
}

std::string redacted_value(const http::Header& line) {
  std::string value;
  if (is_one_of(line.name, kCredentialHeaders)) {
    const std::size_t blank = line.value.find(' ');
    // Without a scheme the whole value is the secret.
    value = blank == std::string::npos ? std::string() : line.value.substr(0, blank + 1);
  }
  return value += kRedacted;
}

// The end of the JSON string whose opening quote stands at `open`: the index of its closing quote,
// or the text's size where it was cut.
std::size_t string_end(std::string_view text, std::size_t open) {
  for (std::size_t i = open + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      return i;
    }
  }
  return text.size();
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  const std::size_t found = text.find_first_not_of(" \t\r\n", at);
  return found == std::string_view::npos ? text.size() : found;
}

// Where a secret member's string value begins after its name's closing quote; npos where what
// follows is no such value.
std::size_t value_start(std::string_view text, std::size_t name_end) {
  const std::size_t colon = skip_blanks(text, name_end + 1);
  if (colon >= text.size() || text[colon] != ':') {
    return std::string_view::npos;
  }
  const std::size_t quote = skip_blanks(text, colon + 1);
  return quote < text.size() && text[quote] == '"' ? quote : std::string_view::npos;
}

// Where the secret begins that the string between the quotes at `open` and `end` names; npos where
// it names none.
std::size_t secret_value(std::string_view text, std::size_t open, std::size_t end) {
  const bool is_name =
      end < text.size() && is_one_of(text.substr(open + 1, end - open - 1), kSecretMembers);
  return is_name ? value_start(text, end) : std::string_view::npos;
}

}  // namespace

http::Headers redact(const http::Headers& headers) {
  http::Headers kept;
  kept.reserve(headers.size());
  for (const http::Header& line : headers) {
    kept.add(line.name, is_secret(line) ? redacted_value(line) : line.value);
  }
  return kept;
}

http::Headers redact(http::Headers&& headers) {
  const auto secrets = std::count_if(headers.begin(), headers.end(), is_secret);
  if (secrets == 0) {
    return std::move(headers);
  }
  if (secrets > 1) {  // Headers::set would join lines of one name
    return redact(std::as_const(headers));
  }
  const auto line = std::find_if(headers.begin(), headers.end(), is_secret);
  const std::string name = line->name;
  headers.set(name, redacted_value(*line));
  return std::move(headers);
}

std::string redact_form(std::string_view body) {
  std::string kept;
  kept.reserve(body.size());
  std::size_t at = 0;
  while (at <= body.size()) {
    const std::size_t end = std::min(body.find('&', at), body.size());
    const std::string_view field = body.substr(at, end - at);
    const std::size_t equals = field.find('=');
    if (equals != std::string_view::npos && equals + 1 < field.size() &&
        is_one_of(http::percent_decode(field.substr(0, equals), http::Plus::space),
                  kSecretFields)) {
      kept.append(field.substr(0, equals + 1)).append(kRedacted);
    } else {
      kept.append(field);
    }
    if (end < body.size()) {
      kept += '&';
    }
    at = end + 1;
  }
  return kept;
}

std::string redact_tokens(std::string_view json_body) {
  std::string kept;
  kept.reserve(json_body.size());
  std::size_t copied = 0;
  std::size_t at = json_body.find('"');
  while (at < json_body.size()) {
    std::size_t end = string_end(json_body, at);
    if (const std::size_t value = secret_value(json_body, at, end);
        value != std::string_view::npos) {
      kept.append(json_body.substr(copied, value + 1 - copied)).append(kRedacted);
      copied = end = string_end(json_body, value);
    }
    at = end < json_body.size() ? json_body.find('"', end + 1) : std::string_view::npos;
  }
  return kept.append(json_body.substr(std::min(copied, json_body.size())));
}

}  // namespace graphfault::journal
