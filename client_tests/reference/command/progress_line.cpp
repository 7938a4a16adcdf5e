// SPDX-License-Identifier: MIT
#include "command/progress_line.hpp"

#include "pace/duration_text.hpp"

#include <fmt/format.h>

#include <utility>

namespace graphclient {
namespace {

constexpr const char* kStartOfLine = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine(std::ostream& out, Terminal terminal, std::string items)
    : out_(out), terminal_(terminal), items_name_(std::move(items)) {}

void ProgressLine::page(int pages, std::size_t items) {
  counted_ = fmt::format("{} {}, {} {}", pages, pages == 1 ? "page" : "pages", items, items_name_);
  show(counted_);
}

void ProgressLine::waiting(const std::string& why, Milliseconds left) {
  const std::string wait = fmt::format("{}, {} left", why, shown_duration(left));
  show(counted_.empty() ? wait : counted_ + "; " + wait);
}

void ProgressLine::note(const std::string& text) {
  clear();
  out_ << "graphclient: " << text << "\n";
  out_.flush();
}

void ProgressLine::clear() {
  if (shown_) {
    out_ << kStartOfLine;
    out_.flush();
    shown_ = false;
  }
}

void ProgressLine::show(const std::string& text) {
  if (terminal_ == Terminal::yes) {
    out_ << kStartOfLine << text;
    out_.flush();
    shown_ = true;
  }
}

}  // namespace graphclient
