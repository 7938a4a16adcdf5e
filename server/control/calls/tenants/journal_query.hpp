// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "http/target.hpp"

#include <cstdint>
#include <limits>

namespace graphfault::control {

enum class JournalFormat : std::uint8_t { json, jsonl, har };

struct JournalQuery {
  JournalFormat format = JournalFormat::json;
  std::uint64_t since = 0;  ///< exchanges with a higher sequence are wanted
  std::uint64_t limit = std::numeric_limits<std::uint64_t>::max();  ///< at most so many, the first
};

/// Reads `?format=har&since=12&limit=100`. Another format, another option, or a since or limit that
/// is no whole number is a problem that says what there is.
Result<JournalQuery> read_journal_query(const http::Fields& options);

}  // namespace graphfault::control
