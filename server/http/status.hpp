// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace graphfault::http {

/// The reason phrase Graph sends, 509's included; "Unknown" for a status nobody named.
std::string_view reason_phrase(int status);
/// True where the answer to `method` with that status has no body: HEAD, 1xx, 204, 304.
bool is_bodyless(std::string_view method, int status);

}  // namespace graphfault::http
