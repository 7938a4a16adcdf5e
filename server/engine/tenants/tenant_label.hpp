// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace graphfault::engine {

/// The label under which a program's real tenant lives here: a GUID, `common`, `organizations` and
/// `consumers` as they are, a domain with `-` for its dots, in lower case. Nothing for any other
/// text.
std::optional<std::string> foreign_tenant_label(std::string_view segment);

}  // namespace graphfault::engine
