// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include "base/base64.hpp"
#include "base/time_text.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <sstream>

namespace graphfault::verdict {
namespace {

constexpr std::string_view kHost = "http://localhost:8080";
using std::chrono::milliseconds;

const Instant kStart{std::chrono::seconds(1'800'000'000)};

std::vector<std::string> split(std::string_view text, std::string_view by) {
  std::vector<std::string> parts;
  while (true) {
    const auto at = text.find(by);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) {
      return parts;
    }
    text.remove_prefix(at + by.size());
  }
}

using Setter = std::function<void(Exchange&, const std::string&)>;

const std::map<std::string, Setter>& answer_setters() {
  static const std::map<std::string, Setter> setters{
      {"took",
       [](Exchange& e, const std::string& v) {
         e.left = e.sent = e.begun + milliseconds(std::stoi(v));
       }},
      {"under-way", [](Exchange& e, const std::string&) { e.left = e.sent = std::nullopt; }},
      {"retry-after",
       [](Exchange& e, const std::string& v) { e.retry_after = parse_duration(v).value(); }},
      {"code", [](Exchange& e, const std::string& v) { e.code = v; }},
      {"next",
       [](Exchange& e, const std::string& v) {
         e.response_body.text =
             "{\"@odata.nextLink\":\"" + std::string(kHost) + v + "\",\"value\":[{}]}";
       }},
      {"empty",
       [](Exchange& e, const std::string& v) {
         e.response_body.text =
             "{\"@odata.nextLink\":\"" + std::string(kHost) + v + "\",\"value\":[]}";
       }},
      {"text", [](Exchange& e, const std::string& v) { e.response_body.text = v; }},
      {"lifetime",
       [](Exchange& e, const std::string& v) {
         e.response_body.text = "{\"expires_in\":" + v + "}";
       }},
      {"challenge",
       [](Exchange& e, const std::string& v) {
         e.response_headers.add("WWW-Authenticate",
                                "Bearer error=\"insufficient_claims\", claims=\"" +
                                    base64(v.empty() ? "{}" : v) + "\"");
       }},
      {"header",
       [](Exchange& e, const std::string& v) {
         const auto colon = v.find(':');
         e.response_headers.add(v.substr(0, colon), v.substr(colon + 1));
       }},
      {"kept-in-part", [](Exchange& e, const std::string&) { e.response_body.cut = true; }},
      {"run-out",
       [](Exchange& e, const std::string&) {
         e.response_body.text = "Lifetime validation failed, the token is expired.";
       }},
      {"location",
       [](Exchange& e, const std::string& v) {
         e.response_headers.add("Location", std::string(kHost) + v);
       }},
      {"fault", [](Exchange& e, const std::string& v) { e.fault = v; }},
      {"cut", [](Exchange& e, const std::string&) { e.aborted = true; }},
  };
  return setters;
}

const std::map<std::string, Setter>& request_setters() {
  static const std::map<std::string, Setter> setters{
      {"token", [](Exchange& e, const std::string& v) { e.caller.token_id = v; }},
      {"state", [](Exchange& e, const std::string& v) { e.caller.state = graph::token_state(v); }},
      {"app", [](Exchange& e, const std::string& v) { e.caller.app = v; }},
      {"id",
       [](Exchange& e, const std::string& v) { e.request_headers.add("client-request-id", v); }},
      {"attempt",
       [](Exchange& e, const std::string& v) { e.request_headers.add("Retry-Attempt", v); }},
      {"consistency",
       [](Exchange& e, const std::string& v) { e.request_headers.add("ConsistencyLevel", v); }},
      {"if-match", [](Exchange& e, const std::string& v) { e.request_headers.add("If-Match", v); }},
      {"parent", [](Exchange& e, const std::string& v) { e.parent = std::stoull(v); }},
      {"op", [](Exchange& e, const std::string& v) { e.operation = v; }},
      {"needs", [](Exchange& e, const std::string& v) { e.depends_on = split(v, ","); }},
      {"counts",
       [](Exchange& e, const std::string& v) {
         for (const std::string& number : split(v, ",")) {
           e.counted.push_back(static_cast<std::uint32_t>(std::stoul(number)) - 1);
         }
       }},
      {"body", [](Exchange& e, const std::string& v) { e.body_hash = v; }},
      {"form", [](Exchange& e, const std::string& v) { e.request_body.text = v; }},
      {"sequence", [](Exchange& e, const std::string& v) { e.sequence = std::stoull(v); }},
      {"frozen", [](Exchange& e, const std::string&) { e.tenant_begun = kStart; }},
      {"rule", [](Exchange& e, const std::string& v) { e.played.rule = std::stoi(v); }},
      {"clock",
       [](Exchange& e, const std::string& v) {
         e.tenant_begun = e.begun + milliseconds(std::stoi(v));
       }},
  };
  return setters;
}

graph::Surface surface_of(std::string_view path) {
  const auto holds = [path](std::string_view part) {
    return path.find(part) != std::string_view::npos;
  };
  const bool sign_in = holds("/oauth2/") || holds("/discovery/") || holds("/.well-known/") ||
                       path.starts_with("/userrealm/");
  return sign_in ? graph::Surface::sign_in : graph::Surface::graph;
}

void take_word(Exchange& exchange, const std::string& word) {
  const auto at = word.find('=');
  const std::string key = word.substr(0, at);
  const std::string value = at == std::string::npos ? "" : word.substr(at + 1);
  const auto request = request_setters().find(key);
  const auto answer = answer_setters().find(key);
  if (request != request_setters().end()) {
    request->second(exchange, value);
  } else if (answer != answer_setters().end()) {
    answer->second(exchange, value);
  } else {
    ADD_FAILURE() << "no such key in a journal text: " << key;
  }
}

Exchange exchange_of(const std::string& text, std::uint64_t sequence) {
  std::istringstream words(text);
  int begun = 0;
  std::string target;
  Exchange exchange{.sequence = sequence};
  words >> begun >> exchange.method >> target >> exchange.status;
  exchange.begun = exchange.tenant_begun = kStart + milliseconds(begun);
  exchange.left = exchange.sent = exchange.begun + milliseconds(10);
  exchange.url = std::string(kHost) + target;
  const auto question = target.find('?');
  exchange.path = target.substr(0, question);
  exchange.query = question == std::string::npos ? "" : target.substr(question + 1);
  if (exchange.path.starts_with("/v1.0")) {
    exchange.path.erase(0, 5);
  }
  exchange.surface = surface_of(exchange.path);
  exchange.version = exchange.surface == graph::Surface::graph ? "v1.0" : "";
  exchange.caller = {.token_id = "t1", .app = "a1", .state = graph::TokenState::valid};
  for (std::string word; words >> word;) {
    take_word(exchange, word);
  }
  return exchange;
}

}  // namespace

std::vector<Exchange> journal_of(std::string_view text) {
  std::vector<Exchange> exchanges;
  if (text.empty()) {
    return exchanges;
  }
  for (const std::string& part : split(text, " | ")) {
    exchanges.push_back(exchange_of(part, exchanges.size() + 1));
  }
  return exchanges;
}

void expect_states(Opinion (*rule)(const Record&), const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    std::vector<Exchange> exchanges = journal_of(row.journal);
    const Instant now =
        exchanges.empty() ? kStart : exchanges.back().begun + std::chrono::seconds(1);
    const Record record(std::move(exchanges), {.now = now, .ended = row.ended});
    const Opinion opinion = rule(record);
    std::string evidence;
    for (const auto* list : {&opinion.broken, &opinion.open, &opinion.kept}) {
      for (const Evidence& item : *list) {
        evidence += "\n  " + item.text;
      }
    }
    EXPECT_EQ(text_of(opinion.state()), text_of(row.state)) << row.name << evidence;
  }
}

}  // namespace graphfault::verdict
