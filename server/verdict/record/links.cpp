// SPDX-License-Identifier: MIT
#include "verdict/record/links.hpp"

#include "base/letter_case.hpp"
#include "http/target.hpp"
#include "verdict/record/record.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace graphfault::verdict {

std::vector<Page> pages_of(const std::vector<Exchange>& exchanges) {
  std::unordered_map<std::string, std::vector<const Exchange*>> by_url;
  for (const Exchange& exchange : exchanges) {
    by_url[plain_url(exchange.url)].push_back(&exchange);
  }
  std::vector<Page> pages;
  for (const Exchange& exchange : exchanges) {
    auto link = exchange.parent == 0 ? next_link(exchange) : std::nullopt;
    if (!link) {
      continue;
    }
    Page page{.answer = &exchange, .link = std::move(*link)};
    page.plain_link = plain_url(page.link);
    const auto same = by_url.find(page.plain_link);
    if (same != by_url.end()) {
      const auto later =
          std::ranges::upper_bound(same->second, exchange.sequence, {}, &Exchange::sequence);
      page.follower = later == same->second.end() ? nullptr : *later;
    }
    pages.push_back(std::move(page));
  }
  return pages;
}

std::string query_option(const Exchange& exchange, std::string_view name) {
  const auto bare = [](std::string_view text) {
    return text.starts_with('$') ? text.substr(1) : text;
  };
  for (const http::Field& field : http::parse_fields(exchange.query)) {
    if (equal_ignoring_case(bare(field.name), bare(name))) {
      return field.value;
    }
  }
  return {};
}

}  // namespace graphfault::verdict
