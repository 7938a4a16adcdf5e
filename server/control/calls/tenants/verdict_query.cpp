// SPDX-License-Identifier: MIT
#include "control/calls/tenants/verdict_query.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace graphfault::control {
namespace {

constexpr std::array<std::pair<std::string_view, VerdictFormat>, 5> kVerdictFormats{
    {{"json", VerdictFormat::json},
     {"text", VerdictFormat::text},
     {"junit", VerdictFormat::junit},
     {"html", VerdictFormat::html},
     {"fragment", VerdictFormat::fragment}}};

}  // namespace

Result<VerdictQuery> read_verdict_query(const http::Fields& options) {
  VerdictQuery query;
  for (const http::Field& option : options) {
    if (option.name == "assert") {
      query.must_pass = true;
      continue;
    }
    if (option.name == "ended") {
      query.ended = true;
      continue;
    }
    if (option.name != "format") {
      return fail("there is no option '" + option.name + "'",
                  "the options are format, assert and ended");
    }
    const auto* const format =
        std::find_if(kVerdictFormats.begin(), kVerdictFormats.end(),
                     [&](const auto& row) { return row.first == option.value; });
    if (format == kVerdictFormats.end()) {
      return fail("there is no format '" + option.value + "'",
                  "choose format=json, text, junit, html or fragment");
    }
    query.format = format->second;
  }
  return query;
}

}  // namespace graphfault::control
