// SPDX-License-Identifier: MIT
#pragma once

#include "verdict/verdict.hpp"

#include <string>
#include <vector>

namespace graphfault::verdict {

struct JunitSuite {
  std::string scenario{};
  Verdict verdict{};
  Instant started{};
  Duration took{};
};

/// One testsuite a scenario, one testcase a finding and one for what the scenario asks beyond them;
/// evidence in the failure. Not exercised is skipped. Valid against the JUnit schema that Jenkins
/// publishes; characters XML can't hold are replaced.
std::string junit_report(const std::vector<JunitSuite>& suites);

}  // namespace graphfault::verdict
