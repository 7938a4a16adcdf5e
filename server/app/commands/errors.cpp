// SPDX-License-Identifier: MIT
#include "app/commands/errors.hpp"

#include "app/command_line/exit_code.hpp"
#include "app/commands/error_text.hpp"
#include "graph/error_table.hpp"

#include <ostream>

namespace graphfault::app {
namespace {

/// `--format`: text or markdown.
TakeValues take_format(bool& markdown) {
  return [&markdown](const Values& values) -> tl::expected<void, Problem> {
    if (values.back() != "text" && values.back() != "markdown") {
      return fail("is '" + values.back() + "': choose text or markdown");
    }
    markdown = values.back() == "markdown";
    return {};
  };
}

int list_errors(const ErrorsOptions& options, const Streams& streams) {
  if (options.markdown) {
    streams.out << graph::error_table_markdown() << '\n' << graph::sign_in_table_markdown();
    return kGood;
  }
  const Result<std::string> text = error_text(options.which);
  if (!text) {
    streams.err << render(text.error());
    return kMisused;
  }
  streams.out << *text;
  return kGood;
}

}  // namespace

Command errors_command(const std::shared_ptr<ErrorsOptions>& options) {
  return {
      .name = "errors",
      .summary = "lists the errors that graphfault can send, and how well each is known",
      .positional =
          Positional{
              .name = "STATUS|CODE",
              .help = "show only the errors of this status (429), Graph code (TooManyRequests), id "
                      "(token-expired) or AADSTS number; a single match is shown in full",
              .required = false,
              .many = false,
              .take = take_text(options->which)},
      .options = {{.name = "--format",
                   .placeholder = "FORMAT",
                   .help = "text or markdown",
                   .fallback = "text",
                   .take = take_format(options->markdown)}},
      .notes = {},
      .act = [options](const Streams& streams) { return list_errors(*options, streams); }};
}

}  // namespace graphfault::app
