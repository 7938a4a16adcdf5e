// SPDX-License-Identifier: MIT
#include "http/media_type.hpp"

#include "base/letter_case.hpp"
#include "http/list.hpp"

#include <algorithm>

namespace graphfault::http {
namespace {

/// True where the item's q parameter is missing or above 0 (`q=0`, `q=0.000`).
bool is_wanted(std::string_view parameters) {
  return !any_item(parameters, ';', [](std::string_view item) {
    const auto [name, value] = name_and_value(item);
    return equal_ignoring_case(name, "q") && !value.empty() &&
           value.find_first_not_of("0.") == std::string_view::npos;
  });
}

/// 0: does not fit; 1: `*/*`; 2: `application/*`; 3: the type itself.
int fit(std::string_view range, std::string_view essence) {
  if (equal_ignoring_case(range, essence)) {
    return 3;
  }
  if (range == "*/*" || range == "*") {
    return 1;
  }
  const std::string_view type = essence.substr(0, essence.find('/') + 1);
  const bool of_type = range.size() == type.size() + 1 && range.back() == '*' &&
                       equal_ignoring_case(range.substr(0, type.size()), type);
  return of_type ? 2 : 0;
}

/// The item of a header's lines that fits best, by whether it is wanted.
class BestFit {
 public:
  /// Looks at every item of one line; `fit_of` tells how well a range fits, 0 for not at all.
  template <class Fit>
  void look_at(std::string_view line, const Fit& fit_of) {
    while (const auto item = take_item(line, ',')) {
      const std::size_t end = find_separator(*item, ';');
      const int fits = fit_of(trimmed(item->substr(0, end)));
      if (fits > best_) {
        best_ = fits;
        wanted_ = is_wanted(item->substr(end));
      }
    }
  }
  bool wanted() const { return wanted_; }

 private:
  int best_ = 0;
  bool wanted_ = false;
};

}  // namespace

std::string media_essence(std::string_view content_type) {
  const std::string_view essence = trimmed(content_type.substr(0, content_type.find(';')));
  const std::size_t slash = essence.find('/');
  if (slash == std::string_view::npos || !is_token(essence.substr(0, slash)) ||
      !is_token(essence.substr(slash + 1))) {
    return {};
  }
  return lower(essence);
}

std::optional<std::string_view> media_parameter(std::string_view content_type,
                                                std::string_view name) {
  std::string_view rest = content_type.substr(find_separator(content_type, ';'));
  while (const auto item = take_item(rest, ';')) {
    const auto [key, value] = name_and_value(*item);
    if (equal_ignoring_case(key, name)) {
      return value;
    }
  }
  return std::nullopt;
}

bool accepts(const Headers& request, std::string_view essence) {
  const auto accept = request.find("Accept");
  if (!accept || trimmed(*accept).empty()) {
    return true;
  }
  const auto fit_of = [essence](std::string_view range) { return fit(range, essence); };
  BestFit best;
  for (const Header& line : request) {
    if (equal_ignoring_case(line.name, "Accept")) {
      best.look_at(line.value, fit_of);
    }
  }
  return best.wanted();
}

bool accepts_gzip(std::string_view accept_encoding) {
  BestFit best;
  best.look_at(accept_encoding, [](std::string_view range) {
    const int starred = range == "*" ? 1 : 0;
    return equal_ignoring_case(range, "gzip") || equal_ignoring_case(range, "x-gzip") ? 2 : starred;
  });
  return best.wanted();
}

}  // namespace graphfault::http
