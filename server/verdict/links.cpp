// SPDX-License-Identifier: MIT
#include "verdict/links.hpp"

#include "base/letter_case.hpp"
#include "http/target.hpp"

#include <map>

namespace graphfault::verdict {

std::vector<Page> pages(const Record& record) {
  std::multimap<std::string, const Exchange*> by_url;
  for (const Exchange* request : record.requests()) {
    by_url.emplace(plain_url(request->url), request);
  }
  std::vector<Page> found;
  for (const Exchange* request : record.requests()) {
    const auto link = next_link(*request);
    if (!link) {
      continue;
    }
    Page page{.answer = request, .link = *link};
    const auto [first, last] = by_url.equal_range(plain_url(*link));
    for (auto it = first; it != last && page.follower == nullptr; ++it) {
      page.follower = it->second->sequence > request->sequence ? it->second : nullptr;
    }
    found.push_back(std::move(page));
  }
  return found;
}

std::string query_option(const Exchange& exchange, std::string_view name) {
  for (const http::Field& field : http::parse_fields(exchange.query)) {
    if (equal_ignoring_case(field.name, name)) {
      return field.value;
    }
  }
  return {};
}

}  // namespace graphfault::verdict
