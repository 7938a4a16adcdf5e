// SPDX-License-Identifier: MIT
#include "scenario/loading/steps/reply_block.hpp"

#include "http/status.hpp"
#include "scenario/loading/reading/json_value.hpp"
#include "scenario/loading/reading/scalars.hpp"
#include "scenario/loading/steps/header_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace graphfault::scenario {
namespace {

constexpr std::string_view kReplyKeys[] = {"status", "reason", "headers",     "body",
                                           "text",   "file",   "placeholders"};
constexpr std::string_view kContents[] = {"body", "text", "file"};
constexpr Range kReplyStatuses{.min = 200, .max = 599};

/// What the content is where the reply does not say: by its key, and by the file's name.
std::string_view media_type(const Node& content) {
  struct Suffix {
    std::string_view end{};
    std::string_view type{};
  };
  constexpr Suffix kSuffixes[] = {{".json", "application/json"}, {".csv", "text/csv"},
                                  {".html", "text/html"},        {".xml", "application/xml"},
                                  {".txt", "text/plain"},        {".png", "image/png"},
                                  {".jpg", "image/jpeg"}};
  if (content.key == "body") {
    return "application/json";
  }
  if (content.key == "text") {
    return "text/plain";
  }
  const auto* const found =
      std::find_if(std::begin(kSuffixes), std::end(kSuffixes),
                   [&](const Suffix& suffix) { return content.text.ends_with(suffix.end); });
  return found == std::end(kSuffixes) ? "application/octet-stream" : found->type;
}

void set_content(ReplyStep& reply, const Node& content, const Loading& loading) {
  if (content.key == "body") {
    reply.body = json_text(to_json(content));
  } else if (content.key == "text") {
    assign(reply.body, read_text(content, "`text`", loading.report));
  } else {
    assign(reply.body, loading.read_file(content));
  }
  if (!reply.headers.contains("Content-Type")) {
    reply.headers.add("Content-Type", std::string(media_type(content)));
  }
  if (http::is_bodyless("GET", reply.status) && !reply.body.empty()) {
    loading.report.add(content.key_mark,
                       fmt::format("an answer with status {} has no body", reply.status));
  }
}

const Node* find_content(const Block& block, Report& report) {
  const Node* content = nullptr;
  for (const std::string_view key : kContents) {
    const Node* const node = block.find(key);
    if (node != nullptr && content != nullptr) {
      report.add(node->key_mark,
                 fmt::format("a reply cannot have both `{}` and `{}`", content->key, key),
                 "give one of body (JSON), text and file, or none of them for an empty body");
    }
    content = content == nullptr ? node : content;
  }
  return content;
}

bool is_placeholder(std::string_view name) {
  constexpr std::string_view kPath = "path.";
  if (name == "base" || name == "now" || name == "guid") {
    return true;
  }
  const std::string_view digits = name.substr(std::min(name.size(), kPath.size()));
  return name.starts_with(kPath) && !digits.empty() && digits[0] != '0' && digits.size() <= 2 &&
         digits.find_first_not_of("0123456789") == std::string_view::npos;
}

void check_placeholders(std::string_view text, const Node& at, Report& report) {
  for (std::size_t begin = text.find("${"); begin != std::string_view::npos;
       begin = text.find("${", begin + 2)) {
    const std::size_t end = text.find('}', begin);
    const std::string_view name = text.substr(
        begin + 2, end == std::string_view::npos ? std::string_view::npos : end - begin - 2);
    if (end == std::string_view::npos || !is_placeholder(name)) {
      report.add(at, fmt::format("`${{{}}}` is not a placeholder", name.substr(0, 40)),
                 "allowed: ${base}, ${now}, ${guid} and ${path.1}, ${path.2} ...");
      return;
    }
  }
}

/// The text with a 0 for every placeholder that stands where JSON has a number, as no text has it.
std::string with_numbers(std::string_view text) {
  std::string filled;
  bool in_text = false;
  while (!text.empty()) {
    std::size_t taken = 1;
    if (in_text && text.front() == '\\') {
      taken = std::min<std::size_t>(2, text.size());
    } else if (text.front() == '"') {
      in_text = !in_text;
    } else if (!in_text && text.starts_with("${")) {
      filled += '0';
      text.remove_prefix(std::min(text.find('}'), text.size() - 1) + 1);
      continue;
    }
    filled.append(text.substr(0, taken));
    text.remove_prefix(taken);
  }
  return filled;
}

/// What a client reads as the code of an answer with that body; its placeholders stay.
std::string code_of(const ReplyStep& reply) {
  constexpr int kFirstError = 400;
  if (reply.status < kFirstError || reply.body.empty()) {
    return {};
  }
  Result<Json> body = parse_json(reply.body);
  if (!body && reply.placeholders) {
    body = parse_json(with_numbers(reply.body));
  }
  if (!body || !body->is_object() || !body->contains("error")) {
    return {};
  }
  const Json& error = (*body)["error"];
  if (error.is_object() && error.contains("code") && error["code"].is_string()) {
    return error["code"].get<std::string>();
  }
  return error.is_string() ? error.get<std::string>() : std::string();
}

}  // namespace

std::optional<ReplyStep> read_reply(const Node& node, const Loading& loading) {
  Report& report = loading.report;
  const std::size_t before = report.count();
  ReplyStep reply;
  if (node.is_scalar()) {
    const auto status = read_whole(node, "`reply`", kReplyStatuses, report);
    reply.status = static_cast<int>(status.value_or(reply.status));
    return status ? std::optional(std::move(reply)) : std::nullopt;
  }
  const Block block(node, "`reply`", kReplyKeys, report);
  if (const Node* status = block.find("status")) {
    assign(reply.status, read_whole(*status, "`status`", kReplyStatuses, report));
  }
  if (const Node* reason = block.find("reason")) {
    assign(reply.reason, read_text(*reason, "`reason`", report));
    if (!http::is_header_value(reply.reason)) {
      report.add(*reason, "`reason` must be a single line");
    }
  }
  if (const Node* headers = block.find("headers")) {
    reply.headers = read_headers(*headers, loading);
  }
  const Node* const content = find_content(block, report);
  if (content != nullptr) {
    set_content(reply, *content, loading);
  }
  if (const Node* placeholders = block.find("placeholders")) {
    assign(reply.placeholders, read_flag(*placeholders, "`placeholders`", report));
  }
  if (reply.placeholders) {
    check_placeholders(reply.body, content == nullptr ? node : *content, report);
  }
  reply.code = code_of(reply);
  return report.count() == before ? std::optional(std::move(reply)) : std::nullopt;
}

}  // namespace graphfault::scenario
