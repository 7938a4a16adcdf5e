// SPDX-License-Identifier: MIT
// GET /: one self-contained page. Its own script is the only one that its policy lets run.
#include "base/base64.hpp"
#include "base/crypto.hpp"
#include "control/calls/resources.hpp"
#include "control/page/page_files.hpp"
#include "verdict/report/markup.hpp"
#include "verdict/report/report_style.hpp"

namespace graphfault::control {
namespace {

/// `template_text` with each {{name}} replaced by what `value_of` has for it.
template <class ValueOf>
std::string filled(std::string_view template_text, ValueOf value_of) {
  std::string out;
  while (true) {
    const std::size_t open = template_text.find("{{");
    out += template_text.substr(0, open);
    if (open == std::string_view::npos) {
      return out;
    }
    const std::size_t close = template_text.find("}}", open);
    out += value_of(template_text.substr(open + 2, close - open - 2));
    template_text.remove_prefix(close + 2);
  }
}

std::string page_for(const Subject& subject) {
  return filled(kPageHtml, [&subject](std::string_view name) -> std::string {
    if (name == "style") {
      return std::string(verdict::report_style()) + std::string(kPageCss);
    }
    if (name == "script") {
      return std::string(kPageJs);
    }
    return verdict::markup_escaped(name == "graph" ? subject.emulated : subject.version);
  });
}

}  // namespace

Reply get_page(const Call& /*call*/, Subject& subject) {
  return {.content_type = "text/html; charset=utf-8",
          .headers = {{"Content-Security-Policy",
                       "default-src 'none'; connect-src 'self'; img-src data:; style-src "
                       "'unsafe-inline'; script-src 'sha256-" +
                           base64(sha256(kPageJs)) +
                           "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"}},
          .body = page_for(subject)};
}

}  // namespace graphfault::control
