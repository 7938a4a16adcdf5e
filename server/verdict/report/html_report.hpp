// SPDX-License-Identifier: MIT
#pragma once

#include "verdict/verdict.hpp"

#include <string>
#include <vector>

namespace graphfault::verdict {

struct HtmlSection {
  std::string scenario{};
  const Verdict& verdict;
  const Record& record;
};

/// The verdicts as one self-contained page: no script, no network, light and dark, usable by
/// keyboard. For each the outcome, each finding with its evidence, the timeline, and every
/// exchange, with a batch's operations folded under it; several begin with a table of them.
std::string html_report(const std::vector<HtmlSection>& sections);

/// Of such a page the outcome, the timeline and the findings, for a page that has report_style().
std::string html_fragment(const Verdict& verdict, const Record& record);

}  // namespace graphfault::verdict
