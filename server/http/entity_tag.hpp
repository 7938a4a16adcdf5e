// SPDX-License-Identifier: MIT
// Conditional requests by entity tag (RFC 9110 sections 8.8.3 and 13.1).
#pragma once

#include <string_view>

namespace graphfault::http {

/// weak: `W/"1"` equals `"1"`. strong: both must be strong.
enum class TagMatch { weak, strong };

/// True for `"opaque"` and `W/"opaque"`.
bool is_entity_tag(std::string_view text);

/// True where the value of an If-Match or If-None-Match header is `*` or lists a tag that equals
/// `current`. Graph's tags are weak and its If-Match compares them weakly. An empty `current` (no
/// such resource) matches nothing.
bool lists_entity_tag(std::string_view header, std::string_view current, TagMatch match);

}  // namespace graphfault::http
