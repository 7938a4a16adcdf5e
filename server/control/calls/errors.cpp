// SPDX-License-Identifier: MIT
#include "control/calls/resources.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "graph/sign_in/aadsts.hpp"

#include <string>

namespace graphfault::control {
namespace {

std::string_view text_of(graph::BodyFormat format) {
  switch (format) {
    case graph::BodyFormat::json:
      return "json";
    case graph::BodyFormat::html:
      return "html";
    case graph::BodyFormat::empty:
      break;
  }
  return "empty";
}

Json entry_json(const graph::ErrorEntry& entry) {
  Json json = {
      {"id", entry.id}, {"status", entry.status}, {"code", entry.code}, {"message", entry.message}};
  if (!entry.inner.empty()) {
    json["inner"] = entry.inner;
  }
  json["body"] = text_of(entry.format);
  json["evidence"] = graph::evidence_text(entry.evidence);
  json["source"] = entry.source;
  return json;
}

Json sign_in_json(const graph::SignInError& entry) {
  return Json{{"id", "AADSTS" + std::to_string(entry.number)},
              {"status", entry.status},
              {"error", entry.error},
              {"text", entry.text},
              {"evidence", graph::evidence_text(entry.evidence)},
              {"source", entry.source}};
}

}  // namespace

Reply get_errors(const Call& /*call*/, Subject& /*subject*/) {
  Json errors = Json::array();
  for (const graph::ErrorEntry& entry : graph::error_catalogue()) {
    errors.push_back(entry_json(entry));
  }
  Json sign_in = Json::array();
  for (const graph::SignInError& entry : graph::sign_in_errors()) {
    sign_in.push_back(sign_in_json(entry));
  }
  return json_reply(200, Json{{"errors", std::move(errors)}, {"signIn", std::move(sign_in)}});
}

}  // namespace graphfault::control
