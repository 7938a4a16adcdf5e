// SPDX-License-Identifier: MIT
#include "graph/users_query.hpp"

#include "wire/url.hpp"

#include <string_view>

namespace graphclient {
namespace {

void add_option(std::string& url, std::string_view name, const std::string& value) {
  if (!value.empty()) {
    url += url.find('?') == std::string::npos ? '?' : '&';
    url += name;
    url += '=';
    url += value;
  }
}

/// Commas may stand as they are, and read better in a journal.
std::string encode_list(const std::string& names) {
  std::string out;
  for (const char c : names) {
    out += c == ',' ? std::string(",") : percent_encode(std::string_view(&c, 1));
  }
  return out;
}

}  // namespace

ListRequest users_request(const Session& session, const UsersQuery& query) {
  ListRequest request{.url = session.url("/users")};
  add_option(request.url, "$filter", percent_encode(query.filter));
  add_option(request.url, "$select", encode_list(query.select));
  add_option(request.url, "$top", query.top ? std::to_string(*query.top) : "");
  if (query.eventual) {
    add_option(request.url, "$count", "true");
    set_header(request.headers, "ConsistencyLevel", "eventual");
  }
  return request;
}

}  // namespace graphclient
