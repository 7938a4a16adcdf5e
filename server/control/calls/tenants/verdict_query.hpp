// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "http/target.hpp"

#include <cstdint>

namespace graphfault::control {

enum class VerdictFormat : std::uint8_t { json, text, junit, html, fragment };

struct VerdictQuery {
  VerdictFormat format = VerdictFormat::json;
  bool must_pass = false;  ///< `?assert`: 417 where it did not pass
  bool ended = false;      ///< `?ended`: the client is done, nothing may still come
};

/// Reads `?format=junit&assert`. Another format or option is a problem that says what there is.
Result<VerdictQuery> read_verdict_query(const http::Fields& options);

}  // namespace graphfault::control
