// SPDX-License-Identifier: MIT
// The kinds of faults, a row each. What a fault makes of an answer is in the engine's table, which
// has the same kinds (engine/faults/faults.cpp).
#pragma once

#include "scenario/faults/fault.hpp"
#include "scenario/yaml/node.hpp"
#include "scenario/yaml/report.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace graphfault::scenario {

struct FaultRow {
  Fault::Kind kind = Fault::Kind::reset;
  std::string_view word{};        ///< as the format and the journal name it: `status_line`
  bool needs_connection = false;  ///< one of its own: an operation inside a batch can't have it
  bool spoils_body = false;       ///< the client can't read of the body what was meant
  bool at_handshake = false;      ///< goes wrong before there is a request
  std::string_view forms{};       ///< as a map, for hints: `{drip: 100 bytes/s}`; empty: the word
  /// Reads the value beside the word, and reports what does not fit; null: the word has none.
  std::optional<Fault> (*read)(const Node& value, Report& report) = nullptr;
  /// What is told of it after the answer: `, but the body is empty`. At a handshake, where there is
  /// no answer, all that is told.
  std::string (*describe)(const Fault& fault) = nullptr;
};

/// All rows, in the order of the enumeration.
std::span<const FaultRow> fault_rows();
const FaultRow& fault_row(Fault::Kind kind);
/// The row with that word; null where there is none.
const FaultRow* find_fault_row(std::string_view word);

/// As the format and the journal name it: `wrong-name`.
std::string_view tls_word(Fault::Tls fault);

}  // namespace graphfault::scenario
