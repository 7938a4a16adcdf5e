// SPDX-License-Identifier: MIT
// gzip by zlib; the only header of base that stands for it.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace graphfault {

/// The bytes as one gzip member, level 1 (speed).
std::string gzip(std::string_view bytes);

enum class GunzipFault { malformed, too_large };

/// Inflates one or more gzip members. Stops as soon as the output would pass `limit` bytes
/// (too_large), so a bomb costs no more than the limit.
tl::expected<std::string, GunzipFault> gunzip(std::string_view bytes, std::size_t limit);

}  // namespace graphfault
