// SPDX-License-Identifier: MIT
// What `run` tells at its end.
#pragma once

#include "app/run/graded_run.hpp"
#include "base/result.hpp"
#include "verdict/report/text_report.hpp"

#include <string>
#include <vector>

namespace graphfault::app {

/// True where nothing is held against the client.
bool passed(const GradedRun& graded);

/// One scenario's verdict for the terminal, and what became of the client.
std::string told(const GradedRun& graded, verdict::Colour colour);

/// A table of several: name, outcome, requests, the client's exit, what failed; and a line that
/// counts. Lines do not wrap at 100 columns.
std::string summary_table(const std::vector<GradedRun>& runs, verdict::Colour colour);

std::string junit_of(const std::vector<GradedRun>& runs);
std::string html_of(const std::vector<GradedRun>& runs);
/// `{"passed": ..., "scenarios": [a verdict each, with its client's end]}`.
std::string json_of(const std::vector<GradedRun>& runs);

}  // namespace graphfault::app
