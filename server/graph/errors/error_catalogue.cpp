// SPDX-License-Identifier: MIT
#include "graph/errors/error_catalogue.hpp"

#include "graph/errors/tables.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <map>
#include <tuple>

namespace graphfault::graph {
namespace {

std::vector<ErrorEntry> collect_entries() {
  std::vector<ErrorEntry> all;
  for (const errors::Table* table :
       {&errors::bad_requests(), &errors::unauthorized(), &errors::forbidden(), &errors::missing(),
        &errors::conflicts(), &errors::unprocessable(), &errors::throttled(),
        &errors::service_failures()}) {
    all.insert(all.end(), table->begin(), table->end());
  }
  std::sort(all.begin(), all.end(), [](const ErrorEntry& a, const ErrorEntry& b) {
    return std::tie(a.status, a.id) < std::tie(b.status, b.id);
  });
  return all;
}

/// The catalogue with its indexes.
struct Catalogue {
  std::vector<ErrorEntry> entries = collect_entries();
  std::map<std::string_view, const ErrorEntry*> by_id{};
  std::map<int, const ErrorEntry*> by_status{};

  Catalogue() {
    for (const ErrorEntry& entry : entries) {
      by_id.emplace(entry.id, &entry);
      if (entry.on_errors_page) {
        by_status[entry.status] = &entry;
      } else {
        by_status.emplace(entry.status, &entry);
      }
    }
  }
};

const Catalogue& catalogue() {
  static const Catalogue all;
  return all;
}

struct Sample {
  std::string_view name{};
  std::string_view value{};
};
/// What stands in the captures at those places.
constexpr std::array kSamples{
    Sample{"resource", "User"},
    Sample{"operator", "endsWith"},
    Sample{"size", "1000"},
    Sample{"request", "1"},
    Sample{"header", "x-ms-replica-session-key"},
    Sample{"permission", "AuditLog.Read.All"},
    Sample{"tenant", "tenant"},
    Sample{"seconds", "30"},
    Sample{"types", "application/json"},
    Sample{"content_type", "text/plain"},
};

std::string_view sample_property(std::string_view code) {
  if (code == "ExpandNotSupported") {
    return "Photo";
  }
  return code == "Request_UnsupportedQuery" ? "createdDateTime" : "displayName";
}

void replace_all(std::string& text, std::string_view name, std::string_view value) {
  std::string blank;
  blank.append("{").append(name).append("}");
  for (std::size_t at = text.find(blank); at != std::string::npos;
       at = text.find(blank, at + value.size())) {
    text.replace(at, blank.size(), value);
  }
}

}  // namespace

std::string_view evidence_text(Evidence evidence) {
  switch (evidence) {
    case Evidence::documented:
      return "documented";
    case Evidence::captured:
      return "captured";
    case Evidence::inferred:
      return "inferred";
  }
  return "inferred";
}

std::span<const ErrorEntry> error_catalogue() { return catalogue().entries; }

const ErrorEntry* find_error(std::string_view id) {
  const auto found = catalogue().by_id.find(id);
  return found == catalogue().by_id.end() ? nullptr : found->second;
}

const ErrorEntry* default_error(int status) {
  const auto found = catalogue().by_status.find(status);
  return found == catalogue().by_status.end() ? nullptr : found->second;
}

std::vector<const ErrorEntry*> errors_of_code(std::string_view code) {
  std::vector<const ErrorEntry*> found;
  if (code.empty()) {
    return found;
  }
  for (const ErrorEntry& entry : catalogue().entries) {
    if (entry.code == code && !entry.by_id_only) {
      found.push_back(&entry);
    }
  }
  return found;
}

GraphError make_error(const ErrorEntry& entry) {
  GraphError error{.status = entry.status,
                   .code = std::string(entry.code),
                   .message = std::string(entry.message),
                   .format = entry.format,
                   .page = std::string(entry.page)};
  error.inner.assign(entry.inner.begin(), entry.inner.end());
  for (const EntryDetail& detail : entry.details) {
    error.details.push_back({.code = std::string(detail.code),
                             .message = std::string(detail.message),
                             .target = std::string(detail.target)});
  }
  for (const EntryHeader& header : entry.headers) {
    error.headers.add(std::string(header.name), std::string(header.value));
  }
  return error;
}

GraphError make_error(std::string_view id) {
  const ErrorEntry* entry = find_error(id);
  assert(entry != nullptr);
  return entry == nullptr ? GraphError{} : make_error(*entry);
}

GraphError fill(GraphError error, std::string_view name, std::string_view value) {
  replace_all(error.message, name, value);
  return error;
}

void fill_rest(GraphError& error, std::string_view last_segment) {
  if (error.message.find('{') == std::string::npos) {
    return;
  }
  replace_all(error.message, "property", sample_property(error.code));
  for (const Sample& sample : kSamples) {
    replace_all(error.message, sample.name, sample.value);
  }
  replace_all(error.message, "id", last_segment);
  replace_all(error.message, "segment", last_segment);
}

}  // namespace graphfault::graph
