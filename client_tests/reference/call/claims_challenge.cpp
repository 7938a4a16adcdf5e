// SPDX-License-Identifier: MIT
#include "call/claims_challenge.hpp"

#include "wire/base64.hpp"
#include "wire/json.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace graphclient {
namespace {

constexpr std::string_view kBlanks = " \t";

struct Parameter {
  std::string name{};
  std::string value{};
};
struct SchemeChallenge {
  std::string scheme{};
  std::vector<Parameter> parameters{};
};

/// Reads `scheme name=value, name="value", scheme ...` from the left.
class ChallengeReader {
 public:
  explicit ChallengeReader(std::string_view text) : rest_(text) {}

  std::vector<SchemeChallenge> read() {
    std::vector<SchemeChallenge> out;
    while (true) {
      skip(" \t,");
      if (rest_.empty()) {
        return out;
      }
      const std::string word = take_until(" \t,=");
      if (!next_is('=')) {
        out.push_back({.scheme = word, .parameters = {}});
        continue;
      }
      std::string value = take_value();
      if (!out.empty()) {
        out.back().parameters.push_back({.name = word, .value = std::move(value)});
      }
    }
  }

 private:
  void skip(std::string_view characters) {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(characters), rest_.size()));
  }
  std::string take_until(std::string_view characters) {
    const std::size_t end = std::min(rest_.find_first_of(characters), rest_.size());
    std::string word(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return word;
  }
  /// Consumes blanks and the sign where the sign is next.
  bool next_is(char sign) {
    const std::size_t next = rest_.find_first_not_of(kBlanks);
    if (next == std::string_view::npos || rest_[next] != sign) {
      return false;
    }
    rest_.remove_prefix(next + 1);
    return true;
  }
  std::string take_value() {
    skip(kBlanks);
    if (!rest_.starts_with('"')) {
      return take_until(" \t,");
    }
    rest_.remove_prefix(1);
    std::string value;
    while (!rest_.empty() && rest_.front() != '"') {
      if (rest_.front() == '\\' && rest_.size() > 1) {
        rest_.remove_prefix(1);
      }
      value += rest_.front();
      rest_.remove_prefix(1);
    }
    rest_.remove_prefix(rest_.empty() ? 0 : 1);
    return value;
  }

  std::string_view rest_;
};

Challenge read_bearer(const SchemeChallenge& found) {
  Challenge challenge;
  for (const Parameter& parameter : found.parameters) {
    if (same_name(parameter.name, "error")) {
      challenge.error = parameter.value;
    } else if (same_name(parameter.name, "claims")) {
      const std::optional<std::string> text = decode_base64(parameter.value);
      const std::optional<Json> json = text ? parse_json(*text) : std::nullopt;
      challenge.claims = json && json->is_object() ? *text : std::string{};
    }
  }
  return challenge;
}

void append_bearers(std::vector<Challenge>& out, std::string_view value) {
  for (const SchemeChallenge& found : ChallengeReader(value).read()) {
    if (same_name(found.scheme, "Bearer")) {
      out.push_back(read_bearer(found));
    }
  }
}

}  // namespace

Challenge bearer_challenge(const Headers& headers) {
  std::vector<Challenge> challenges;
  for (const std::string& value : all_headers(headers, "WWW-Authenticate")) {
    append_bearers(challenges, value);
  }
  const auto with_claims =
      std::find_if(challenges.begin(), challenges.end(),
                   [](const Challenge& challenge) { return !challenge.claims.empty(); });
  if (with_claims != challenges.end()) {
    return *with_claims;
  }
  return challenges.empty() ? Challenge{} : challenges.front();
}

}  // namespace graphclient
