// SPDX-License-Identifier: MIT
#include "scenario/loading/steps/error_block.hpp"

#include "base/nearest_name.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "graph/sign_in/aadsts.hpp"
#include "scenario/loading/reading/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <system_error>

namespace graphfault::scenario {
namespace {

constexpr Choice<graph::InnerSpelling> kSpellings[] = {
    {"innerError", graph::InnerSpelling::inner_error},
    {"innererror", graph::InnerSpelling::innererror}};
constexpr Range kErrorStatuses{.min = 400, .max = 599};
constexpr std::string_view kDetailKeys[] = {"code", "message", "target"};

std::optional<int> to_int(std::string_view text) {
  int value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

template <class T>
void append_unique(std::vector<T>& list, T value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) {
    list.push_back(value);
  }
}

/// `400, 401 and ...` of the catalogue.
std::string known_statuses() {
  std::vector<int> statuses;
  for (const graph::ErrorEntry& entry : graph::error_catalogue()) {
    append_unique(statuses, entry.status);
  }
  return fmt::format("{}", fmt::join(statuses, ", "));
}

std::string nearest_error_hint(std::string_view written) {
  std::vector<std::string_view> names;
  for (const graph::ErrorEntry& entry : graph::error_catalogue()) {
    append_unique(names, entry.id);
    append_unique(names, entry.code);
  }
  constexpr std::string_view kAll =
      "an error is a status, a Graph code or an id of the catalogue (`graphfault errors` lists "
      "them); for any other answer use `reply`";
  const auto near = nearest_name(written, names);
  return near ? fmt::format("did you mean `{}`? {}", *near, kAll) : std::string(kAll);
}

const graph::ErrorEntry* by_status(int status, const Node& node, Report& report) {
  const graph::ErrorEntry* const entry = graph::default_error(status);
  if (entry == nullptr) {
    report.add(
        node, fmt::format("there is no known error with status {}", status),
        fmt::format("known statuses: {}; for any other answer use `reply`", known_statuses()));
  }
  return entry;
}

const graph::ErrorEntry* by_code(const Node& node, Report& report) {
  const std::vector<const graph::ErrorEntry*> entries = graph::errors_of_code(node.text);
  if (entries.size() == 1) {
    return entries.front();
  }
  if (entries.empty()) {
    report.add(node, fmt::format("there is no error called `{}`", node.text),
               to_int(node.text) ? fmt::format("write a status without quotes: {}", node.text)
                                 : nearest_error_hint(node.text));
    return nullptr;
  }
  std::string ids;
  for (const graph::ErrorEntry* entry : entries) {
    ids += fmt::format("{}{} ({})", ids.empty() ? "" : ", ", entry->id, entry->status);
  }
  report.add(node, fmt::format("several errors have the code `{}`", node.text),
             fmt::format("choose one by its id: {}", ids));
  return nullptr;
}

std::optional<ErrorStep> find_graph_error(const Node& node, Report& report) {
  const auto status = node.quoted ? std::nullopt : to_int(node.text);
  const graph::ErrorEntry* entry = nullptr;
  if (status) {
    entry = by_status(*status, node, report);
  } else if (graph::find_error(node.text) != nullptr) {
    entry = graph::find_error(node.text);
  } else if (graph::find_sign_in_error(node.text) != nullptr) {
    report.add(node,
               fmt::format("`{}` is a sign-in error, but this rule is for a Graph path", node.text),
               "sign-in rules name a path such as /oauth2/v2.0/token");
    return std::nullopt;
  } else {
    entry = by_code(node, report);
  }
  if (entry == nullptr) {
    return std::nullopt;
  }
  return ErrorStep{.catalogue_id = std::string(entry->id), .error = graph::make_error(*entry)};
}

std::optional<ErrorStep> find_sign_in_error(const Node& node, Report& report) {
  const auto number = to_int(node.text);
  if (number && *number >= kErrorStatuses.min && *number <= kErrorStatuses.max) {
    return ErrorStep{.error = {.status = *number}};
  }
  const graph::SignInError* const entry = graph::find_sign_in_error(node.text);
  if (entry == nullptr) {
    std::vector<std::string> numbers;
    for (const graph::SignInError& known : graph::sign_in_errors()) {
      numbers.push_back(fmt::format("AADSTS{}", known.number));
    }
    report.add(node, fmt::format("there is no sign-in error called `{}`", node.text),
               fmt::format("use a status or one of {}; for any other answer use `reply`",
                           fmt::join(numbers, ", ")));
    return std::nullopt;
  }
  return ErrorStep{.catalogue_id = fmt::format("AADSTS{}", entry->number),
                   .error = {.status = entry->status, .code = std::string(entry->error)}};
}

void check_page_overrides(const Block& step, const graph::GraphError& error, Report& report) {
  if (error.format == graph::BodyFormat::json) {
    return;
  }
  for (const std::string_view key : {"code", "message", "inner", "details", "spelling"}) {
    if (const Node* node = step.find(key)) {
      report.add(
          node->key_mark,
          fmt::format("`{}` cannot be part of a {}, whose body is not JSON", key, error.status),
          "for an answer of your own use `reply`");
    }
  }
}

void set_overrides(graph::GraphError& error, const Block& step, const Loading& loading) {
  Report& report = loading.report;
  if (const Node* status = step.find("status")) {
    assign(error.status, read_whole(*status, "`status`", kErrorStatuses, report));
  }
  if (const Node* code = step.find("code")) {
    assign(error.code, read_text(*code, "`code`", report));
  }
  if (const Node* message = step.find("message")) {
    assign(error.message, read_text(*message, "`message`", report));
  }
  if (const Node* inner = step.find("inner")) {
    error.inner = read_texts(*inner, "`inner`", report);
  }
  if (const Node* details = step.find("details")) {
    error.details = read_details(*details, loading);
  }
  if (const Node* spelling = step.find("spelling")) {
    assign(error.spelling, read_choice(*spelling, "`spelling`", kSpellings, report));
  }
}

void read_part(std::string& text, const Block& block, std::string_view key, Report& report) {
  if (const Node* part = block.find(key)) {
    assign(text, read_text(*part, in_ticks(key), report));
  }
}

graph::ErrorDetail read_detail(const Node& node, Report& report) {
  const Block block(node, "a detail", kDetailKeys, report);
  graph::ErrorDetail detail;
  read_part(detail.code, block, "code", report);
  read_part(detail.message, block, "message", report);
  read_part(detail.target, block, "target", report);
  block.require("code");
  block.require("message");
  return detail;
}

void check_sign_in_overrides(const Block& step, Report& report) {
  for (const std::string_view key : {"inner", "details", "spelling"}) {
    if (const Node* node = step.find(key)) {
      report.add(node->key_mark, fmt::format("a sign-in error has no `{}`", key),
                 "it has status, code and message");
    }
  }
}

}  // namespace

std::optional<ErrorStep> read_error(const Block& step, Surface surface, const Loading& loading) {
  const Node& node = *step.find("error");
  Report& report = loading.report;
  if (!node.is_scalar()) {
    report_kind(node, "`error`", "a status, a code or an id", report,
                "write `code`, `message` and the like next to it");
    return std::nullopt;
  }
  const bool sign_in = surface == Surface::sign_in;
  auto error = sign_in ? find_sign_in_error(node, report) : find_graph_error(node, report);
  if (!error) {
    graph::GraphError ignored;
    set_overrides(ignored, step, loading);
    return std::nullopt;
  }
  if (sign_in) {
    check_sign_in_overrides(step, report);
  } else {
    check_page_overrides(step, error->error, report);
  }
  set_overrides(error->error, step, loading);
  return error;
}

std::vector<graph::ErrorDetail> read_details(const Node& node, const Loading& loading) {
  std::vector<graph::ErrorDetail> details;
  if (!node.is_list()) {
    report_kind(node, "`details`", "a list", loading.report,
                "- {code: PropertyConflict, target: mailNickname, message: Already in use.}");
    return details;
  }
  for (const Node& item : node.children) {
    details.push_back(read_detail(item, loading.report));
  }
  return details;
}

}  // namespace graphfault::scenario
