// SPDX-License-Identifier: MIT
// Bytes in, a request out: strict about framing, so that no two readers of the same bytes could
// disagree on where a request ends. Boost.Beast parses.
#pragma once

#include "http/message.hpp"
#include "net/handler.hpp"
#include "net/limits.hpp"
#include "net/wire/asked.hpp"

#include <cstddef>
#include <memory>
#include <string_view>

namespace graphfault::net {

class RequestReader {
 public:
  enum class Progress {
    more,     ///< feed again with what was not used, and more behind it
    head,     ///< the head is whole and a body follows; feed on
    whole,    ///< request() holds all of it
    refused,  ///< refusal() says why; request() holds what is known
  };
  struct Fed {
    std::size_t used = 0;  ///< bytes taken off the front of the input
    Progress progress = Progress::more;
  };

  /// `limits` outlives the reader.
  explicit RequestReader(const Limits& limits);
  ~RequestReader();
  RequestReader(const RequestReader&) = delete;
  RequestReader& operator=(const RequestReader&) = delete;

  /// Starts on a new request.
  void restart();
  /// REQUIRES: no progress `whole` or `refused` since the last restart().
  Fed feed(std::string_view input);

  Refusal refusal() const;
  const Asked& asked() const;
  http::Request& request();
  bool is_gzipped() const;      ///< the body is, by its Content-Encoding
  bool has_started() const;     ///< more than empty lines has come
  bool wants_continue() const;  ///< Expect: 100-continue

 private:
  class Parser;
  Fed feed_head(std::string_view input);
  Fed feed_body(std::string_view input);
  std::unique_ptr<Parser> parser_;
};

}  // namespace graphfault::net
