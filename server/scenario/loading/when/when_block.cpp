// SPDX-License-Identifier: MIT
#include "scenario/loading/when/when_block.hpp"

#include "base/letter_case.hpp"
#include "base/nearest_name.hpp"
#include "scenario/loading/reading/scalars.hpp"
#include "scenario/loading/when/token_block.hpp"
#include "scenario/loading/when/value_conditions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace graphfault::scenario {
namespace {

constexpr std::string_view kWhenKeys[] = {"method", "path",      "query", "headers",  "body",
                                          "page",   "operation", "token", "handshake"};
constexpr std::string_view kOperationKeys[] = {"id", "position"};
constexpr std::array<std::string_view, 9> kMethods{"GET",     "POST",    "PATCH", "PUT", "DELETE",
                                                   "OPTIONS", "CONNECT", "TRACE", "HEAD"};
constexpr Range kPositions{.min = 1, .max = 20};

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return out;
}

bool means_any(std::string_view method) {
  constexpr std::string_view kWords[] = {"*", "ANY", "ALL"};
  return std::find(std::begin(kWords), std::end(kWords), method) != std::end(kWords);
}

/// Methods nobody knows are fine, misspelled ones are not.
void add_method(std::vector<std::string>& methods, std::string_view text, const Node& node,
                Report& report) {
  const std::string method = upper(text);
  const bool known = std::find(kMethods.begin(), kMethods.end(), method) != kMethods.end();
  const auto near = nearest_name(method, kMethods);
  if (means_any(method)) {
    report.add(node, fmt::format("`{}` is not an HTTP method", text),
               "for any method leave `method` out: {path: /users}");
  } else if (!http::is_token(method)) {
    report.add(node, fmt::format("`{}` is not an HTTP method", text), choice_hint(text, kMethods));
  } else if (!known && near) {
    report.add(node, fmt::format("`{}` is not an HTTP method", text),
               fmt::format("did you mean `{}`?", *near));
  } else if (std::find(methods.begin(), methods.end(), method) == methods.end()) {
    methods.push_back(method);
  }
}

Surface surface_of(const PathPattern& path) {
  constexpr std::string_view kRoots[] = {"oauth2", "discovery", "v2.0", ".well-known"};
  const bool named = path.version.empty() && !path.segments.empty() &&
                     std::any_of(std::begin(kRoots), std::end(kRoots), [&](std::string_view root) {
                       return equal_ignoring_case(path.segments[0].text, root);
                     });
  return named ? Surface::sign_in : Surface::graph;
}

void set_path(When& when, std::string_view text, const Node& node, Report& report) {
  Result<PathPattern> path = parse_path_pattern(text);
  if (!path) {
    report.add(node, path.error());
    return;
  }
  when.path = *std::move(path);
  when.surface = surface_of(when.path);
  const auto& segments = when.path.segments;
  if (when.surface == Surface::graph && segments.size() > 1 && segments[1].text == "oauth2") {
    const std::size_t second = text.find('/', 1);
    report.add(node, "a sign-in path is written without its tenant",
               fmt::format("write `{}`; the tenant is the one that runs the scenario",
                           text.substr(second)));
  }
}

std::optional<When> read_short_form(const Node& node, Report& report) {
  const std::string_view text = node.text;
  const std::size_t blank = text.find_first_of(" \t");
  if (blank == std::string_view::npos) {
    const bool path = text.starts_with('/');
    report.add(node, fmt::format("`{}` has no {}", text, path ? "method" : "path"),
               path ? fmt::format("write `GET {}`, or {{path: {}}} for any method", text, text)
                    : fmt::format("the short form is METHOD path: `{} /users`", upper(text)));
    return std::nullopt;
  }
  When when;
  const std::string_view path = text.substr(text.find_first_not_of(" \t", blank));
  const std::size_t before = report.count();
  add_method(when.methods, text.substr(0, blank), node, report);
  set_path(when, path, node, report);
  return report.count() == before ? std::optional(std::move(when)) : std::nullopt;
}

void read_methods(When& when, const Node& node, Report& report) {
  const std::vector<std::string> methods = read_texts(node, "`method`", report);
  for (const std::string& method : methods) {
    add_method(when.methods, method, node, report);
  }
  if (methods.empty() && node.is_list() && node.children.empty()) {
    report.add(node, "`method` is an empty list", "leave it out for any method");
  }
}

void read_query(When& when, const Node& node, Report& report) {
  for (auto& [name, test] : read_named_tests(node, "`query`", Scalars::text, report)) {
    const std::string option = lower(name.starts_with('$') ? name.substr(1) : name);
    const bool twice = std::any_of(when.query.begin(), when.query.end(),
                                   [&](const auto& other) { return other.first == option; });
    if (twice) {
      report.add(node, fmt::format("`{}` is given twice", name),
                 "$ and letter case make no difference in names of query options");
    }
    when.query.emplace_back(option, std::move(test));
  }
}

void read_headers(When& when, const Node& node, Report& report) {
  when.headers = read_named_tests(node, "`headers`", Scalars::text, report);
  for (const auto& [name, test] : when.headers) {
    if (!http::is_token(name)) {
      report.add(node, fmt::format("`{}` cannot be a header's name", name));
    }
  }
}

void read_page(When& when, const Node& node, Report& report) {
  when.page = read_number_test(node, "`page`", report);
  if (!when.page || when.page->kind != ValueCondition::Kind::equals) {
    return;
  }
  const double number = when.page->value.get<double>();
  if (number < 1 || number != static_cast<double>(static_cast<std::int64_t>(number))) {
    report.add(node, cannot_be("`page`", node.text), "pages are counted from 1");
  }
}

void read_operation(When& when, const Node& node, Report& report) {
  const Block block(node, "`operation`", kOperationKeys, report);
  if (!node.is_map()) {
    return;
  }
  OperationTest test;
  if (const Node* id = block.find("id")) {
    test.id = read_word(*id, "`id`", report);
  }
  if (const Node* position = block.find("position")) {
    if (const auto number = read_whole(*position, "`position`", kPositions, report)) {
      test.position = static_cast<int>(*number);
    }
  }
  if (node.children.empty()) {
    report.add(node, "`operation` has no condition", choice_hint("", kOperationKeys));
  }
  when.operation = std::move(test);
}

/// `{handshake: graph.microsoft.com}`: what a handshake's rule may ask.
std::optional<When> read_handshake(const Block& block, Report& report) {
  for (const Node& part : block.node().children) {
    if (part.key != "handshake") {
      report.add(part.key_mark, fmt::format("a rule for handshakes cannot have `{}`", part.key),
                 "in a handshake only the host that the client calls is known: {handshake: "
                 "graph.microsoft.com}");
    }
  }
  When when{.surface = Surface::handshake, .path = *parse_path_pattern("/**")};
  when.host = read_value_condition(*block.find("handshake"), "`handshake`", Scalars::text, report);
  return when.host ? std::optional(std::move(when)) : std::nullopt;
}

void read_parts(When& when, const Block& block, const Loading& loading) {
  Report& report = loading.report;
  using Reader = void (*)(When&, const Node&, Report&);
  constexpr std::pair<std::string_view, Reader> kReaders[] = {{"method", read_methods},
                                                              {"query", read_query},
                                                              {"headers", read_headers},
                                                              {"page", read_page},
                                                              {"operation", read_operation}};
  for (const auto& [key, read] : kReaders) {
    if (const Node* part = block.find(key)) {
      read(when, *part, report);
    }
  }
  if (const Node* path = block.find("path")) {
    if (const auto text = read_word(*path, "`path`", report)) {
      set_path(when, *text, *path, report);
    }
  }
  if (const Node* body = block.find("body")) {
    when.body = read_body_test(*body, report);
  }
  if (const Node* token = block.find("token")) {
    when.token = read_token_test(*token, loading);
  }
}

}  // namespace

std::optional<When> read_when(const Node& node, const Loading& loading) {
  Report& report = loading.report;
  if (node.is_word("handshake")) {
    return When{.surface = Surface::handshake, .path = *parse_path_pattern("/**")};
  }
  if (node.is_scalar()) {
    return read_short_form(node, report);
  }
  const std::size_t before = report.count();
  const Block block(node, "`when`", kWhenKeys, report);
  if (node.is_map() && node.children.empty()) {
    report.add(node, "`when` has no condition", "for every request write {path: /**}");
  }
  if (block.has("handshake")) {
    auto handshake = read_handshake(block, report);
    return report.count() == before ? handshake : std::nullopt;
  }
  When when;
  when.path = *parse_path_pattern("/**");
  read_parts(when, block, loading);
  return report.count() == before ? std::optional(std::move(when)) : std::nullopt;
}

}  // namespace graphfault::scenario
