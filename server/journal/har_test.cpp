// SPDX-License-Identifier: MIT
#include "journal/har.hpp"

#include "journal/redaction.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace graphfault::journal {
namespace {

using namespace std::chrono_literals;

/// What http://www.softwareishard.com/blog/har-12-spec/ requires of each object: a name, and the
/// kind of its value.
struct Required {
  const char* object = nullptr;  ///< a JSON pointer; `*` stands for every entry
  std::vector<std::pair<const char*, bool (Json::*)() const noexcept>> members{};
};

const std::vector<Required> kRequired = {
    {"/log",
     {{"version", &Json::is_string}, {"creator", &Json::is_object}, {"entries", &Json::is_array}}},
    {"/log/creator", {{"name", &Json::is_string}, {"version", &Json::is_string}}},
    {"*",
     {{"startedDateTime", &Json::is_string},
      {"time", &Json::is_number},
      {"request", &Json::is_object},
      {"response", &Json::is_object},
      {"cache", &Json::is_object},
      {"timings", &Json::is_object}}},
    {"*/request",
     {{"method", &Json::is_string},
      {"url", &Json::is_string},
      {"httpVersion", &Json::is_string},
      {"cookies", &Json::is_array},
      {"headers", &Json::is_array},
      {"queryString", &Json::is_array},
      {"headersSize", &Json::is_number},
      {"bodySize", &Json::is_number}}},
    {"*/response",
     {{"status", &Json::is_number},
      {"statusText", &Json::is_string},
      {"httpVersion", &Json::is_string},
      {"cookies", &Json::is_array},
      {"headers", &Json::is_array},
      {"content", &Json::is_object},
      {"redirectURL", &Json::is_string},
      {"headersSize", &Json::is_number},
      {"bodySize", &Json::is_number}}},
    {"*/response/content", {{"size", &Json::is_number}, {"mimeType", &Json::is_string}}},
    {"*/timings",
     {{"send", &Json::is_number}, {"wait", &Json::is_number}, {"receive", &Json::is_number}}}};

void expect_members(const Json& object, const Required& required, const std::string& where) {
  for (const auto& [name, is_kind] : required.members) {
    ASSERT_TRUE(object.contains(name)) << where << " lacks " << name;
    EXPECT_TRUE((object.at(name).*is_kind)()) << where << "/" << name << ": " << object.at(name);
  }
}

Json archive(const std::vector<Exchange>& exchanges) {
  std::string out;
  append_har(out, exchanges, "1.2.3", "tenant throttled");
  const auto json = parse_json(out);
  EXPECT_TRUE(json) << out;
  return json ? *json : Json();
}

void expect_required(const Json& har) {
  for (const Required& required : kRequired) {
    const std::string object = required.object;
    if (object.front() != '*') {
      expect_members(har.at(Json::json_pointer(object)), required, object);
      continue;
    }
    for (std::size_t i = 0; i < har.at("log").at("entries").size(); ++i) {
      const std::string where = "/log/entries/" + std::to_string(i) + object.substr(1);
      expect_members(har.at(Json::json_pointer(where)), required, where);
    }
  }
}

Exchange throttled_in_har() {
  Exchange exchange;
  exchange.sequence = 4;
  exchange.begun = Instant(1'770'801'153'250ms);
  exchange.left = exchange.begun + 1500us;
  exchange.sent = exchange.begun + 2s;
  exchange.method = "GET";
  exchange.url = "http://localhost:8080/v1.0/users?$top=5&$filter=a%20eq%20'b'";
  exchange.request_headers = {{"Accept", "*/*"}, {"Prefer", "a"}, {"prefer", "b"}};
  exchange.status = 429;
  exchange.response_headers = {{"Content-Type", "application/json"}, {"Retry-After", "2"}};
  exchange.response_body = {.text = "{}", .size = 2, .cut = false};
  exchange.played = {
      .scenario = "throttled", .rule = 2, .step = 1, .rule_name = {}, .repeated = {}};
  return exchange;
}

TEST(Har, AnEmptyJournalIsAnArchive) {
  const Json har = archive({});
  expect_required(har);
  EXPECT_EQ(har.at("log").at("version"), "1.2");
  EXPECT_EQ(har.at("log").at("creator").at("version"), "1.2.3");
  EXPECT_EQ(har.at("log").at("comment"), "tenant throttled");
  EXPECT_EQ(har.at("log").at("entries"), Json::array());
}

TEST(Har, AnAnsweredRequest) {
  const Json har = archive({throttled_in_har()});
  expect_required(har);
  const Json& entry = har.at("log").at("entries").at(0);
  EXPECT_EQ(entry.at("startedDateTime"), "2026-02-11T09:12:33.250Z");
  EXPECT_EQ(entry.at("time"), 2000.0);
  EXPECT_EQ(entry.at("timings"), (Json{{"send", 0}, {"wait", 1.5}, {"receive", 1998.5}}));
  EXPECT_EQ(entry.at("comment"), "throttled/2 step 1");
  EXPECT_EQ(entry.at("request").at("headers").size(), 3U);
  EXPECT_EQ(entry.at("request").at("queryString").at(1),
            (Json{{"name", "$filter"}, {"value", "a eq 'b'"}}));
  EXPECT_FALSE(entry.at("request").contains("postData"));
  EXPECT_EQ(entry.at("response").at("statusText"), "Too Many Requests");
  EXPECT_EQ(entry.at("response").at("content"),
            (Json{{"size", 2}, {"mimeType", "application/json"}, {"text", "{}"}}));
  EXPECT_FALSE(entry.contains("_error"));
}

struct HarRow {
  const char* name = nullptr;
  std::function<void(Exchange&)> change{};
  const char* pointer = nullptr;  ///< into the entry
  Json value{};                   ///< null: there is no such member
};

const std::vector<HarRow> kRows = {
    {"a reset has no status",
     [](Exchange& e) {
       e.status = 0;
       e.fault = "reset";
       e.left.reset();
       e.response_headers = {};
       e.response_body = {};
     },
     "/_error", "fault: reset"},
    {"nor a phrase", [](Exchange& e) { e.status = 0; }, "/response/statusText", ""},
    {"a client that left", [](Exchange& e) { e.aborted = true; }, "/_error",
     "the client left before the answer was out"},
    {"an answer under way", [](Exchange& e) { e.left = e.sent = std::nullopt; }, "/time", 0.0},
    {"a clock that went back", [](Exchange& e) { e.left = e.begun - 1s; }, "/timings/wait", 0.0},
    {"a redirect", [](Exchange& e) { e.response_headers.add("Location", "http://x/y"); },
     "/response/redirectURL", "http://x/y"},
    {"no type", [](Exchange& e) { e.response_headers = {}; }, "/response/content/mimeType", ""},
    {"a posted body",
     [](Exchange& e) {
       e.request_headers.add("content-type", "application/json");
       e.request_body = {.text = "{\"a\":1}", .size = 7, .cut = false};
     },
     "/request/postData", Json{{"mimeType", "application/json"}, {"text", "{\"a\":1}"}}},
    {"posted bytes",
     [](Exchange& e) { e.request_body = {.text = "\xff\xd8", .size = 2, .cut = {}}; },
     "/request/postData", Json{{"mimeType", ""}, {"text", "/9g="}, {"_encoding", "base64"}}},
    {"answered bytes",
     [](Exchange& e) {
       e.response_body = {.text = std::string("\x89PNG\0", 5), .size = 5, .cut = {}};
     },
     "/response/content/text", "iVBORwA="},
    {"are named", [](Exchange& e) { e.response_body = {.text = "\xff", .size = 1, .cut = false}; },
     "/response/content/encoding", "base64"},
    {"text is not", [](Exchange& e) { e.response_body = {.text = "é", .size = 2, .cut = false}; },
     "/response/content/encoding", nullptr},
    {"a character cut in two is text",
     [](Exchange& e) { e.response_body = {.text = "a\xe2\x82", .size = 9, .cut = true}; },
     "/response/content/encoding", nullptr},
    {"a broken one in a whole body is not",
     [](Exchange& e) { e.response_body = {.text = "a\xe2\x82", .size = 3, .cut = false}; },
     "/response/content/encoding", "base64"},
    {"a cut body has its whole size",
     [](Exchange& e) { e.response_body = {.text = "abc", .size = 90, .cut = true}; },
     "/response/content/size", 90},
    {"and says so", [](Exchange& e) { e.response_body = {.text = "abc", .size = 90, .cut = true}; },
     "/response/content/comment", "the first 3 of 90 bytes were kept"},
    {"an operation names its batch",
     [](Exchange& e) {
       e.parent = 3;
       e.operation = "b";
     },
     "/_batch", 3},
    {"and itself",
     [](Exchange& e) {
       e.parent = 3;
       e.operation = "b";
     },
     "/_operation", "b"},
    {"a single request has none", [](Exchange&) {}, "/_batch", nullptr},
    {"the emulation answered", [](Exchange& e) { e.played = {}; }, "/comment", "emulation"},
    {"an early repeat", [](Exchange& e) { e.played.repeated = true; }, "/comment",
     "throttled/2 step 1, repeated inside its Retry-After"},
    {"a URL without query", [](Exchange& e) { e.url = "http://x/y"; }, "/request/queryString",
     Json::array()},
    {"what could not be read", [](Exchange& e) { e = Exchange{}; }, "/request/method", ""}};

TEST(Har, EachKindOfExchange) {
  for (const HarRow& row : kRows) {
    Exchange exchange = throttled_in_har();
    row.change(exchange);
    const Json har = archive({exchange});
    expect_required(har);
    const Json& entry = har.at("log").at("entries").at(0);
    const Json::json_pointer pointer(row.pointer);
    if (row.value.is_null()) {
      EXPECT_FALSE(entry.contains(pointer)) << row.name << ": " << entry;
    } else {
      ASSERT_TRUE(entry.contains(pointer)) << row.name << ": " << entry;
      EXPECT_EQ(entry.at(pointer), row.value) << row.name;
    }
  }
}

TEST(Har, SecretsStayRedacted) {
  Exchange exchange = throttled_in_har();
  exchange.request_headers =
      redact(http::Headers{{"Authorization", "Bearer abc"}, {"Cookie", "s=1"}});
  exchange.request_body.text = redact_form("client_id=x&client_secret=hush");
  exchange.request_body.size = 30;
  const std::string text = archive({exchange}).dump();
  EXPECT_THAT(text, ::testing::HasSubstr("Bearer [redacted]"));
  EXPECT_THAT(text, ::testing::Not(::testing::AnyOf(::testing::HasSubstr("abc"),
                                                    ::testing::HasSubstr("s=1"),
                                                    ::testing::HasSubstr("hush"))));
}

TEST(Har, EntriesComeInOrderOperationsAfterTheirBatch) {
  std::vector<Exchange> exchanges(3, throttled_in_har());
  exchanges[1].sequence = 5;
  exchanges[1].parent = 4;
  exchanges[2].sequence = 6;
  const Json har = archive(exchanges);
  expect_required(har);
  std::vector<int> order;
  for (const Json& entry : har.at("log").at("entries")) {
    order.push_back(entry.at("_sequence").get<int>());
  }
  EXPECT_EQ(order, (std::vector<int>{4, 5, 6}));
}

}  // namespace
}  // namespace graphfault::journal
