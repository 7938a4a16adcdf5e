// SPDX-License-Identifier: MIT
#pragma once

#include "base/json.hpp"

#include <optional>
#include <string_view>

namespace graphfault::engine {

/// A call's body as JSON: read at most once, and only when a rule asks for it. The text outlives
/// it.
class CallBody {
 public:
  explicit CallBody(std::string_view text) : text_(text) {}

  /// Null where the body is empty or no JSON. Valid as long as this.
  const Json* json() {
    if (!read_) {
      read_ = true;
      if (!text_.empty()) {
        if (Result<Json> parsed = parse_json(text_)) {
          json_ = std::move(*parsed);
        }
      }
    }
    return json_ ? &*json_ : nullptr;
  }

 private:
  std::string_view text_;
  bool read_ = false;
  std::optional<Json> json_;
};

}  // namespace graphfault::engine
