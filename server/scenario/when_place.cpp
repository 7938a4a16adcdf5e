// SPDX-License-Identifier: MIT
// The parts of a `when` that say what is called and how: surface and path, the host of a handshake,
// version, method, the place in a batch.
#include "base/letter_case.hpp"
#include "scenario/conditions/describe_value.hpp"
#include "scenario/when_parts.hpp"

#include <algorithm>
#include <string_view>

namespace graphfault::scenario {
namespace {

using Part = Mismatch::Part;

bool lists(const std::vector<std::string>& methods, std::string_view method) {
  return std::find(methods.begin(), methods.end(), method) != methods.end();
}

// --- path and host

Failure path_failure(const When& when, const Asked& asked) {
  return unless(when.surface == asked->surface && matches(when.path, asked->segments));
}

bool path_covers(const When& a, const When& b) {
  return a.surface == b.surface && covers(a.path, b.path);
}

std::string path_reason(const When& when, std::size_t /*failed*/) {
  return "its path is " + when.path.text;
}

Failure host_failure(const When& when, const Asked& asked) {
  return unless(!when.host || passes(*when.host, asked->host.empty() ? std::nullopt
                                                                     : std::optional(asked->host)));
}

bool host_covers(const When& a, const When& b) {
  return !a.host || (b.host && covers(*a.host, *b.host));
}

std::string host_reason(const When& when, std::size_t /*failed*/) {
  return "it asks that the host " + describe(*when.host);
}

// --- version and method

/// A path of Graph has one; the others have none.
Failure version_failure(const When& when, const Asked& asked) {
  return unless(
      when.surface != Surface::graph ||
      (when.path.version.empty() ? !asked->version.empty() : when.path.version == asked->version));
}

bool version_covers(const When& a, const When& b) {
  return a.path.version.empty() || a.path.version == b.path.version;
}

std::string version_reason(const When& when, std::size_t /*failed*/) {
  return when.path.version.empty() ? "Graph paths begin with /v1.0 or /beta"
                                   : "its version is " + when.path.version;
}

bool is_special(std::string_view method) { return method == "OPTIONS" || method == "HEAD"; }

Failure method_failure(const When& when, const Asked& asked) {
  return unless(when.methods.empty() ? !is_special(asked->method)
                                     : lists(when.methods, asked->method));
}

bool method_covers(const When& a, const When& b) {
  if (a.methods.empty()) {
    return std::none_of(b.methods.begin(), b.methods.end(), is_special);
  }
  return !b.methods.empty() &&
         std::all_of(b.methods.begin(), b.methods.end(),
                     [&a](const std::string& method) { return lists(a.methods, method); });
}

std::string method_reason(const When& when, std::size_t /*failed*/) {
  if (when.methods.empty()) {
    return "only rules that name OPTIONS or HEAD match them";
  }
  std::string reason = "its method is ";
  for (std::size_t i = 0; i < when.methods.size(); ++i) {
    reason.append(i == 0 ? "" : " or ").append(when.methods[i]);
  }
  return reason;
}

// --- batch and operation

Failure batch_failure(const When& when, const Asked& asked) {
  return unless(asked->operation ? when.in_batch : !when.operation);
}

/// What asks for an operation is left to the part of operations.
bool batch_covers(const When& a, const When& b) { return a.in_batch || !b.in_batch; }

std::string batch_reason(const When& when, std::size_t /*failed*/) {
  return when.operation ? "it is for operations of a batch only"
                        : "it is not for operations of a batch (in_batch: false)";
}

Failure operation_failure(const When& when, const Asked& asked) {
  const std::optional<OperationTest>& test = when.operation;
  return unless(!test || (asked->operation && (!test->id || *test->id == asked->operation->id) &&
                          (!test->position || *test->position == asked->operation->position)));
}

bool operation_covers(const When& a, const When& b) {
  return !a.operation ||
         (b.operation && (!a.operation->id || a.operation->id == b.operation->id) &&
          (!a.operation->position || a.operation->position == b.operation->position));
}

std::string operation_reason(const When& when, std::size_t /*failed*/) {
  const OperationTest& test = *when.operation;
  std::string reason = "it is for operation ";
  if (test.id) {
    reason.append("id ").append(*test.id);
  }
  if (test.position) {
    reason.append(test.id ? " at position " : "position ").append(std::to_string(*test.position));
  }
  return reason;
}

}  // namespace

constinit const WhenPart kPathPart{Part::surface_or_path, path_failure, path_covers, path_reason};
constinit const WhenPart kHostPart{Part::host, host_failure, host_covers, host_reason};
constinit const WhenPart kVersionPart{Part::version, version_failure, version_covers,
                                      version_reason};
constinit const WhenPart kMethodPart{Part::method, method_failure, method_covers, method_reason};
constinit const WhenPart kBatchPart{Part::batch, batch_failure, batch_covers, batch_reason};
constinit const WhenPart kOperationPart{Part::operation, operation_failure, operation_covers,
                                        operation_reason};

}  // namespace graphfault::scenario
