// SPDX-License-Identifier: MIT
// Conditional requests by entity tag (RFC 9110 sections 8.8.3 and 13.1).
#pragma once

#include <string_view>

namespace graphfault::http {

/// True where the value of an If-Match or If-None-Match header is `*` or lists a tag that equals
/// `current`, weakly: `W/"1"` equals `"1"`. Graph's tags are weak and its If-Match takes them, so
/// there is no strong comparison. An empty `current` (no such resource) matches nothing; one that
/// is no entity tag (a scenario may author any) matches itself alone.
bool lists_entity_tag(std::string_view header, std::string_view current);

}  // namespace graphfault::http
