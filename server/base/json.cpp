// SPDX-License-Identifier: MIT
#include "base/json.hpp"

#include "base/utf8.hpp"

#include <array>
#include <optional>
#include <vector>

namespace graphfault {
namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kMaxMembers = 1000;
constexpr std::string_view kReplacement = "\xef\xbf\xbd";

Problem problem_at(std::size_t offset, std::string_view what, std::string hint) {
  return {.message = "unreadable JSON at byte " + std::to_string(offset) + ": " + std::string(what),
          .hint = std::move(hint)};
}

/// The offset of the quote that ends the string whose first character is at `i`.
std::size_t end_of_string(std::string_view text, std::size_t i) {
  while (i < text.size() && text[i] != '"') {
    i += text[i] == '\\' ? 2U : 1U;
  }
  return i;
}

/// Finds what would make parsing or looking up costly, before anything is built.
class ExcessFinder {
 public:
  /// Takes the next character that stands outside a string; nothing while all is within bounds.
  std::optional<Problem> take(char c, std::size_t offset) {
    if (c == '{' || c == '[') {
      members_.push_back(0);
    } else if ((c == '}' || c == ']') && !members_.empty()) {
      members_.pop_back();
    } else if (c == ':' && !members_.empty()) {
      ++members_.back();
    }
    if (members_.size() > kMaxDepth) {
      return problem_at(offset, "nested deeper than 64 levels", "nest it less deeply");
    }
    if (!members_.empty() && members_.back() > kMaxMembers) {
      return problem_at(offset, "an object of more than 1,000 members",
                        "split it into several objects");
    }
    return std::nullopt;
  }

 private:
  std::vector<std::size_t> members_;  ///< of each open object; arrays have none
};

std::optional<Problem> excess(std::string_view text) {
  ExcessFinder finder;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') {
      i = end_of_string(text, i + 1);
    } else if (auto problem = finder.take(text[i], i)) {
      return problem;
    }
  }
  return std::nullopt;
}

/// The library's text without its `[json.exception...]` prefix, position and token dump.
std::string_view plain_reason(std::string_view what) {
  for (const std::string_view mark : {"] ", ": "}) {
    const std::size_t at = what.find(mark);
    what.remove_prefix(at == std::string_view::npos ? 0 : at + mark.size());
  }
  return what;
}

constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x80; ++c) {
    plain[c] = c != '"' && c != '\\';
  }
  return plain;
}

constexpr std::array<bool, 256> kPlain = plain_bytes();

void append_escape(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::string_view kNamed = "\"\\\b\f\n\r\t";
  constexpr std::string_view kNames = "\"\\bfnrt";
  out += '\\';
  const std::size_t named = kNamed.find(c);
  if (named != std::string_view::npos) {
    out += kNames[named];
    return;
  }
  const auto byte = static_cast<unsigned char>(c);
  out += "u00";
  out += kHex[byte >> 4U];
  out += kHex[byte & 0xfU];
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
  if (auto problem = excess(text)) {
    return tl::unexpected(*std::move(problem));
  }
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    return tl::unexpected(problem_at(error.byte, plain_reason(error.what()), {}));
  } catch (const Json::exception& error) {
    return fail("unreadable JSON: " + std::string(plain_reason(error.what())));
  }
}

std::string json_text(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    std::size_t plain = 0;
    while (plain < text.size() && kPlain[static_cast<unsigned char>(text[plain])]) {
      ++plain;
    }
    out.append(text.data(), plain);
    text.remove_prefix(plain);
    if (text.empty()) {
      break;
    }
    const std::size_t sequence = utf8_sequence(text);
    if (sequence == 0) {
      out += kReplacement;
    } else if (sequence == 1) {
      append_escape(out, text[0]);
    } else {
      out.append(text.data(), sequence);
    }
    text.remove_prefix(sequence == 0 ? 1 : sequence);
  }
  out += '"';
}

}  // namespace graphfault
