// SPDX-License-Identifier: MIT
// From a call's segments to the set and the act.
#include "engine/emulation/emulation.hpp"

#include "base/letter_case.hpp"
#include "engine/emulation/answers.hpp"
#include "engine/emulation/delta_read.hpp"
#include "engine/emulation/me.hpp"
#include "engine/emulation/set_read.hpp"
#include "engine/emulation/set_write.hpp"
#include "graph/answers/answer_headers.hpp"
#include "graph/errors/natural_error.hpp"

#include <string_view>
#include <utility>

namespace graphfault::engine {
namespace {

using Segments = std::vector<std::string>;
using Unexpected = tl::unexpected<graph::GraphError>;

constexpr std::string_view kListMethods = "GET, HEAD, POST, OPTIONS";
constexpr std::string_view kReadMethods = "GET, HEAD, OPTIONS";
constexpr std::string_view kDirectoryEntityMethods = "GET, HEAD, PATCH, DELETE, OPTIONS";
constexpr std::string_view kEntityMethods = "GET, HEAD, PATCH, PUT, DELETE, OPTIONS";

bool reads(const Call& call) {
  return call.request.method == "GET" || call.request.method == "HEAD";
}

EmulatedOr refuse(std::string_view allow) { return Unexpected(graph::method_not_allowed(allow)); }

EmulatedOr answer_list(const SetCall& at, Random& random) {
  if (reads(at.call)) {
    return read_list(at);
  }
  return at.call.request.method == "POST" ? create_entity(at, random) : refuse(kListMethods);
}

EmulatedOr answer_entity(const SetCall& at, const std::string& key) {
  const std::string& method = at.call.request.method;
  const bool directory = at.set.store.type().directory;
  if (reads(at.call)) {
    return read_entity(at, key);
  }
  if (method == "PATCH" || (method == "PUT" && !directory)) {
    return update_entity(at, key);
  }
  if (method == "DELETE") {
    return delete_entity(at, key);
  }
  return refuse(directory ? kDirectoryEntityMethods : kEntityMethods);
}

/// `rest` is what follows the set's path.
EmulatedOr answer_set(const SetCall& at, const Segments& rest, Random& random) {
  if (rest.empty()) {
    return answer_list(at, random);
  }
  if (rest.size() > 1) {
    return Unexpected(graph::unknown_segment(rest[1]));
  }
  if (equal_ignoring_case(rest.front(), "$count")) {
    return reads(at.call) ? read_count(at) : refuse(kReadMethods);
  }
  if (equal_ignoring_case(rest.front(), "delta")) {
    return reads(at.call) ? read_delta(at) : refuse(kReadMethods);
  }
  if (rest.front().starts_with('$') || rest.front().ends_with(')')) {
    return Unexpected(graph::unknown_segment(rest.front()));
  }
  return answer_entity(at, rest.front());
}

Segments after(const Segments& segments, std::size_t count) {
  return {segments.begin() + static_cast<std::ptrdiff_t>(count), segments.end()};
}

void append_set(std::string& out, const EntitySet& set) {
  const std::string& name = set.path.front();
  out += out.back() == '[' ? "{\"name\":" : ",{\"name\":";
  append_json_string(out, name);
  out += R"(,"kind":"EntitySet","url":)";
  append_json_string(out, name);
  out += '}';
}

/// `GET /v1.0`: the sets there are.
EmulatedOr service_document(const Call& call, Directory& directory) {
  if (!reads(call)) {
    return refuse(kReadMethods);
  }
  std::string out = R"({"@odata.context":)";
  append_json_string(out, call.base + "/" + call.version + "/$metadata");
  out += ",\"value\":[";
  append_set(out, directory.users());
  for (const EntitySet& set : directory.collections()) {
    if (set.path.size() == 1) {
      append_set(out, set);
    }
  }
  return json_answer(directory.users(), 200, out + "]}");
}

EmulatedOr preflight(const Call& call) {
  Emulated answer;
  answer.headers = graph::preflight_headers(call.request.headers);
  return answer;
}

/// The state that routing passes on.
struct Router {
  const Call& call;
  Directory& directory;
  scenario::License license = scenario::License::premium;
  Random& random;

  SetCall on(EntitySet& set) const { return SetCall{.call = call, .set = set, .license = license}; }

  EmulatedOr answer(const Segments& segments) const {
    if (EntitySet* set = directory.collection(segments)) {
      return answer_set(on(*set), after(segments, set->path.size()), random);
    }
    if (equal_ignoring_case(segments.front(), "users")) {
      return answer_users(segments);
    }
    return Unexpected(graph::unknown_segment(segments.front()));
  }

  /// A set below a user may be written with the user's id or name in the file; either reaches it.
  EntitySet* set_below_user(const Segments& segments) const {
    EntitySet& users = directory.users();
    const auto slot = segments.size() > 2 ? users.store.find(segments[1]) : std::nullopt;
    if (!slot) {
      return nullptr;
    }
    const graph::Value name = users.store.with_view(
        *slot, [](const graph::EntityView& view) { return view.value({"userPrincipalName"}); });
    Segments other = segments;
    other[1] = users.store.id(*slot);
    if (EntitySet* set = directory.collection(other)) {
      return set;
    }
    const auto* const text = std::get_if<std::string>(&name);
    other[1] = text == nullptr ? "" : *text;
    return directory.collection(other);
  }

  EmulatedOr answer_users(const Segments& segments) const {
    if (EntitySet* set = set_below_user(segments)) {
      return answer_set(on(*set), after(segments, set->path.size()), random);
    }
    return answer_set(on(directory.users()), after(segments, 1), random);
  }

  EmulatedOr answer_me(const Segments& segments) const {
    const auto id = signed_in_user(call, directory);
    if (!id) {
      return Unexpected(id.error());
    }
    if (EntitySet* set = directory.collection(segments)) {
      return answer_set(on(*set), after(segments, set->path.size()), random);
    }
    Segments user = after(segments, 1);
    user.insert(user.begin(), {"users", *id});
    return answer(user);
  }
};

}  // namespace

EmulatedOr emulate(const Call& call, Directory& directory, const scenario::Scenario& scenario,
                   Random& random) {
  if (call.request.method == "OPTIONS") {
    return preflight(call);
  }
  if (call.segments.empty() && !call.version.empty()) {
    return service_document(call, directory);
  }
  if (call.segments.empty() || call.version.empty()) {
    return Unexpected(graph::unknown_segment(call.segments.empty() ? "" : call.segments.front()));
  }
  const Router router{
      .call = call, .directory = directory, .license = scenario.tenant.license, .random = random};
  if (equal_ignoring_case(call.segments.front(), "me")) {
    return router.answer_me(call.segments);
  }
  return router.answer(call.segments);
}

}  // namespace graphfault::engine
