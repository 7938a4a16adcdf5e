// SPDX-License-Identifier: MIT
// The faults that have a value beside their word: how it is read, and told. What does not fit is
// reported, and then nothing is given.
#pragma once

#include "scenario/faults/fault.hpp"
#include "scenario/yaml/node.hpp"
#include "scenario/yaml/report.hpp"

#include <optional>
#include <string>

namespace graphfault::scenario {

/// `40%`, `100 bytes` or `100`.
std::optional<Fault> read_truncate(const Node& node, Report& report);
std::string describe_truncate(const Fault& fault);

/// `100 bytes/s`.
std::optional<Fault> read_drip(const Node& node, Report& report);
std::string describe_drip(const Fault& fault);

/// One line, as it stands.
std::optional<Fault> read_status_line(const Node& node, Report& report);
std::string describe_status_line(const Fault& fault);

/// `expired`, `wrong-name`, `untrusted` or `reset`.
std::optional<Fault> read_tls(const Node& node, Report& report);
std::string describe_tls(const Fault& fault);

}  // namespace graphfault::scenario
