// SPDX-License-Identifier: MIT
#include "graph/batch/batch.hpp"

#include "base/base64.hpp"
#include "base/json.hpp"
#include "base/letter_case.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "graph/paths/graph_path.hpp"
#include "http/percent.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace graphfault::graph {
namespace {

using Fault = std::optional<GraphError>;
using Ids = std::map<std::string, std::size_t, LessIgnoringCase>;

GraphError invalid_payload() { return make_error("batch-payload-invalid"); }

/// A member that has to be a text, and not an empty one.
bool read_text(const Json& object, const char* name, std::string& out) {
  const auto at = object.find(name);
  if (at == object.end() || !at->is_string()) {
    return false;
  }
  out = at->get<std::string>();
  return !out.empty();
}

bool read_headers(const Json& object, http::Headers& out) {
  const auto at = object.find("headers");
  if (at == object.end() || at->is_null()) {
    return true;
  }
  if (!at->is_object()) {
    return false;
  }
  for (const auto& [name, value] : at->items()) {
    std::string text = value.is_string() ? value.get<std::string>() : json_text(value);
    if (!http::is_token(name) || !http::is_header_value(text)) {
      return false;
    }
    out.add(name, std::move(text));
  }
  return true;
}

bool is_json(const http::Headers& headers) {
  const auto type = headers.find("Content-Type");
  return type && lower(*type).find("json") != std::string::npos;
}

void read_body(const Json& object, BatchOperation& operation) {
  const auto at = object.find("body");
  if (at == object.end() || at->is_null()) {
    return;
  }
  if (!at->is_string()) {
    operation.body = json_text(*at);
    return;
  }
  const auto& text = at->get_ref<const std::string&>();
  auto decoded = from_base64(text);
  if (decoded && !text.empty()) {
    operation.body = *std::move(decoded);
  } else {
    operation.body = is_json(operation.headers) ? json_text(*at) : text;
  }
}

bool read_dependencies(const Json& object, BatchOperation& operation) {
  auto at = object.find("dependsOn");
  if (at == object.end()) {
    at = object.find("depends_on");
    operation.misspelt_depends_on = at != object.end();
  }
  if (at == object.end() || at->is_null()) {
    return true;
  }
  if (!at->is_array()) {
    return false;
  }
  for (const Json& id : *at) {
    if (!id.is_string()) {
      return false;
    }
    operation.depends_on.push_back(id.get<std::string>());
  }
  return true;
}

std::optional<BatchOperation> read_operation(const Json& object) {
  BatchOperation operation;
  if (!object.is_object() || !read_text(object, "id", operation.id) ||
      !read_text(object, "method", operation.method) || !read_text(object, "url", operation.url) ||
      !http::is_token(operation.method) || !read_headers(object, operation.headers) ||
      !read_dependencies(object, operation)) {
    return std::nullopt;
  }
  std::transform(
      operation.method.begin(), operation.method.end(), operation.method.begin(),
      [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  read_body(object, operation);
  return operation;
}

Fault check_ids(const Batch& batch, Ids& ids) {
  for (std::size_t i = 0; i < batch.operations.size(); ++i) {
    const std::string& id = batch.operations[i].id;
    if (!ids.emplace(id, i).second) {
      return fill(make_error("batch-id-not-unique"), "request", id);
    }
  }
  return std::nullopt;
}

Fault check_bodies(const Batch& batch) {
  for (const BatchOperation& operation : batch.operations) {
    const bool writes =
        operation.method == "POST" || operation.method == "PATCH" || operation.method == "PUT";
    const bool whole = !operation.body.empty() && operation.headers.contains("Content-Type");
    if (!whole && (writes || !operation.body.empty())) {
      return fill(make_error("batch-write-without-body"), "request", operation.id);
    }
  }
  return std::nullopt;
}

/// Turns one operation's ids into indexes; all must stand before `position`.
Fault resolve_dependencies(BatchOperation& operation, std::size_t position, const Ids& ids) {
  auto& indexes = operation.dependencies;
  for (std::string& id : operation.depends_on) {
    const auto at = ids.find(id);
    if (at == ids.end() || at->second >= position) {
      return fill(make_error("batch-dependency-invalid"), "request", operation.id);
    }
    id = at->first;
    if (std::find(indexes.begin(), indexes.end(), at->second) == indexes.end()) {
      indexes.push_back(at->second);
    }
  }
  return std::nullopt;
}

/// Turns ids into indexes, spelt as the operations spell them.
Fault resolve_dependencies(Batch& batch, const Ids& ids) {
  for (std::size_t i = 0; i < batch.operations.size(); ++i) {
    if (auto fault = resolve_dependencies(batch.operations[i], i, ids)) {
      return fault;
    }
  }
  return std::nullopt;
}

/// Every operation after the first depends on exactly the one that `on` says.
template <class On>
bool all_depend(const Batch& batch, On on) {
  for (std::size_t i = 1; i < batch.operations.size(); ++i) {
    const auto& indexes = batch.operations[i].dependencies;
    if (indexes.size() != 1 || indexes.front() != on(i)) {
      return false;
    }
  }
  return true;
}

Fault check_pattern(const Batch& batch) {
  const bool parallel =
      std::all_of(batch.operations.begin(), batch.operations.end(),
                  [](const BatchOperation& operation) { return operation.dependencies.empty(); });
  const bool chain = all_depend(batch, [](std::size_t i) { return i - 1; });
  const bool same = all_depend(batch, [](std::size_t) { return std::size_t{0}; });
  if (parallel || chain || same) {
    return std::nullopt;
  }
  return make_error("batch-mixed-dependencies");
}

bool is_batch(const BatchOperation& operation) {
  const std::string target = operation_target(operation.url, "v1.0");
  std::string path = lower(http::percent_decode(target.substr(0, target.find('?'))));
  while (path.ends_with('/')) {
    path.pop_back();
  }
  return path == "/v1.0/$batch" || path == "/beta/$batch";
}

Fault check_nesting(const Batch& batch) {
  if (std::any_of(batch.operations.begin(), batch.operations.end(), is_batch)) {
    return make_error("batch-in-batch");
  }
  return std::nullopt;
}

Fault check(Batch& batch) {
  if (batch.operations.size() > kMaxBatchOperations) {
    return make_error("batch-too-large");
  }
  Ids ids;
  Fault fault = check_ids(batch, ids);
  fault = fault ? fault : check_bodies(batch);
  fault = fault ? fault : resolve_dependencies(batch, ids);
  fault = fault ? fault : check_pattern(batch);
  return fault ? fault : check_nesting(batch);
}

}  // namespace

tl::expected<Batch, GraphError> parse_batch(std::string_view payload) {
  const auto json = parse_json(payload);
  if (!json || !json->is_object()) {
    return tl::unexpected<GraphError>(invalid_payload());
  }
  const auto requests = json->find("requests");
  if (requests == json->end() || !requests->is_array() || requests->empty()) {
    return tl::unexpected<GraphError>(invalid_payload());
  }
  Batch batch;
  for (const Json& object : *requests) {
    auto operation = read_operation(object);
    if (!operation) {
      return tl::unexpected<GraphError>(invalid_payload());
    }
    batch.operations.push_back(*std::move(operation));
  }
  if (auto fault = check(batch)) {
    return tl::unexpected<GraphError>(*std::move(fault));
  }
  return batch;
}

}  // namespace graphfault::graph
