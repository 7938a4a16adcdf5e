// SPDX-License-Identifier: MIT
#include "graph/listing.hpp"

#include <set>
#include <utility>

namespace graphclient {
namespace {

constexpr int kMostRestarts = 2;

Failure nonsense(const std::string& url, std::string reason) {
  return {.kind = FailureKind::refused,
          .request = "GET " + url,
          .error = {.status = 200},
          .reason = std::move(reason)};
}

class PageWalk {
 public:
  PageWalk(Session& session, const ListRequest& request, const Deadline& deadline)
      : session_(session), request_(request), deadline_(deadline) {}

  Listing run() {
    std::string next = request_.url;
    while (!next.empty() && !listing_.failure) {
      next = read_page(next);
    }
    return std::move(listing_);
  }

 private:
  std::string fail(Failure failure) {
    listing_.failure = std::move(failure);
    return {};
  }

  /// The URL of the page after this one; empty at the end or after a failure.
  std::string read_page(const std::string& url) {
    if (!followed_.insert(url).second) {
      return fail(nonsense(url, "the nextLinks form a loop: this page was read before"));
    }
    Call call = make_call("GET", url);
    call.request.headers = request_.headers;
    tl::expected<Reply, Failure> reply = session_.send(call, deadline_);
    if (!reply) {
      return after_failure(std::move(reply.error()));
    }
    return take(url, parse_json(reply->body).value_or(Json()));
  }

  std::string after_failure(Failure failure) {
    const bool expired = has_code(failure.error, "Directory_ExpiredPageToken");
    if (!expired || listing_.pages == 0 || listing_.restarts == kMostRestarts) {
      return fail(std::move(failure));
    }
    session_.observer().note("the page token has expired: reading again from the first page");
    const int restarts = listing_.restarts + 1;
    listing_ = Listing{.restarts = restarts};
    followed_.clear();
    return request_.url;
  }

  std::string take(const std::string& url, const Json& page) {
    const Json* value = member(page, "value");
    if (value == nullptr || !value->is_array()) {
      return fail(
          nonsense(url, "the answer is not a page of a collection: it has no \"value\" list"));
    }
    listing_.items.insert(listing_.items.end(), value->begin(), value->end());
    ++listing_.pages;
    const Json* count = member(page, "@odata.count");
    if (count != nullptr && count->is_number_integer()) {
      listing_.count = count->get<std::int64_t>();
    }
    listing_.delta_link = text_of(page, "@odata.deltaLink");
    session_.observer().page(listing_.pages, listing_.items.size());
    return text_of(page, "@odata.nextLink");
  }

  Session& session_;
  const ListRequest& request_;
  const Deadline& deadline_;
  Listing listing_{};
  std::set<std::string> followed_{};
};

}  // namespace

Listing read_listing(Session& session, const ListRequest& request) {
  return read_listing(session, request, session.new_deadline());
}

Listing read_listing(Session& session, const ListRequest& request, const Deadline& deadline) {
  return PageWalk(session, request, deadline).run();
}

}  // namespace graphclient
