// SPDX-License-Identifier: MIT
// The pages of a listing: which request followed which nextLink.
#pragma once

#include "journal/exchange.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::verdict {

using journal::Exchange;

struct Page {
  const Exchange* answer = nullptr;  ///< the page that offered a nextLink
  std::string link{};
  std::string plain_link{};  ///< plain_url(link)
  const Exchange* follower =
      nullptr;  ///< the first request for exactly that link, after it; null: none
};

/// Every page with a nextLink among those exchanges, in their order; neither batches nor their
/// operations, but an operation may be the follower.
std::vector<Page> pages_of(const std::vector<Exchange>& exchanges);

/// The value of a query option in an exchange's query, decoded, its name with `$` or without as
/// Graph takes it; empty where there is none.
std::string query_option(const Exchange& exchange, std::string_view name);

}  // namespace graphfault::verdict
