// SPDX-License-Identifier: MIT
#include "graph/batch_answer.hpp"

namespace graphclient {
namespace {

/// Header values are texts; some services write Retry-After as a number.
Headers answer_headers(const Json& entry) {
  Headers headers;
  const Json* fields = member(entry, "headers");
  if (fields == nullptr || !fields->is_object()) {
    return headers;
  }
  for (const auto& field : fields->items()) {
    const Json& value = field.value();
    headers.push_back({.name = field.key(),
                       .value = value.is_string() ? value.get<std::string>() : compact(value)});
  }
  return headers;
}

std::string id_of(const Json& entry) {
  const Json* id = member(entry, "id");
  if (id == nullptr) {
    return {};
  }
  return id->is_string() ? id->get<std::string>() : compact(*id);
}

}  // namespace

std::vector<OperationAnswer> read_batch_answer(const Json& body) {
  std::vector<OperationAnswer> answers;
  const Json* responses = member(body, "responses");
  if (responses == nullptr || !responses->is_array()) {
    return answers;
  }
  for (const Json& entry : *responses) {
    const Json* status = member(entry, "status");
    OperationAnswer answer{.id = id_of(entry), .headers = answer_headers(entry)};
    if (answer.id.empty() || status == nullptr || !status->is_number_integer()) {
      continue;
    }
    answer.status = status->get<int>();
    if (const Json* content = member(entry, "body")) {
      answer.body = *content;
    }
    answers.push_back(std::move(answer));
  }
  return answers;
}

}  // namespace graphclient
