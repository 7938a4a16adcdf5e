// SPDX-License-Identifier: MIT
#include "app/log/log_line.hpp"

#include "base/json.hpp"
#include "base/letter_case.hpp"
#include "base/time_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace graphfault::app {
namespace {

constexpr std::size_t kTargetShown = 400;

constexpr std::array<std::string_view, 9> kSecretFields = {
    "access_token", "client_secret", "client_assertion", "password", "refresh_token",
    "assertion",    "code",          "id_token",         "token"};

bool is_secret(std::string_view name) {
  return std::any_of(kSecretFields.begin(), kSecretFields.end(),
                     [&](std::string_view secret) { return equal_ignoring_case(secret, name); });
}

/// The target with the values of secret query options taken out, cut where it is long.
std::string shown_target(std::string_view target) {
  std::size_t at = std::min(target.find('?'), target.size());
  std::string shown(target.substr(0, at));
  while (at < target.size()) {
    const std::size_t end = std::min(target.find('&', at + 1), target.size());
    const std::string_view field = target.substr(at, end - at);
    const std::size_t equals = std::min(field.find('='), field.size());
    shown += is_secret(field.substr(1, equals - 1))
                 ? std::string(field.substr(0, equals)) + "=[redacted]"
                 : std::string(field);
    at = end;
  }
  if (shown.size() > kTargetShown) {
    shown.resize(kTargetShown);
    shown += "...";
  }
  return shown;
}

std::string_view text_of(http::Ending ending) {
  switch (ending) {
    case http::Ending::complete:
      return "";
    case http::Ending::close_before:
      return "close";
    case http::Ending::reset_before:
      return "reset";
    case http::Ending::truncate:
      return "truncate";
    case http::Ending::stall:
      break;
  }
  return "stall";
}

bool has_status(http::Ending ending) {
  return ending == http::Ending::complete || ending == http::Ending::truncate;
}

/// For a terminal: nothing that could move its cursor.
std::string printable(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, '?');
  return text;
}

std::string_view text_of(News::Level level) {
  switch (level) {
    case News::Level::info:
      return "info";
    case News::Level::warning:
      return "warning";
    case News::Level::error:
      break;
  }
  return "error";
}

std::string time_of_day(Instant at) {
  constexpr std::size_t kDate = 11;  // "2026-02-11T"
  return iso_date_millis(at).substr(kDate, 12);
}

void member(std::string& out, std::string_view name, std::string_view value) {
  out += out.size() > 1 ? "," : "";
  append_json_string(out, name);
  out += ':';
  append_json_string(out, value);
}

}  // namespace

std::string text_line(const LoggedExchange& exchange) {
  std::string line = time_of_day(exchange.at) + ' ' + exchange.method + ' ' +
                     shown_target(exchange.target) + " -> ";
  const std::string_view ending = text_of(exchange.ending);
  if (has_status(exchange.ending)) {
    line += std::to_string(exchange.status) + (ending.empty() ? "" : " ");
  }
  line += ending;
  if (exchange.delay > Duration::zero()) {
    line +=
        " after " + duration_text(std::chrono::floor<std::chrono::milliseconds>(exchange.delay));
  }
  if (!exchange.answered_by.empty()) {
    line += "  " + exchange.answered_by;
  }
  if (!exchange.hint.empty()) {
    line += "  (" + exchange.hint + ')';
  }
  return printable(std::move(line)) + '\n';
}

std::string json_line(const LoggedExchange& exchange) {
  std::string out = "{";
  member(out, "time", iso_date_millis(exchange.at));
  member(out, "method", exchange.method);
  member(out, "target", shown_target(exchange.target));
  if (has_status(exchange.ending)) {
    out += ",\"status\":" + std::to_string(exchange.status);
  }
  if (exchange.ending != http::Ending::complete) {
    member(out, "ending", text_of(exchange.ending));
  }
  if (exchange.delay > Duration::zero()) {
    member(out, "delay", duration_text(exchange.delay));
  }
  if (!exchange.answered_by.empty()) {
    member(out, "answeredBy", exchange.answered_by);
  }
  if (!exchange.hint.empty()) {
    member(out, "hint", exchange.hint);
  }
  return out + "}\n";
}

std::string text_line(const News& news) {
  const bool plain = news.level == News::Level::info;
  return time_of_day(news.at) + ' ' + (plain ? "" : std::string(text_of(news.level)) + ": ") +
         news.message + '\n';
}

std::string json_line(const News& news) {
  std::string out = "{";
  member(out, "time", iso_date_millis(news.at));
  member(out, "level", text_of(news.level));
  member(out, "message", news.message);
  for (const auto& [name, value] : news.members) {
    member(out, name, value);
  }
  return out + "}\n";
}

}  // namespace graphfault::app
