// SPDX-License-Identifier: MIT
#include "app/commands/verdict_command.hpp"

#include "app/command_line/exit_code.hpp"
#include "app/files/output_file.hpp"
#include "base/json.hpp"
#include "control/client.hpp"
#include "http/percent.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <ostream>
#include <utility>

namespace graphfault::app {
namespace {

constexpr std::chrono::seconds kVerdictTimeout{30};
constexpr int kExpectationFailed = 417;

constexpr std::array<std::pair<std::string_view, ReportFormat>, 4> kFormats{
    {{"text", ReportFormat::text},
     {"json", ReportFormat::json},
     {"junit", ReportFormat::junit},
     {"html", ReportFormat::html}}};

std::string_view name_of(ReportFormat format) {
  return std::find_if(kFormats.begin(), kFormats.end(),
                      [format](const auto& row) { return row.second == format; })
      ->first;
}

TakeValues take_format(ReportFormat& into) {
  return [&into](const Values& values) -> tl::expected<void, Problem> {
    const auto* const found = std::find_if(kFormats.begin(), kFormats.end(), [&](const auto& row) {
      return row.first == values.back();
    });
    if (found == kFormats.end()) {
      return fail("is '" + values.back() + "': choose text, json, junit or html");
    }
    into = found->second;
    return {};
  };
}

struct Origin {
  std::string host{};
  std::uint16_t port = 0;
};

/// `http://localhost:8081`, `localhost:8081`, `http://[::1]:8081/`.
std::optional<Origin> read_origin(std::string_view url) {
  if (url.starts_with("http://")) {
    url.remove_prefix(std::string_view("http://").size());
  }
  while (url.ends_with('/')) {
    url.remove_suffix(1);
  }
  const std::size_t colon = url.rfind(':');
  if (colon == std::string_view::npos || colon == 0) {
    return std::nullopt;
  }
  Origin origin{.host = std::string(url.substr(0, colon))};
  const std::string_view digits = url.substr(colon + 1);
  const auto [rest, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), origin.port);
  if (error != std::errc{} || rest != digits.data() + digits.size() || origin.port == 0 ||
      origin.host.find('/') != std::string::npos) {
    return std::nullopt;
  }
  if (origin.host.starts_with('[') && origin.host.ends_with(']')) {
    origin.host = origin.host.substr(1, origin.host.size() - 2);
  }
  return origin;
}

int say(const Streams& streams, const std::string& message, int code) {
  streams.err << "graphfault: " << message << '\n';
  return code;
}

/// What the control API says of a call that it refuses.
std::string refusal(const control::ClientReply& reply) {
  const auto body = parse_json(reply.body);
  if (body && body->contains("error")) {
    const Json& error = (*body)["error"];
    const std::string hint = error.is_object() ? error.value("hint", "") : "";
    const std::string message = error.is_object()   ? error.value("message", "")
                                : error.is_string() ? error.get<std::string>()
                                                    : "";
    return message + (hint.empty() ? "" : "; " + hint);
  }
  return "the control API answered " + std::to_string(reply.status);
}

std::string target_of(const VerdictOptions& options) {
  return "/tenants/" + http::percent_encode(options.tenant) +
         "/verdict?assert&format=" + std::string(name_of(options.format)) +
         (options.ended ? "&ended" : "");
}

int ask_verdict(const VerdictOptions& options, const Streams& streams) {
  const auto origin = read_origin(options.control_url);
  if (!origin) {
    return say(streams,
               "--control-url is '" + options.control_url + "': an address is http://HOST:PORT",
               kMisused);
  }
  const auto reply =
      control::call(origin->host, origin->port, {.target = target_of(options)}, kVerdictTimeout);
  if (!reply) {
    return say(streams, reply.error().message, kFailed);
  }
  if (reply->status != 200 && reply->status != kExpectationFailed) {
    return say(streams, refusal(*reply), kFailed);
  }
  if (options.out.empty()) {
    streams.out << reply->body;
  } else {
    const auto file = OutputFile::open(options.out);
    const auto written = file ? file->write(reply->body) : tl::unexpected(file.error());
    if (!written) {
      return say(streams, written.error().message, kFailed);
    }
  }
  return reply->status == 200 ? kGood : kFailed;
}

}  // namespace

Command verdict_command(const std::shared_ptr<VerdictOptions>& options) {
  return {.name = "verdict",
          .summary = "asks a running server whether a tenant's client coped; exit code 0 or 1",
          .positional = {},
          .tail = {},
          .options = {{.name = "--tenant",
                       .placeholder = "NAME",
                       .help = "the tenant: a scenario's name, or NAME.LABEL",
                       .fallback = "default",
                       .take = take_text(options->tenant)},
                      {.name = "--control-url",
                       .placeholder = "URL",
                       .help = "the server's control API",
                       .fallback = "http://localhost:8081",
                       .take = take_text(options->control_url)},
                      {.name = "--format",
                       .placeholder = "FORMAT",
                       .help = "text, json, junit or html",
                       .fallback = "text",
                       .take = take_format(options->format)},
                      {.name = "--out",
                       .placeholder = "FILE",
                       .help = "a file to write the verdict to",
                       .fallback = "standard output",
                       .take = take_text(options->out)},
                      {.name = "--ended",
                       .placeholder = {},
                       .help = "the client has finished: nothing is pending any more",
                       .fallback = {},
                       .take = take_switch(options->ended)}},
          .notes =
              "While the client may still come back after a refusal, the verdict is pending, and "
              "the exit code is 1 too.\n",
          .act = [options](const Streams& streams) { return ask_verdict(*options, streams); }};
}

}  // namespace graphfault::app
