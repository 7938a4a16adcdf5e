// SPDX-License-Identifier: MIT
#include "scenario/conditions/value_condition.hpp"

#include <re2/re2.h>
#include <re2/stringpiece.h>

#include <algorithm>
#include <charconv>
#include <system_error>

namespace graphfault::scenario {

class Regex {
 public:
  explicit Regex(std::string_view pattern)
      : pattern_(re2::StringPiece(pattern.data(), pattern.size()), options()) {}

  bool ok() const { return pattern_.ok(); }
  const std::string& error() const { return pattern_.error(); }
  bool matches(std::string_view text) const {
    return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern_);
  }

 private:
  static RE2::Options options() {
    RE2::Options options;
    options.set_log_errors(false);
    return options;
  }

  RE2 pattern_;
};

namespace {

using Kind = ValueCondition::Kind;

std::optional<double> to_number(std::string_view text) {
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

bool in_range(const ValueCondition& test, std::optional<double> number) {
  return number && (!test.min || *number >= *test.min) && (!test.max || *number <= *test.max);
}

bool equals_text(const Json& wanted, std::string_view text) {
  return wanted.is_string() ? wanted.get_ref<const std::string&>() == text
                            : json_text(wanted) == text;
}

/// ordered_json compares members in their order; a body's order means nothing.
bool equal(const Json& a, const Json& b) {
  if (a.is_object() && b.is_object()) {
    return a.size() == b.size() &&
           std::all_of(a.items().begin(), a.items().end(), [&](const auto& member) {
             const auto other = b.find(member.key());
             return other != b.end() && equal(member.value(), *other);
           });
  }
  if (a.is_array() && b.is_array()) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Json& x, const Json& y) { return equal(x, y); });
  }
  return a == b;
}

/// The tests that read a text.
bool passes_text(const ValueCondition& test, std::string_view text) {
  switch (test.kind) {
    case Kind::contains:
      return text.find(test.text) != std::string_view::npos;
    case Kind::glob:
      return glob_matches(test.text, text);
    case Kind::matches:
      return test.regex != nullptr && test.regex->matches(text);
    case Kind::equals:
    case Kind::present:
    case Kind::absent:
    case Kind::negate:
    case Kind::any_of:
    case Kind::range:
      break;
  }
  return false;
}

bool contains_element(const ValueCondition& test, const Json& value) {
  return test.kind == Kind::contains && value.is_array() &&
         std::any_of(value.begin(), value.end(), [&](const Json& element) {
           return element.is_string() && element.get_ref<const std::string&>() == test.text;
         });
}

template <class Value>
bool passes_any(const ValueCondition& test, const Value& value) {
  return std::any_of(test.inner.begin(), test.inner.end(),
                     [&](const ValueCondition& inner) { return passes(inner, value); });
}

}  // namespace

Result<std::shared_ptr<const Regex>> compile_regex(std::string_view pattern) {
  auto regex = std::make_shared<const Regex>(pattern);
  if (!regex->ok()) {
    return fail(regex->error());
  }
  return regex;
}

bool glob_matches(std::string_view glob, std::string_view text) {
  std::size_t g = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;  // the last * met, and where its run began
  std::size_t run = 0;
  while (t < text.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      run = t;
    } else if (g < glob.size() && (glob[g] == '?' || glob[g] == text[t])) {
      ++g;
      ++t;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      t = ++run;
    } else {
      return false;
    }
  }
  return glob.find_first_not_of('*', g) == std::string_view::npos;
}

bool passes(const ValueCondition& test, std::optional<std::string_view> value) {
  switch (test.kind) {
    case Kind::present:
      return value.has_value();
    case Kind::absent:
      return !value.has_value();
    case Kind::negate:
      return !passes_any(test, value);
    case Kind::any_of:
      return passes_any(test, value);
    case Kind::equals:
      return value && equals_text(test.value, *value);
    case Kind::range:
      return value && in_range(test, to_number(*value));
    case Kind::contains:
    case Kind::glob:
    case Kind::matches:
      return value && passes_text(test, *value);
  }
  return false;
}

bool passes(const ValueCondition& test, const Json* value) {
  switch (test.kind) {
    case Kind::present:
      return value != nullptr;
    case Kind::absent:
      return value == nullptr;
    case Kind::negate:
      return !passes_any(test, value);
    case Kind::any_of:
      return passes_any(test, value);
    case Kind::equals:
      return value != nullptr && equal(test.value, *value);
    case Kind::range:
      return value != nullptr && value->is_number() && in_range(test, value->get<double>());
    case Kind::contains:
    case Kind::glob:
    case Kind::matches:
      return value != nullptr &&
             (contains_element(test, *value) ||
              (value->is_string() && passes_text(test, value->get_ref<const std::string&>())));
  }
  return false;
}

bool passes_claim(const ValueCondition& test, const std::vector<std::string>& values) {
  if (test.kind == Kind::negate) {
    return !passes_claim(test.inner.front(), values);
  }
  if (values.empty()) {
    return passes(test, std::optional<std::string_view>());
  }
  return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
    return passes(test, std::optional<std::string_view>(value));
  });
}

bool same(const ValueCondition& a, const ValueCondition& b) {
  return a.kind == b.kind && a.value.type() == b.value.type() && equal(a.value, b.value) &&
         a.text == b.text && a.min == b.min && a.max == b.max &&
         std::equal(a.inner.begin(), a.inner.end(), b.inner.begin(), b.inner.end(),
                    [](const ValueCondition& x, const ValueCondition& y) { return same(x, y); });
}

}  // namespace graphfault::scenario
