// SPDX-License-Identifier: MIT
#include "scenario/yaml/document.hpp"

#include "scenario/yaml/tree_builder.hpp"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

namespace graphfault::scenario {
namespace {

constexpr std::string_view kStartHint =
    "a scenario has keys such as `rules:`; the smallest one is `summary: nothing fails`";

bool is_takable(Report& report) {
  const std::string_view text = report.source().text();
  if (text.size() > kMaxFileBytes) {
    report.add(
        Mark{.line = 1, .column = 1},
        fmt::format("the file has {} bytes, and a scenario may have at most 1 MiB", text.size()),
        "keep large bodies and data in files of their own: `file: users.json`");
    return false;
  }
  if (const auto offset = find_binary(text)) {
    const auto byte = static_cast<unsigned char>(text[*offset]);
    report.add(report.source().mark_at(*offset),
               fmt::format("this is not a text file: byte 0x{:02X} at offset {}", byte, *offset),
               "scenarios are YAML in UTF-8");
    return false;
  }
  return true;
}

/// The first line down to `last` that is indented with a tab.
Mark find_tab(const SourceText& source, int last) {
  for (int number = 1; number <= last; ++number) {
    const std::string_view line = source.line(number);
    const std::size_t tab = line.find('\t');
    if (tab != std::string_view::npos && tab == line.find_first_not_of(' ')) {
      return {.line = number, .column = static_cast<int>(tab) + 1};
    }
  }
  return {};
}

/// A `{name}` inside a flow map's plain value, which YAML reads as a map of its own: its column in
/// the line, from 1, or 0.
int find_template(std::string_view line) {
  const std::size_t slash = line.find('/');
  if (slash == std::string_view::npos || line.find('{') > slash) {
    return 0;
  }
  const std::size_t brace = line.find("/{", slash);
  if (brace == std::string_view::npos || line.find('}', brace) == std::string_view::npos) {
    return 0;
  }
  return static_cast<int>(brace) + 2;
}

/// `items:[` inside a flow map.
bool lacks_blank(std::string_view line, int column) {
  const auto at = static_cast<std::size_t>(column) - 1;
  return at > 0 && at < line.size() && line[at - 1] == ':' && (line[at] == '[' || line[at] == '{');
}

struct Wording {
  std::string_view parser{};
  std::string_view message{};
  std::string_view hint{};
};
/// What the YAML parser says, in the words of somebody who writes a scenario.
constexpr Wording kWordings[] = {
    {"end of map flow not found", "the { } that was opened above is not closed here",
     "a comma or a } is missing, or a value with special characters needs quotes"},
    {"end of sequence flow not found", "the [ ] that was opened above is not closed here",
     "a comma or a ] is missing, or a value with special characters needs quotes"},
    {"illegal map value", "a key is not allowed here, but the `:` makes one",
     "check the indentation, and put a value that holds `: ` in quotes"},
    {"the referenced anchor is not defined", "this alias (`*name`) names no anchor (`&name`)",
     "a value that begins with * needs quotes"},
    {"unknown token", "no value can begin with this character", "put the value in quotes"},
    {"illegal EOF in scalar", "a quote was opened above and is never closed", ""},
    {"illegal flow end", "this closes a [ or a { that is not the one opened last",
     "a ] or a } is missing before it"},
    {"bad file", "the file is nested too deep to be read", ""},
};

void report_syntax(Report& report, const YAML::Exception& error) {
  const Mark at = mark_of(error.mark);
  const std::string_view line = report.source().line(at.line);
  if (const Mark tab = find_tab(report.source(), at.line); tab.line > 0) {
    report.add(tab, "YAML does not allow tabs for indentation", "indent with spaces");
    return;
  }
  if (const int column = find_template(line); column > 0) {
    report.add(Mark{.line = at.line, .column = column},
               "inside { } YAML reads this `{` as a map of its own",
               "put the path in quotes, or write `*` for the segment: \"/users/{id}\" or /users/*");
    return;
  }
  if (lacks_blank(line, at.column)) {
    report.add(at, "YAML needs a space after a colon");
    return;
  }
  // Newer yaml-cpp goes on after some of them: ": home".
  const auto* known =
      std::find_if(std::begin(kWordings), std::end(kWordings),
                   [&](const Wording& w) { return error.msg.starts_with(w.parser); });
  if (known != std::end(kWordings)) {
    report.add(at, std::string(known->message), std::string(known->hint));
    return;
  }
  report.add(at, "this is not YAML: " + error.msg);
}

std::optional<Node> parse(Report& report) {
  std::istringstream stream{std::string(report.source().text())};
  YAML::Parser parser(stream);
  TreeBuilder builder(report);
  while (parser.HandleNextDocument(builder)) {
  }
  return builder.take_root();
}

}  // namespace

std::optional<Node> read_document(Report& report) {
  if (!is_takable(report)) {
    return std::nullopt;
  }
  try {
    std::optional<Node> root = parse(report);
    if (!root || root->is_null()) {
      report.add(Mark{.line = 1, .column = 1}, "the file is empty", std::string(kStartHint));
      return std::nullopt;
    }
    return root;
  } catch (const ReadingStopped&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    report_syntax(report, error);
    return std::nullopt;
  }
}

}  // namespace graphfault::scenario
