// SPDX-License-Identifier: MIT
#include "journal/har.hpp"

#include "base/base64.hpp"
#include "base/time_text.hpp"
#include "base/utf8.hpp"
#include "http/status.hpp"
#include "http/target.hpp"
#include "journal/exchange_json.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::journal {
namespace {

constexpr int kUnknownSize = -1;
constexpr std::size_t kLongestSequence = 4;

Json har_headers(const http::Headers& headers) {
  Json lines = Json::array();
  for (const http::Header& line : headers) {
    lines.push_back(Json{{"name", line.name}, {"value", line.value}});
  }
  return lines;
}

Json query_json(std::string_view url) {
  Json options = Json::array();
  const std::size_t mark = url.find('?');
  if (mark == std::string_view::npos) {
    return options;
  }
  for (const http::Field& option : http::parse_fields(url.substr(mark + 1))) {
    options.push_back(Json{{"name", option.name}, {"value", option.value}});
  }
  return options;
}

std::string value_of(const http::Headers& headers, std::string_view name) {
  return std::string(headers.find(name).value_or(std::string_view()));
}

/// Text, where a cut may have parted its last character.
bool is_text(const KeptBody& body) {
  if (is_utf8(body.text)) {
    return true;
  }
  const std::size_t most = std::min(body.text.size(), kLongestSequence - 1);
  for (std::size_t less = 1; body.cut && less <= most; ++less) {
    if (is_utf8(std::string_view(body.text).substr(0, body.text.size() - less))) {
      return true;
    }
  }
  return false;
}

/// `encoding` is HAR's own name in an answer; a request has none and gets one of ours.
void put_text(Json& json, const KeptBody& body, const char* encoding) {
  if (is_text(body)) {
    json["text"] = body.text;
  } else {
    json["text"] = base64(body.text);
    json[encoding] = "base64";
  }
  if (body.cut) {
    json["comment"] =
        fmt::format("the first {} of {} bytes were kept", body.text.size(), body.size);
  }
}

Json har_request(const Exchange& exchange) {
  Json request = {{"method", exchange.method},
                  {"url", exchange.url},
                  {"httpVersion", "HTTP/1.1"},
                  {"cookies", Json::array()},
                  {"headers", har_headers(exchange.request_headers)},
                  {"queryString", query_json(exchange.url)}};
  if (exchange.request_body.size > 0) {
    Json& data = request["postData"];
    data["mimeType"] = value_of(exchange.request_headers, "Content-Type");
    put_text(data, exchange.request_body, "_encoding");
  }
  request["headersSize"] = kUnknownSize;
  request["bodySize"] = exchange.request_body.size;
  return request;
}

Json har_response(const Exchange& exchange) {
  Json content = {{"size", exchange.response_body.size},
                  {"mimeType", value_of(exchange.response_headers, "Content-Type")}};
  if (exchange.response_body.size > 0) {
    put_text(content, exchange.response_body, "encoding");
  }
  return Json{
      {"status", exchange.status},
      {"statusText",
       exchange.status == 0 ? std::string() : std::string(http::reason_phrase(exchange.status))},
      {"httpVersion", "HTTP/1.1"},
      {"cookies", Json::array()},
      {"headers", har_headers(exchange.response_headers)},
      {"content", std::move(content)},
      {"redirectURL", value_of(exchange.response_headers, "Location")},
      {"headersSize", kUnknownSize},
      {"bodySize", exchange.response_body.size}};
}

double milliseconds(std::optional<Instant> from, std::optional<Instant> to) {
  return from && to ? std::max(std::chrono::duration<double, std::milli>(*to - *from).count(), 0.0)
                    : 0.0;
}

std::string made_by(const Exchange& exchange) {
  const PlayedStep& played = exchange.played;
  if (played.rule == 0) {
    return "emulation";
  }
  return fmt::format("{}/{} step {}{}", played.scenario, played.rule, played.step,
                     played.repeated ? ", repeated inside its Retry-After" : "");
}

/// What became of an answer that did not arrive whole; empty for one that did.
std::string breakage(const Exchange& exchange) {
  if (!exchange.fault.empty()) {
    return "fault: " + exchange.fault;
  }
  return exchange.aborted ? "the client left before the answer was out" : "";
}

}  // namespace

Json har_entry(const Exchange& exchange) {
  const double wait = milliseconds(exchange.begun, exchange.left);
  const double receive = milliseconds(exchange.left, exchange.sent);
  Json entry = {{"startedDateTime", iso_date_millis(exchange.begun)},
                {"time", wait + receive},
                {"request", har_request(exchange)},
                {"response", har_response(exchange)},
                {"cache", Json::object()},
                {"timings", Json{{"send", 0}, {"wait", wait}, {"receive", receive}}},
                {"comment", made_by(exchange)}};
  put_har_members(entry, exchange);
  if (const std::string error = breakage(exchange); !error.empty()) {
    entry["_error"] = error;
  }
  return entry;
}

void append_har(std::string& out, const std::vector<Exchange>& exchanges, std::string_view version,
                std::string_view comment) {
  out += R"({"log":{"version":"1.2","creator":{"name":"graphfault","version":)";
  append_json_string(out, version);
  out += R"(},"comment":)";
  append_json_string(out, comment);
  out += R"(,"entries":[)";
  const char* separator = "\n";
  for (const Exchange& exchange : exchanges) {
    out += separator;
    out += json_text(har_entry(exchange));
    separator = ",\n";
  }
  out += "]}}\n";
}

}  // namespace graphfault::journal
