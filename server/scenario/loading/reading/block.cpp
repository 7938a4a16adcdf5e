// SPDX-License-Identifier: MIT
#include "scenario/loading/reading/block.hpp"

#include "base/nearest_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace graphfault::scenario {
namespace {

/// Longer lists of what is allowed only stand where nothing is near.
constexpr std::size_t kLongList = 20;

std::string_view kind_name(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "nothing";
    case Node::Kind::scalar:
      return "a single value";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::map:
      return "a map";
  }
  return "";
}

struct Misplaced {
  std::string_view block{};  ///< where the keys were written
  std::string_view home{};   ///< where they belong
  std::array<std::string_view, 11> keys{};
};

/// Keys that slip out of their block by their indentation.
constexpr Misplaced kMisplaced[] = {
    {"a scenario", "`data`", {"users", "collections"}},
    {"a scenario", "`tenant`", {"license", "apps", "tokens"}},
    {"a scenario", "`verdict`", {"require", "ignore", "requests", "client_exit"}},
    {"a scenario", "`batch`", {"on_failure"}},
    {"a rule",
     "`then`",
     {"error", "reply", "emulate", "pass", "times", "retry_after", "early", "delay", "fault",
      "effect", "claims"}},
    {"a rule", "`when`", {"method", "path", "query", "body", "page", "operation", "token"}},
    {"a step", "the rule, beside `then`", {"per", "repeat", "in_batch", "optional"}},
    {"a step", "`reply`", {"text", "body", "file", "reason", "placeholders"}},
};

/// Where the key belongs, if it is one of another block; else empty.
std::string_view home_of(std::string_view key, std::string_view block) {
  for (const Misplaced& row : kMisplaced) {
    if (!key.empty() && row.block == block &&
        std::find(row.keys.begin(), row.keys.end(), key) != row.keys.end()) {
      return row.home;
    }
  }
  return {};
}

/// `b:1` was meant to be `b: 1`.
std::string blank_hint(std::string_view key) {
  const std::size_t colon = key.find(':');
  return fmt::format("YAML needs a space after the colon: `{}: {}`", key.substr(0, colon),
                     key.substr(colon + 1));
}

}  // namespace

Block::Block(const Node& node, std::string_view what, Names allowed, Report& report)
    : node_(node), what_(what), report_(report) {
  if (!node.is_map()) {
    report_kind(node, what, "a map", report, fmt::format("its keys: {}", alternatives(allowed)));
    return;
  }
  for (const Node& child : node.children) {
    const bool known = std::find(allowed.begin(), allowed.end(), child.key) != allowed.end();
    if (known || child.key == "<<") {
      continue;
    }
    const std::string message = fmt::format("unknown key `{}` in {}", child.key, what);
    const std::string_view before_colon =
        std::string_view(child.key).substr(0, child.key.find(':'));
    if (before_colon != child.key &&
        std::find(allowed.begin(), allowed.end(), before_colon) != allowed.end()) {
      report.add(child.key_mark, message, blank_hint(child.key));
    } else if (const std::string_view home = home_of(child.key, what); !home.empty()) {
      report.add(child.key_mark, message,
                 fmt::format("it belongs in {}; allowed here: {}", home, alternatives(allowed)));
    } else {
      report.add(child.key_mark, message, choice_hint(child.key, allowed));
    }
  }
}

const Node* Block::find(std::string_view key) const {
  const auto found = std::find_if(node_.children.begin(), node_.children.end(),
                                  [&](const Node& child) { return child.key == key; });
  return !node_.is_map() || found == node_.children.end() ? nullptr : &*found;
}

bool Block::require(std::string_view key, std::string_view hint) const {
  if (!node_.is_map()) {
    return false;
  }
  if (!has(key)) {
    report_.add(node_, fmt::format("{} needs `{}`", what_, key), std::string(hint));
    return false;
  }
  return true;
}

void report_kind(const Node& node, std::string_view what, std::string_view wanted, Report& report,
                 std::string_view hint) {
  report.add(node, fmt::format("{} takes {}, not {}", what, wanted, kind_name(node)),
             std::string(hint));
}

void report_unknown(Mark at, std::string_view message, std::string_view written, Names allowed,
                    Report& report) {
  report.add(at, std::string(message), choice_hint(written, allowed));
}

std::string choice_hint(std::string_view written, Names allowed) {
  std::string list = fmt::format("allowed: {}", alternatives(allowed));
  const auto near = nearest_name(written, allowed);
  if (!near) {
    return list;
  }
  const std::string question = fmt::format("did you mean `{}`?", *near);
  return allowed.size() > kLongList ? question : question + ' ' + list;
}

}  // namespace graphfault::scenario
