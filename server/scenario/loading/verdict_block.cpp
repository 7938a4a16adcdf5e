// SPDX-License-Identifier: MIT
#include "scenario/loading/verdict_block.hpp"

#include "scenario/describe/describe.hpp"
#include "scenario/loading/reading/scalars.hpp"
#include "scenario/loading/when/when_block.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::scenario {
namespace {

constexpr std::string_view kVerdictKeys[] = {"require", "ignore", "requests", "client_exit",
                                             "tolerance"};
constexpr std::string_view kCountKeys[] = {"when", "count"};
constexpr std::string_view kBoundKeys[] = {"min", "max"};
constexpr Range kCallCounts{.min = 0, .max = 1'000'000'000};

std::vector<std::string> read_findings(const Node& node, const Loading& loading) {
  std::vector<std::string> ids;
  const Names known = loading.context.finding_ids;
  const auto read_one = [&](const Node& item) {
    const auto id = read_word(item, in_ticks(node.key), loading.report);
    if (!id) {
      return;
    }
    if (!known.empty() && std::find(known.begin(), known.end(), *id) == known.end()) {
      report_unknown(item.mark, fmt::format("there is no finding `{}`", *id), *id, known,
                     loading.report);
    } else if (std::find(ids.begin(), ids.end(), *id) != ids.end()) {
      loading.report.add(item, fmt::format("`{}` is given twice", *id));
    }
    ids.push_back(*id);
  };
  if (node.is_list()) {
    std::for_each(node.children.begin(), node.children.end(), read_one);
  } else {
    read_one(node);
  }
  return ids;
}

void check_disjoint(const VerdictSettings& verdict, const Node& ignore, Report& report) {
  for (const std::string& id : verdict.ignore) {
    if (std::find(verdict.require.begin(), verdict.require.end(), id) != verdict.require.end()) {
      report.add(ignore.key_mark, fmt::format("`{}` is both required and ignored", id),
                 "leave it out of one of the lists");
    }
  }
}

void read_bounds(RequestCount& count, const Node& node, Report& report) {
  if (!node.is_map()) {
    if (const auto exact = read_whole(node, "`count`", kCallCounts, report)) {
      count.min = static_cast<std::uint64_t>(*exact);
      count.max = count.min;
    }
    return;
  }
  const Block block(node, "`count`", kBoundKeys, report);
  for (const auto& [key, bound] : {std::pair("min", &count.min), std::pair("max", &count.max)}) {
    if (const Node* part = block.find(key)) {
      assign(*bound, read_whole(*part, in_ticks(key), kCallCounts, report));
    }
  }
  if (node.children.empty()) {
    report.add(node, "`count` bounds nothing", "a number, or {min: 3, max: 6}");
  } else if (count.min > count.max) {
    report.add(node, "`min` is more than `max`");
  }
}

RequestCount read_count(const Node& node, const Loading& loading) {
  const Block block(node, "a request count", kCountKeys, loading.report);
  RequestCount count{.place = loading.report.place(node.mark)};
  if (block.require("when", "say which requests are counted: `when: GET /users`")) {
    const Node& when = *block.find("when");
    assign(count.when, read_when(when, loading));
    count.text = when.is_scalar() ? when.text : describe(count.when);
    if (count.when.surface == Surface::handshake) {
      loading.report.add(when, "handshakes are not requests and cannot be counted",
                         "say which requests are counted: `when: GET /users`");
    }
  }
  if (block.require("count", "a number, or {min: 3, max: 6}")) {
    read_bounds(count, *block.find("count"), loading.report);
  }
  return count;
}

}  // namespace

VerdictSettings read_verdict(const Node& node, const Loading& loading) {
  Report& report = loading.report;
  VerdictSettings verdict;
  const Block block(node, "`verdict`", kVerdictKeys, report);
  if (const Node* require = block.find("require")) {
    verdict.require = read_findings(*require, loading);
  }
  if (const Node* ignore = block.find("ignore")) {
    verdict.ignore = read_findings(*ignore, loading);
    check_disjoint(verdict, *ignore, report);
  }
  if (const Node* requests = block.find("requests")) {
    if (!requests->is_list()) {
      report_kind(*requests, "`requests`", "a list", report, "- {when: GET /users, count: 5}");
    }
    for (const Node& item : requests->is_list() ? requests->children : std::vector<Node>{}) {
      verdict.requests.push_back(read_count(item, loading));
    }
  }
  if (const Node* client_exit = block.find("client_exit")) {
    if (const auto code =
            read_whole(*client_exit, "`client_exit`", {.min = 0, .max = 255}, report)) {
      verdict.client_exit = static_cast<int>(*code);
    }
  }
  if (const Node* tolerance = block.find("tolerance")) {
    assign(verdict.tolerance, read_duration(*tolerance, "`tolerance`", report));
  }
  return verdict;
}

}  // namespace graphfault::scenario
