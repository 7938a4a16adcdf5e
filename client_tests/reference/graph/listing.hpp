// SPDX-License-Identifier: MIT
// Reading a collection to its end.
#pragma once

#include "graph/session.hpp"
#include "wire/json.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace graphclient {

struct ListRequest {
  std::string url{};  ///< of the first page
  Headers headers{};  ///< sent with every page: nextLinks do not carry them
};

struct Listing {
  std::vector<Json> items{};
  int pages = 0;
  int restarts = 0;                     ///< times a page token had expired
  std::optional<std::int64_t> count{};  ///< @odata.count, which only the first page has
  std::string delta_link{};             ///< @odata.deltaLink of the last page
  std::optional<Failure> failure{};     ///< set: `items` is what was read before it

  bool complete() const { return !failure.has_value(); }
};

/// Follows @odata.nextLink as it stands until a page has none, over empty pages too. Ends with a
/// failure on a link that was followed before or that leads to another host. Where a page token has
/// expired (Directory_ExpiredPageToken) it starts again from the first page, twice at most.
Listing read_listing(Session& session, const ListRequest& request);
Listing read_listing(Session& session, const ListRequest& request, const Deadline& deadline);

}  // namespace graphclient
