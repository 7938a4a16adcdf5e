// SPDX-License-Identifier: MIT
#pragma once

#include "graph/paths/graph_path.hpp"
#include "graph/tokens/token.hpp"
#include "http/headers.hpp"
#include "http/target.hpp"
#include "scenario/asked.hpp"
#include "scenario/testing/when_rows.hpp"

#include <string>

namespace graphfault::scenario {

/// A row's request, and what its views show.
class RowRequest {
 public:
  explicit RowRequest(const WhenRow& row);
  RowRequest(const RowRequest&) = delete;
  RowRequest& operator=(const RowRequest&) = delete;

  Asked asked() const { return Asked(asked_); }

 private:
  void place();

  WhenRow row_;
  graph::Token token_;
  http::Target target_{};
  http::Headers headers_{};
  graph::GraphPath path_{};
  AskedRequest asked_{};
};

/// A condition as a file has it between braces; `in_batch` may follow.
When when_of(const std::string& text);

}  // namespace graphfault::scenario
