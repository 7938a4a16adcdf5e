// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace graphfault::verdict {

/// The text for an element or a quoted attribute, in HTML and in XML: what they reserve is escaped
/// (line ends too, which an attribute would lose), what XML can't hold (control characters, bytes
/// that are no UTF-8) becomes `?`.
std::string markup_escaped(std::string_view text);

}  // namespace graphfault::verdict
