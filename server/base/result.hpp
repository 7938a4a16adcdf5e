// SPDX-License-Identifier: MIT
// Three tiers of errors: what a user or a client can cause is a Result; what ends the start-up is
// a Result carried to main; a bug is an assert. Exceptions are caught where a library throws them.
#pragma once

#include "base/problem.hpp"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace graphfault {

template <class T>
using Result = tl::expected<T, Problem>;

/// The error side of any Result: `return fail("no such tenant", "see GET /tenants");`
inline tl::unexpected<Problem> fail(std::string message, std::string hint = {}) {
  return tl::unexpected<Problem>(Problem{.message = std::move(message), .hint = std::move(hint)});
}

}  // namespace graphfault
