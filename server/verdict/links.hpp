// SPDX-License-Identifier: MIT
// The pages of a listing: which request followed which nextLink.
#pragma once

#include "verdict/record.hpp"

#include <string>
#include <vector>

namespace graphfault::verdict {

struct Page {
  const Exchange* answer = nullptr;  ///< the page that offered a nextLink
  std::string link{};
  const Exchange* follower =
      nullptr;  ///< the first request for exactly that link, after it; null: none
};

/// Every page with a nextLink, batch operations left out.
std::vector<Page> pages(const Record& record);

/// The value of a query option in an exchange's query, decoded; empty where there is none.
std::string query_option(const Exchange& exchange, std::string_view name);

}  // namespace graphfault::verdict
