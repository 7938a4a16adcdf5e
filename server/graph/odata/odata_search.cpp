// SPDX-License-Identifier: MIT
#include "graph/odata/odata_search.hpp"

#include "base/letter_case.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace graphfault::graph {
namespace {

constexpr std::array<std::string_view, 5> kBareWordProperties = {"displayName", "description",
                                                                 "mail", "subject", "name"};
constexpr int kMaxDepth = 8;

using Alternatives = std::vector<std::vector<SearchClause>>;

bool is_word_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80U;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : text) {
    if (!is_word_character(c)) {
      inside = false;
      continue;
    }
    if (!inside) {
      words.emplace_back();
      inside = true;
    }
    words.back() += lower(c);
  }
  return words;
}

class SearchParser {
 public:
  explicit SearchParser(std::string_view text) : text_(text) {}

  std::optional<Alternatives> whole() {
    auto alternatives = any_of(0);
    skip_blanks();
    return at_ == text_.size() ? alternatives : std::nullopt;
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size() && text_[at_] == ' ') {
      ++at_;
    }
  }
  bool take(std::string_view mark) {
    skip_blanks();
    if (text_.substr(at_, mark.size()) != mark) {
      return false;
    }
    at_ += mark.size();
    return true;
  }

  std::optional<Alternatives> any_of(int depth) {
    auto all = all_of(depth);
    while (all && take("OR")) {
      auto more = all_of(depth);
      if (!more) {
        return std::nullopt;
      }
      all->insert(all->end(), more->begin(), more->end());
    }
    return all;
  }

  std::optional<Alternatives> all_of(int depth) {
    auto all = part(depth);
    while (all && take("AND")) {
      const auto more = part(depth);
      // Only a single alternative can be joined without multiplying out.
      if (!more || more->size() != 1 || all->size() != 1) {
        return std::nullopt;
      }
      all->front().insert(all->front().end(), more->front().begin(), more->front().end());
    }
    return all;
  }

  std::optional<Alternatives> part(int depth) {
    if (depth < kMaxDepth && take("(")) {
      auto inside = any_of(depth + 1);
      return inside && take(")") ? inside : std::nullopt;
    }
    return clause();
  }

  std::optional<Alternatives> clause() {
    if (!take("\"")) {
      return std::nullopt;
    }
    std::string text;
    while (at_ < text_.size() && text_[at_] != '"') {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
        ++at_;
      }
      text += text_[at_++];
    }
    if (!take("\"")) {
      return std::nullopt;
    }
    SearchClause clause;
    const auto colon = text.find(':');
    if (colon == std::string::npos) {
      clause.value = std::move(text);
    } else {
      clause.property = text.substr(0, colon);
      clause.value = text.substr(colon + 1);
    }
    if (words_of(clause.value).empty() || (colon != std::string::npos && clause.property.empty())) {
      return std::nullopt;
    }
    return Alternatives{{std::move(clause)}};
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

bool begins_words(const std::vector<std::string>& wanted, const std::vector<std::string>& words) {
  std::size_t found = 0;
  for (const std::string& word : words) {
    if (found < wanted.size() && word.starts_with(wanted[found])) {
      ++found;
    }
  }
  return found == wanted.size();
}

bool property_matches(std::string_view property, const std::vector<std::string>& wanted,
                      const EntityView& view) {
  const PropertyPath path = {std::string(property)};
  const Value value = view.value(path);
  if (const auto* text = std::get_if<std::string>(&value)) {
    return begins_words(wanted, words_of(*text));
  }
  return view.any(path, [&](const EntityView& element) {
    const Value item = element.value({});
    const auto* item_text = std::get_if<std::string>(&item);
    return item_text != nullptr && begins_words(wanted, words_of(*item_text));
  });
}

bool clause_matches(const SearchClause& clause, const EntityView& view) {
  const auto wanted = words_of(clause.value);
  if (!clause.property.empty()) {
    return property_matches(clause.property, wanted, view);
  }
  return std::any_of(kBareWordProperties.begin(), kBareWordProperties.end(),
                     [&](auto property) { return property_matches(property, wanted, view); });
}

}  // namespace

Result<Search> parse_search(std::string_view text) {
  auto alternatives = SearchParser(text).whole();
  if (!alternatives) {
    return fail("Syntax error: invalid search clause '" + std::string(text) + "'.",
                "write \"property:value\", in double quotes, joined by AND or OR");
  }
  return Search{.any_of = *std::move(alternatives)};
}

bool matches(const Search& search, const EntityView& view) {
  return std::any_of(search.any_of.begin(), search.any_of.end(), [&](const auto& all) {
    return std::all_of(all.begin(), all.end(),
                       [&](const SearchClause& clause) { return clause_matches(clause, view); });
  });
}

}  // namespace graphfault::graph
