// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "http/target.hpp"

#include <cstdint>

namespace graphfault::control {

enum class JournalFormat : std::uint8_t { json, jsonl, har };

struct JournalQuery {
  JournalFormat format = JournalFormat::json;
  std::uint64_t since = 0;  ///< exchanges with a higher sequence are wanted
};

/// Reads `?format=har&since=12`. Another format, another option, or a since that is no whole
/// number is a problem that says what there is.
Result<JournalQuery> read_journal_query(const http::Fields& options);

}  // namespace graphfault::control
