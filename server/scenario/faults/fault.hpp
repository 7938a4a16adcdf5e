// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace graphfault::scenario {

/// What goes wrong on the wire. What there is to know of a kind is in its row (fault_rows.hpp),
/// what it makes of an answer in engine/faults.
struct Fault {
  enum class Kind { reset, close, truncate, drip, stall, malformed, empty, html, status_line, tls };
  enum class Tls { expired, wrong_name, untrusted, reset };
  Kind kind = Kind::reset;
  double fraction = 0;                   ///< truncate: 0.4 for 40%; used where `bytes` is absent
  std::optional<std::uint64_t> bytes{};  ///< truncate: that many bytes
  std::uint64_t bytes_per_second = 0;    ///< drip
  std::string line{};                    ///< status_line
  Tls tls = Tls::expired;                ///< tls
};

/// How many kinds there are: `tls` stays the last. Every table of kinds is as long.
inline constexpr std::size_t kFaultKinds = static_cast<std::size_t>(Fault::Kind::tls) + 1;

/// True where a table's rows stand in the order of the enumeration, none missing: row N is of the
/// kind with the value N. For static_assert.
template <class Table>
constexpr bool has_row_for_each_kind(const Table& table) {
  std::size_t number = 0;
  for (const auto& row : table) {
    if (static_cast<std::size_t>(row.kind) != number++) {
      return false;
    }
  }
  return number == kFaultKinds;
}

}  // namespace graphfault::scenario
