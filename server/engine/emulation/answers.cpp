// SPDX-License-Identifier: MIT
#include "engine/emulation/answers.hpp"

#include "base/json.hpp"
#include "graph/answers/answer_headers.hpp"
#include "graph/model/projection.hpp"
#include "http/percent.hpp"

#include <utility>

namespace graphfault::engine {
namespace {

/// `users`, and `users('u1')/messages` for a set below an entity.
std::string set_name(const EntitySet& set) {
  std::string name;
  for (std::size_t i = 0; i < set.path.size(); ++i) {
    if (i % 2 == 1) {
      name.append("('").append(set.path[i]).append("')");
    } else {
      name.append(i == 0 ? "" : "/").append(set.path[i]);
    }
  }
  return name;
}

bool is_token_option(std::string_view field) {
  const std::string name =
      graph::option_name(http::percent_decode(field.substr(0, field.find('=')), http::Plus::space));
  return name == "skiptoken";
}

}  // namespace

Emulated json_answer(const EntitySet& set, int status, std::string body, int units) {
  const bool directory = set.store.type().directory;
  Emulated answer{.status = status, .body = std::move(body)};
  answer.headers.reserve(6);
  answer.headers.add("Cache-Control", directory ? "no-cache" : "private");
  answer.headers.add("Content-Type", std::string(graph::success_content_type()));
  answer.headers.add("OData-Version", "4.0");
  if (directory) {
    answer.headers.add("x-ms-resource-unit", std::to_string(units));
  }
  return answer;
}

Emulated no_content() {
  Emulated answer{.status = 204};
  answer.headers.add("Cache-Control", "no-cache");
  return answer;
}

Emulated text_answer(std::string text) {
  Emulated answer{.body = std::move(text)};
  answer.headers.add("Cache-Control", "no-cache");
  answer.headers.add("Content-Type", "text/plain");
  answer.headers.add("OData-Version", "4.0");
  return answer;
}

void begin_object(std::string& out, const Call& call, const EntitySet& set,
                  const std::vector<std::string>& select, bool single) {
  out += R"({"@odata.context":)";
  append_json_string(out, call.base + "/" + call.version + "/$metadata" +
                              graph::context_of(set_name(set), select, single));
}

std::string own_address(const Call& call) { return call.base + call.target.path; }

std::string next_link(const Call& call, std::string_view token) {
  std::string link = own_address(call);
  link += '?';
  std::string_view rest = call.target.query;
  while (!rest.empty()) {
    const auto end = rest.find('&');
    const auto field = rest.substr(0, end);
    if (!field.empty() && !is_token_option(field)) {
      link.append(field).append("&");
    }
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return link.append("$skiptoken=").append(token);
}

std::string entity_address(const Call& call, const EntitySet& set, std::string_view id) {
  std::string address = call.base + "/" + call.version;
  for (const std::string& segment : set.path) {
    address.append("/").append(http::percent_encode(segment, "@"));
  }
  return address.append("/").append(http::percent_encode(id, "@"));
}

}  // namespace graphfault::engine
