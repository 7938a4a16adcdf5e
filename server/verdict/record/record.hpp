// SPDX-License-Identifier: MIT
// What the rules judge: a tenant's exchanges, with the attempts of one call put together.
#pragma once

#include "base/clock.hpp"
#include "journal/exchange.hpp"
#include "verdict/record/links.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace graphfault::verdict {

/// The attempts of one call, in order: same method, URL, body and caller, each begun after the
/// answer before it had left, none after a success.
struct Attempts {
  std::vector<const Exchange*> tries{};
  bool unclear =
      false;  ///< parallel requests for the same thing: which repeats which can't be told
};

struct RecordOptions {
  Instant now{};       ///< on the machine's clock
  bool ended = false;  ///< the client is done (its process has exited): nothing is pending any more
  Duration tolerance =
      std::chrono::milliseconds(50);  ///< a wait may be that much shorter than asked
  Duration grace =
      std::chrono::seconds(10);  ///< how long after a wait's end a retry may still come
};

/// Immutable once made. Pointers to its exchanges live as long as it.
class Record {
 public:
  /// `exchanges` in order of sequence, batch operations included.
  Record(std::vector<Exchange> exchanges, const RecordOptions& options);
  Record(const Record&) = delete;
  Record& operator=(const Record&) = delete;

  const std::vector<Exchange>& exchanges() const { return exchanges_; }
  const std::vector<Attempts>& calls() const { return calls_; }
  /// Those whose attempts can be told: the calls that are not unclear.
  const std::vector<const Attempts*>& clear_calls() const { return clear_calls_; }
  const RecordOptions& options() const { return options_; }

  /// The requests on the wire, without batch operations.
  const std::vector<const Exchange*>& requests() const { return requests_; }
  /// Those of them that came after `from`, and before `to` where there is one.
  std::span<const Exchange* const> requests_between(const Exchange& from, const Exchange* to) const;
  /// The same of all exchanges.
  std::span<const Exchange> exchanges_between(const Exchange& from, const Exchange* to) const;
  /// TLS handshakes that a rule has played; no requests.
  std::size_t handshakes() const { return handshakes_; }
  /// Every page with a nextLink, in order; batch operations left out.
  const std::vector<Page>& pages() const { return pages_; }
  /// That answer as a page with a nextLink, or null.
  const Page* page_of(const Exchange& answer) const;
  /// A batch's operations, in order.
  const std::vector<const Exchange*>& operations(std::uint64_t batch) const;
  /// The exchange of that sequence number, or null.
  const Exchange* find(std::uint64_t sequence) const;
  /// The next request, by itself or as an operation of another batch, that asks for the same as
  /// `operation` and began after its batch's answer had left, or null.
  const Exchange* next_try(const Exchange& operation) const;
  /// True where the same caller has asked for that URL again after the answer, with any body.
  bool asked_again(const Exchange& answer) const;
  /// True where the requests for an operation's URL can be told as those of workers side by side,
  /// each of whom waited.
  bool may_be_of_workers(const Exchange& operation) const;
  /// True where exchanges had to make room: what seems to be missing may have been there.
  bool is_cut() const { return !exchanges_.empty() && exchanges_.front().sequence > 1; }

  /// True while the client may still come back after that answer: the run has not ended and the
  /// wait it asked for, and the grace, have not passed.
  bool still_waiting(const Exchange& answer) const;

 private:
  struct SameUrl {
    std::vector<const Exchange*> requests{};  ///< operations included
    bool may_be_of_workers = false;
  };

  std::vector<Exchange> exchanges_;
  std::vector<const Exchange*> requests_;
  std::vector<Page> pages_;
  std::vector<Attempts> calls_;
  std::vector<const Attempts*> clear_calls_;
  std::map<std::uint64_t, std::vector<const Exchange*>> operations_;  ///< by their batch
  std::unordered_map<std::string, SameUrl> same_url_;  ///< by method, path, query and app
  std::size_t handshakes_ = 0;
  RecordOptions options_;
};

/// What two operations that ask for the same thing have in common: method, path, query, body, app.
std::string request_key(const Exchange& exchange);
/// The request on the wire that carried it: its batch's sequence, or its own.
std::uint64_t carrier(const Exchange& exchange);
/// A retry sooner than this has not waited at all.
inline constexpr Duration kImmediate = std::chrono::milliseconds(100);
/// True where `next` began after the answer had left.
bool follows(const Exchange& answer, const Exchange& next);
/// The time between an answer's leaving and a later request's beginning, by the machine's clock or
/// the tenant's, whichever went further: the one may be stopped, the other moved on. Zero where the
/// answer never left.
Duration waited(const Exchange& answer, const Exchange& next);
bool is_sign_in(const Exchange& exchange);
bool is_token_request(const Exchange& exchange);
bool is_batch(const Exchange& exchange);
bool is_success(const Exchange& exchange);
/// 429, 503, 504 and 509: the client should come back.
bool is_transient(const Exchange& exchange);
/// The connection ended under the answer, or a status that leaves open whether the request happened
/// (0, 500, 502, 504).
bool is_unclear(const Exchange& exchange);
/// True where sign-in waits for the user's device code, and is to be asked again.
bool awaits_user(const Exchange& answer);
/// True for a request that changes nothing: GET, HEAD, OPTIONS.
bool is_read(const Exchange& exchange);

/// True where the client could not read the body: it broke off, or a fault spoilt it.
bool has_broken_body(const Exchange& exchange);
/// The `@odata.nextLink` of an answer's kept body, or nothing; a broken body offers none.
std::optional<std::string> next_link(const Exchange& exchange);
/// True where the answer is a page with an empty `value`.
bool is_empty_page(const Exchange& exchange);
/// The URL with its escapes undone, so that a re-encoded link compares equal.
std::string plain_url(std::string_view url);
/// `#3 GET /users?$top=5: 429`, for evidence. Control characters of the path, and bytes that are no
/// UTF-8, stand as `?`: evidence is printed on terminals.
std::string label(const Exchange& exchange);

}  // namespace graphfault::verdict
