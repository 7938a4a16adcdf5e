// SPDX-License-Identifier: MIT
#include "graph/batch_operation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphclient {
namespace {

bool holds(const std::vector<Operation>& operations, const std::string& id) {
  return position_of(operations, id) < operations.size();
}

Headers operation_headers(const Json& entry) {
  Headers headers;
  const Json* fields = member(entry, "headers");
  if (fields != nullptr && fields->is_object()) {
    for (const auto& field : fields->items()) {
      headers.push_back({.name = field.key(), .value = text_of(*fields, field.key())});
    }
  }
  return headers;
}

std::string problem_of(const Operation& operation, const std::vector<Operation>& earlier) {
  if (operation.id.empty() || operation.method.empty() || operation.url.empty()) {
    return "needs an id, a method and a url, each a text";
  }
  if (holds(earlier, operation.id)) {
    return fmt::format("has the id \"{}\" of an earlier one", operation.id);
  }
  for (const std::string& id : operation.depends_on) {
    if (!holds(earlier, id)) {
      return fmt::format("depends on \"{}\", which is not the id of an earlier one", id);
    }
  }
  return {};
}

Operation read_operation(const Json& entry) {
  Operation operation{.id = text_of(entry, "id"),
                      .method = text_of(entry, "method"),
                      .url = text_of(entry, "url"),
                      .headers = operation_headers(entry)};
  if (const Json* body = member(entry, "body")) {
    operation.body = *body;
  }
  const Json* depends_on = member(entry, "dependsOn");
  if (depends_on != nullptr && depends_on->is_array()) {
    for (const Json& id : *depends_on) {
      operation.depends_on.push_back(id.is_string() ? id.get<std::string>() : compact(id));
    }
  }
  return operation;
}

}  // namespace

std::size_t position_of(const std::vector<Operation>& operations, const std::string& id) {
  const auto found = std::find_if(operations.begin(), operations.end(),
                                  [&id](const Operation& one) { return same_name(one.id, id); });
  return static_cast<std::size_t>(found - operations.begin());
}

tl::expected<std::vector<Operation>, std::string> read_operations(const Json& document) {
  const Json* list = document.is_array() ? &document : member(document, "requests");
  if (list == nullptr || !list->is_array()) {
    return tl::unexpected(std::string("expected a list, or an object with the list \"requests\""));
  }
  std::vector<Operation> operations;
  for (const Json& entry : *list) {
    Operation operation = read_operation(entry);
    const std::string problem = problem_of(operation, operations);
    if (!problem.empty()) {
      return tl::unexpected(fmt::format("request {} {}", operations.size() + 1, problem));
    }
    operations.push_back(std::move(operation));
  }
  return operations;
}

Json write_operation(const Operation& operation) {
  Json out = Json::object();
  out["id"] = operation.id;
  out["method"] = operation.method;
  out["url"] = operation.url;
  Headers headers = operation.headers;
  if (!operation.body.is_null() && find_header(headers, "Content-Type") == nullptr) {
    headers.push_back({.name = "Content-Type", .value = "application/json"});
  }
  if (!headers.empty()) {
    Json& fields = out["headers"] = Json::object();
    for (const Header& header : headers) {
      fields[header.name] = header.value;
    }
  }
  if (!operation.body.is_null()) {
    out["body"] = operation.body;
  }
  if (!operation.depends_on.empty()) {
    out["dependsOn"] = operation.depends_on;
  }
  return out;
}

}  // namespace graphclient
