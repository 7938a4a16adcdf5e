// SPDX-License-Identifier: MIT
#include "graph/sign_in/aadsts.hpp"

#include "base/letter_case.hpp"
#include "base/time_text.hpp"
#include "graph/sign_in/tables.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace graphfault::graph {
namespace {

std::vector<SignInError> collect_sign_in_errors() {
  std::vector<SignInError> all;
  for (const auto part :
       {sign_in::client_errors(), sign_in::user_errors(), sign_in::service_errors()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  std::sort(all.begin(), all.end(),
            [](const SignInError& a, const SignInError& b) { return a.number < b.number; });
  return all;
}

/// The number that stands for a status on the token endpoint.
int number_for(int status) {
  switch (status) {
    case 401:
      return 7000215;
    case 429:
      return 90055;
    case 500:
      return 90006;
    default:
      return status > 500 ? 90033 : 9002313;
  }
}

std::string_view value_of(std::string_view name, const SignInErrorValues& values) {
  for (const http::Header& blank : values.blanks) {
    if (blank.name == name && !blank.value.empty()) {
      return blank.value;
    }
  }
  if (name == "app") {
    return values.app;
  }
  if (name == "tenant") {
    return values.tenant;
  }
  if (name == "resource") {
    return "00000003-0000-0000-c000-000000000000";
  }
  return name == "parameter" ? std::string_view("scope") : std::string_view();
}

/// The text with its placeholders filled in, in one pass, so that values can't add any.
std::string filled(std::string_view text, const SignInErrorValues& values) {
  std::string out;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) {
      break;
    }
    out.append(text.substr(0, open));
    out.append(value_of(text.substr(open + 1, close - open - 1), values));
    text.remove_prefix(close + 1);
  }
  return out.append(text);
}

std::string description(const SignInError& entry, const SignInErrorValues& values) {
  std::string out = "AADSTS" + std::to_string(entry.number) + ": ";
  out += values.message.empty() ? filled(entry.text, values) : values.message;
  out.append(" Trace ID: ").append(values.stamp.request_id);
  out.append(" Correlation ID: ").append(values.stamp.client_request_id);
  out.append(" Timestamp: ").append(sign_in_date(values.stamp.wall));
  return out;
}

Json default_claims() {
  return {{"access_token",
           {{"polids",
             {{"essential", true},
              {"Values", Json::array({"5ce770ea-8690-4747-aa73-c5b3cd509cd4"})}}}}}};
}

void add_optional(Json& body, const SignInError& entry, const SignInErrorValues& values) {
  const std::string suberror =
      values.suberror.empty() ? std::string(entry.suberror) : values.suberror;
  if (!suberror.empty()) {
    body["suberror"] = suberror;
  }
  if (values.claims || entry.with_claims) {
    body["claims"] = json_text(values.claims ? *values.claims : default_claims());
  }
}

}  // namespace

std::span<const SignInError> sign_in_errors() {
  static const std::vector<SignInError> all = collect_sign_in_errors();
  return all;
}

const SignInError* find_sign_in_error(int number) {
  const auto all = sign_in_errors();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const SignInError& entry) { return entry.number == number; });
  return found == all.end() ? nullptr : &*found;
}

const SignInError* find_sign_in_error(std::string_view name) {
  constexpr std::string_view kPrefix = "AADSTS";
  if (equal_ignoring_case(name.substr(0, kPrefix.size()), kPrefix)) {
    name.remove_prefix(kPrefix.size());
  }
  int number = 0;
  const auto [end, fault] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (fault != std::errc{} || end != name.data() + name.size()) {
    return nullptr;
  }
  return find_sign_in_error(number);
}

const SignInError& sign_in_error_for(std::string_view catalogue_id, int status) {
  const SignInError* entry = find_sign_in_error(catalogue_id);
  if (entry == nullptr) {
    entry = find_sign_in_error(number_for(status));
  }
  assert(entry != nullptr);
  return *entry;
}

std::string sign_in_error_code(const SignInError& entry, const SignInErrorValues& values) {
  return values.error.empty() ? std::string(entry.error) : values.error;
}

std::string sign_in_error_body(const SignInError& entry, const SignInErrorValues& values) {
  Json body = Json::object();
  body["error"] = sign_in_error_code(entry, values);
  body["error_description"] = description(entry, values);
  body["error_codes"] = Json::array({entry.number});
  body["timestamp"] = sign_in_date(values.stamp.wall);
  body["trace_id"] = values.stamp.request_id;
  body["correlation_id"] = values.stamp.client_request_id;
  const std::string origin =
      values.base.empty() ? std::string("https://login.microsoftonline.com") : values.base;
  body["error_uri"] = origin + "/error?code=" + std::to_string(entry.number);
  add_optional(body, entry, values);
  return json_text(body);
}

http::Headers sign_in_headers(SignInAnswer kind, const AnswerStamp& stamp) {
  const bool token = kind == SignInAnswer::token;
  http::Headers out;
  out.add("Cache-Control", token ? "no-store, no-cache" : "max-age=86400, private");
  if (token) {
    out.add("Pragma", "no-cache");
  }
  out.add("Content-Type", "application/json; charset=utf-8");
  if (token) {
    out.add("Expires", "-1");
  }
  out.add("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  out.add("X-Content-Type-Options", "nosniff");
  out.add("Access-Control-Allow-Origin", "*");
  out.add("P3P", R"(CP="DSP CUR OTPi IND OTRi ONL FIN")");
  out.add("client-request-id", stamp.client_request_id);
  out.add("x-ms-request-id", stamp.request_id);
  out.add("x-ms-ests-server", "2.1.11898.12 - EUS ProdSlices");
  out.add("Set-Cookie", "x-ms-gateway-slice=estsfd; path=/; secure; samesite=none; httponly");
  out.add("Set-Cookie", "stsservicecookie=estsfd; path=/; secure; samesite=none; httponly");
  out.add("Date", http_date(stamp.wall));
  return out;
}

}  // namespace graphfault::graph
