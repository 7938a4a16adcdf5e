// SPDX-License-Identifier: MIT
#include "graph/error_table.hpp"

#include "graph/errors/error_catalogue.hpp"
#include "graph/sign_in/aadsts.hpp"

#include <string_view>

namespace graphfault::graph {
namespace {

void append_cell(std::string& out, std::string_view text) {
  out += ' ';
  for (const char c : text) {
    switch (c) {
      case '\n':
        out += "\\n";
        break;
      case '|':
        out += "\\|";
        break;
      default:
        out += c;
    }
  }
  out += " |";
}

void append_code_cell(std::string& out, std::string_view text) {
  append_cell(out, text.empty() ? std::string("-") : "`" + std::string(text) + "`");
}

std::string id_of(const ErrorEntry& entry) {
  const std::string id = "`" + std::string(entry.id) + "`";
  return entry.on_errors_page ? id + " (default)" : id;
}

void append_row(std::string& out, const ErrorEntry& entry) {
  std::string code = entry.code.empty() ? std::string() : std::string(entry.code);
  for (const std::string_view inner : entry.inner) {
    code.append(" > ").append(inner);
  }
  out += '|';
  append_cell(out, std::to_string(entry.status));
  append_cell(out, id_of(entry));
  append_code_cell(out, code);
  append_cell(out, entry.format == BodyFormat::html ? "(an HTML page)" : entry.message);
  append_cell(out, evidence_text(entry.evidence));
  append_cell(out, entry.source);
  out += '\n';
}

}  // namespace

std::string error_table_markdown() {
  std::string out =
      "| status | id | code | message | evidence | source |\n|---|---|---|---|---|---|\n";
  for (const ErrorEntry& entry : error_catalogue()) {
    append_row(out, entry);
  }
  return out;
}

std::string sign_in_table_markdown() {
  std::string out =
      "| AADSTS | status | error | text | evidence | source |\n|---|---|---|---|---|---|\n";
  for (const SignInError& entry : sign_in_errors()) {
    out += '|';
    append_cell(out, std::to_string(entry.number));
    append_cell(out, std::to_string(entry.status));
    append_code_cell(out, entry.error);
    append_cell(out, entry.text);
    append_cell(out, evidence_text(entry.evidence));
    append_cell(out, entry.source);
    out += '\n';
  }
  return out;
}

}  // namespace graphfault::graph
