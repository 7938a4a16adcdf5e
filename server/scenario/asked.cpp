// SPDX-License-Identifier: MIT
#include "scenario/asked.hpp"

#include "base/letter_case.hpp"
#include "graph/odata/page_token.hpp"

#include <utility>

namespace graphfault::scenario {
namespace {

std::string_view without_dollar(std::string_view name) {
  return name.starts_with('$') ? name.substr(1) : name;
}

std::optional<std::string> read_page(const Asked& asked) {
  if (asked->method != "GET" && asked->method != "HEAD") {
    return std::nullopt;
  }
  const auto token = asked.option("skiptoken");
  if (!token) {
    return "1";
  }
  const std::optional<int> page = graph::page_of(*token);
  return page ? std::optional(std::to_string(*page)) : std::nullopt;
}

Json read_form(std::string_view text) {
  Json form = Json::object();
  for (http::Field& field : http::parse_fields(text)) {
    form[field.name] = std::move(field.value);
  }
  return form;
}

std::optional<Json> read_body(const AskedRequest& request) {
  if (request.surface == Surface::sign_in) {
    return read_form(request.body);
  }
  if (request.body.empty()) {
    return std::nullopt;
  }
  Result<Json> json = parse_json(request.body);
  return json ? std::optional(*std::move(json)) : std::nullopt;
}

}  // namespace

std::optional<std::string_view> Asked::option(std::string_view name) const {
  for (const http::Field& option : request_.options) {
    if (equal_ignoring_case(without_dollar(option.name), name)) {
      return option.value;
    }
  }
  return std::nullopt;
}

std::optional<std::string_view> Asked::header(std::string_view name) const {
  return request_.headers == nullptr ? std::nullopt : request_.headers->find(name);
}

std::optional<std::string_view> Asked::page() const {
  if (!page_) {
    page_.emplace(read_page(*this));
  }
  return *page_;
}

const Json* Asked::body() const {
  if (!body_) {
    body_.emplace(read_body(request_));
  }
  return *body_ ? &**body_ : nullptr;
}

}  // namespace graphfault::scenario
