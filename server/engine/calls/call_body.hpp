// SPDX-License-Identifier: MIT
#pragma once

#include "base/json.hpp"
#include "http/target.hpp"
#include "scenario/model.hpp"

#include <optional>
#include <string_view>

namespace graphfault::engine {

/// A call's body as JSON: read at most once, and only when a rule asks for it. The form of a
/// sign-in request is an object of its fields, all of them texts. The text outlives it.
class CallBody {
 public:
  explicit CallBody(std::string_view text, scenario::Surface surface = scenario::Surface::graph)
      : text_(text), is_form_(surface == scenario::Surface::sign_in) {}

  /// Null where the body is empty or no JSON. Valid as long as this.
  const Json* json() {
    if (!read_) {
      read_ = true;
      read();
    }
    return json_ ? &*json_ : nullptr;
  }

 private:
  void read() {
    if (is_form_) {
      json_ = Json::object();
      for (const http::Field& field : http::parse_fields(text_)) {
        (*json_)[field.name] = field.value;
      }
    } else if (!text_.empty()) {
      if (Result<Json> parsed = parse_json(text_)) {
        json_ = std::move(*parsed);
      }
    }
  }

  std::string_view text_;
  bool is_form_ = false;
  bool read_ = false;
  std::optional<Json> json_;
};

}  // namespace graphfault::engine
