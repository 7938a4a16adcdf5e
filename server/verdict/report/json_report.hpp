// SPDX-License-Identifier: MIT
#pragma once

#include "base/json.hpp"
#include "verdict/verdict.hpp"

#include <string>

namespace graphfault::verdict {

/// The verdict as GET /tenants/{t}/verdict answers it. Times are seconds.
Json json_report(const std::string& scenario, const Verdict& verdict);

}  // namespace graphfault::verdict
