// SPDX-License-Identifier: MIT
#include "call/failure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace graphclient {
namespace {

/// A terminal must not be steered by what a service sends.
std::string printable(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return text;
}

void line(std::string& out, std::string_view name, const std::string& value) {
  if (!value.empty()) {
    fmt::format_to(std::back_inserter(out), "  {:<12} {}\n", name, printable(value));
  }
}

std::string shown_code(const ServiceError& error) {
  const std::string specific = specific_code(error);
  return specific == error.code || error.code.empty()
             ? specific
             : fmt::format("{} (inside {})", specific, error.code);
}

void details(std::string& out, const ServiceError& error) {
  for (const ErrorDetail& detail : error.details) {
    const std::string target = detail.target.empty() ? "" : detail.target + ": ";
    line(out, "detail", fmt::format("{}{} {}", target, detail.code, detail.message));
  }
}

}  // namespace

std::string name_of(FailureKind kind) {
  switch (kind) {
    case FailureKind::refused:
      return "refused";
    case FailureKind::step_up:
      return "step-up needed";
    case FailureKind::exhausted:
      return "exhausted";
    case FailureKind::broken:
      return "no answer";
  }
  return {};
}

std::string report(const Failure& failure) {
  const ServiceError& error = failure.error;
  std::string out = fmt::format("{}: {}\n", name_of(failure.kind), printable(failure.request));
  line(out, "why", failure.reason);
  line(out, "status", error.status == 0 ? "" : std::to_string(error.status));
  line(out, "code", shown_code(error));
  line(out, "message", error.message);
  details(out, error);
  line(out, "claims", error.claims);
  line(out, "request-id", error.request_id);
  line(out, "date", error.date);
  line(out, "attempts", failure.attempts > 1 ? std::to_string(failure.attempts) : "");
  line(out, "what to do", advice(failure));
  return out;
}

std::string summary(const ServiceError& error) {
  std::string out;
  const auto add = [&out](const std::string& separator, const std::string& text) {
    if (!text.empty()) {
      out += (out.empty() ? "" : separator) + text;
    }
  };
  add("", error.status == 0 ? "" : std::to_string(error.status));
  add(" ", shown_code(error));
  add(": ", error.message);
  add(", ", error.request_id.empty() ? "" : "request-id " + error.request_id);
  return printable(out);
}

}  // namespace graphclient
