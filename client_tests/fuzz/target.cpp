// SPDX-License-Identifier: MIT
// A request target, its query and its escapes.
#include "driver/target.hpp"

#include "graph/paths/graph_path.hpp"
#include "http/percent.hpp"
#include "http/target.hpp"

namespace graphfault::fuzz {

void try_input(std::string_view input) {
  const std::string decoded = http::percent_decode(input);
  require(decoded.size() <= input.size(), "decoding makes nothing longer");
  require(http::percent_decode(http::percent_encode(input)) == input, "what is encoded decodes");
  require(http::percent_decode(http::percent_encode(input), http::Plus::space) == input,
          "what is encoded decodes as a form");
  for (const http::Field& field : http::parse_fields(input)) {
    require(field.name.size() + field.value.size() <= input.size(), "a field is part of its text");
  }
  if (const auto target = http::parse_target(input)) {
    require(target->origin.empty() || target->origin.find("://") != std::string::npos,
            "an origin has a scheme");
    require(target->path.size() + target->query.size() <= input.size() + 1,
            "a target is part of its text");
  }
  graph::operation_target(input, "v1.0");
}

}  // namespace graphfault::fuzz
