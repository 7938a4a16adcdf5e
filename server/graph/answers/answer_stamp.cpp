// SPDX-License-Identifier: MIT
#include "graph/answers/answer_stamp.hpp"

#include <string_view>
#include <utility>

namespace graphfault::graph {
namespace {

constexpr std::size_t kLongestEcho = 128;

}  // namespace

AnswerStamp make_stamp(std::string request_id, const http::Headers& request, Instant wall) {
  const std::string_view sent = request.find("client-request-id").value_or(std::string_view{});
  const bool blank = sent.find_first_not_of(" \t") == std::string_view::npos;
  AnswerStamp stamp{.request_id = std::move(request_id), .wall = wall};
  stamp.client_request_id = blank ? stamp.request_id : std::string(sent.substr(0, kLongestEcho));
  return stamp;
}

}  // namespace graphfault::graph
