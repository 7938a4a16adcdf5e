// SPDX-License-Identifier: MIT
#include "control/message.hpp"

namespace graphfault::control {

Reply json_reply(int status, const Json& value) {
  Reply reply;
  reply.status = status;
  reply.body = value.dump(2, ' ', false, Json::error_handler_t::replace);
  reply.body += '\n';
  return reply;
}

Reply error_reply(int status, const std::string& message, const std::string& hint) {
  Json error = {{"status", status}, {"message", message}};
  if (!hint.empty()) {
    error["hint"] = hint;
  }
  return json_reply(status, Json{{"error", std::move(error)}});
}

Json problem_json(const Problem& problem) {
  Json json = Json::object();
  if (!problem.place.file.empty()) {
    json["file"] = problem.place.file;
  }
  if (problem.place.line > 0) {
    json["line"] = problem.place.line;
    json["column"] = problem.place.column;
  }
  json["message"] = problem.message;
  if (!problem.hint.empty()) {
    json["hint"] = problem.hint;
  }
  if (!problem.source_line.empty()) {
    json["sourceLine"] = problem.source_line;
  }
  return json;
}

Json problems_json(const Problems& problems) {
  Json list = Json::array();
  for (const Problem& problem : problems) {
    list.push_back(problem_json(problem));
  }
  return list;
}

}  // namespace graphfault::control
