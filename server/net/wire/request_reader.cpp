// SPDX-License-Identifier: MIT
#include "net/wire/request_reader.hpp"

#include "base/letter_case.hpp"
#include "http/media_type.hpp"
#include "net/wire/request_head.hpp"

#include <utility>
//
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/version.hpp>

#include <algorithm>
#include <limits>
#include <optional>

namespace graphfault::net {
namespace {

namespace beast = boost::beast;
using ErrorCode = beast::error_code;
using Field = beast::http::field;

constexpr std::size_t kTypicalHeaders = 12;
constexpr std::size_t kMethodBytes = 256;
constexpr std::size_t kTrailerBytes = 32 * 1024;
constexpr std::size_t kFirstReserve = 64 * 1024;
// `GET` SP target SP `HTTP/1.1` CRLF
constexpr std::size_t kBlanksAndVersion = 12;

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

/// Moves what Beast reads into a Request, and refuses what Beast lets pass.
class RequestReader::Parser final : public beast::http::basic_parser<true> {
 public:
  explicit Parser(const Limits& limits) : limits_(limits) {
    // Beast's own limits count otherwise than ours and stand behind them.
    body_limit(std::numeric_limits<std::uint64_t>::max());
    header_limit(static_cast<std::uint32_t>(limits.header_bytes + limits.uri_bytes + 4096));
    request_.headers.reserve(kTypicalHeaders);
  }

  const Limits& limits() const { return limits_; }
  http::Request& request() { return request_; }
  const http::Request& request() const { return request_; }
  Asked& asked() { return asked_; }
  bool is_gzipped() const { return gzipped_; }
  bool wants_continue() const { return wants_continue_ && !asked_.http10; }

  std::optional<Refusal> refusal() const { return refusal_; }
  void refuse(Refusal refusal) { refusal_ = refusal; }

  std::size_t head_bytes = 0;  ///< used for the head so far

  /// Keeps why Beast or one of our callbacks stopped.
  void blame(const ErrorCode& error) {
    if (!refusal_) {
      refusal_ = error == beast::http::error::header_limit ? too_large() : Refusal::malformed;
    }
  }

  /// False, with a refusal, where a head of which `left` is not parsed yet is beyond hope.
  bool may_become_whole(std::string_view left) {
    if (!has_line()) {
      refusal_ = check_partial_head(left, limits_.uri_bytes, limits_.header_bytes);
    } else if (field_bytes() + left.size() > limits_.header_bytes) {
      refusal_ = Refusal::headers_too_large;
    } else if (has_bare_line_end(left)) {
      refusal_ = Refusal::malformed;
    }
    return !refusal_;
  }

  /// What has to hold once the head is whole; false with a refusal.
  bool is_head_good() {
    refusal_ = check_head();
    return !refusal_;
  }

  bool is_chunked() const { return chunked_; }

 private:
  std::optional<Refusal> check_head() {
    if (field_bytes() > limits_.header_bytes) {
      return Refusal::headers_too_large;
    }
    if (chunked_ && request_.version < 11) {
      return Refusal::malformed;
    }
    if (const auto refusal = resolve_host(request_)) {
      return refusal;
    }
    if (is_done()) {
      return std::nullopt;
    }
    if (request_.method == "CONNECT") {
      return Refusal::malformed;  // what follows it is the tunnel's
    }
    if (content_length().value_or(0) > limits_.body_bytes) {
      return Refusal::body_too_large;
    }
    return unknown_encoding_ ? std::optional(Refusal::unsupported_encoding) : std::nullopt;
  }

  /// Of the head without its request line, which has a limit of its own.
  std::size_t field_bytes() const { return head_bytes - std::min(head_bytes, line_bytes_); }
  bool has_line() const { return line_bytes_ != 0; }
  Refusal too_large() const {
    return has_line() ? Refusal::headers_too_large : Refusal::uri_too_long;
  }

  void fail(Refusal refusal, ErrorCode& error) {
    refusal_ = refusal;
    error = beast::http::error::bad_value;
  }

  void on_request_impl(beast::http::verb verb, beast::string_view method, beast::string_view target,
                       int version, ErrorCode& error) override {
    line_bytes_ = method.size() + target.size() + kBlanksAndVersion;
    request_.method = view(method);
    request_.version = version;
    if (target.size() > limits_.uri_bytes) {
      request_.target = view(target).substr(0, limits_.uri_bytes);
      return fail(Refusal::uri_too_long, error);
    }
    request_.target = view(target);
    if (method.size() > kMethodBytes) {
      return fail(Refusal::malformed, error);
    }
    asked_.get = verb == beast::http::verb::get;
    asked_.head = verb == beast::http::verb::head;
    asked_.http10 = version < 11;
  }

  void on_field_impl(Field field, beast::string_view name, beast::string_view text,
                     ErrorCode& error) override {
    if (trailers_) {
      return;  // read, checked, and dropped: a trailer must not pass for a header
    }
    if (request_.headers.size() >= limits_.header_count) {
      return fail(Refusal::headers_too_large, error);
    }
    const std::string_view value = view(text);
    if (is_folded(view(name), value) || !note(field, value)) {
      return fail(Refusal::malformed, error);
    }
    request_.headers.add(std::string(view(name)), std::string(value));
  }

  /// A value on a later line than its name, or one that Beast had to join in a buffer of its own.
  static bool is_folded(std::string_view name, std::string_view value) {
    const char* const colon = name.data() + name.size();
    const std::less<> before;
    if (value.empty()) {
      return false;
    }
    if (before(value.data(), colon) || value.data() - colon > std::ptrdiff_t{64 * 1024}) {
      return true;
    }
    return std::string_view(colon, static_cast<std::size_t>(value.data() - colon)).find('\n') !=
           std::string_view::npos;
  }

  /// Keeps what the framing of request and answer depends on; false where it must be refused.
  bool note(Field field, std::string_view value) {
    // NOLINTNEXTLINE(clang-diagnostic-switch-enum): three of Beast's 350 names matter here
    if (field == Field::content_length) {
      return !std::exchange(has_length_, true) && is_number(value);
    }
    if (field == Field::transfer_encoding) {
      chunked_ = true;
      return equal_ignoring_case(value, "chunked");
    }
    if (field == Field::content_encoding) {
      unknown_encoding_ = unknown_encoding_ || !is_known_encoding(value);
    } else if (field == Field::accept_encoding) {
      asked_.gzip = asked_.gzip || http::accepts_gzip(value);
    } else if (field == Field::expect) {
      wants_continue_ = equal_ignoring_case(value, "100-continue");
    } else if (field == Field::range) {
      asked_.range = value;
    } else if (field == Field::if_range) {
      asked_.if_range = value;
    }
    return true;
  }

  bool is_known_encoding(std::string_view value) {
    const bool gzip = equal_ignoring_case(value, "gzip") || equal_ignoring_case(value, "x-gzip");
    return (gzip && !std::exchange(gzipped_, true)) || equal_ignoring_case(value, "identity");
  }

  void on_header_impl(ErrorCode& /*error*/) override { asked_.keep_alive = keep_alive(); }

  void on_body_init_impl(const boost::optional<std::uint64_t>& length,
                         ErrorCode& /*error*/) override {
    // No more than a sender has to back with bytes soon.
    request_.body.reserve(
        static_cast<std::size_t>(std::min<std::uint64_t>(length.value_or(0), kFirstReserve)));
  }

  std::size_t on_body_impl(beast::string_view bytes, ErrorCode& /*error*/) override {
    request_.body.append(bytes.data(), bytes.size());
    return bytes.size();
  }

  void on_chunk_header_impl(std::uint64_t size, beast::string_view /*extensions*/,
                            ErrorCode& error) override {
    trailers_ = size == 0;
    if (size > limits_.body_bytes - std::min(limits_.body_bytes, request_.body.size())) {
      fail(Refusal::body_too_large, error);
    }
  }

  std::size_t on_chunk_body_impl(std::uint64_t /*left*/, beast::string_view bytes,
                                 ErrorCode& error) override {
    return on_body_impl(bytes, error);
  }

  void on_response_impl(int /*status*/, beast::string_view /*reason*/, int /*version*/,
                        ErrorCode& /*error*/) override {}
  void on_finish_impl(ErrorCode& /*error*/) override {}
#if BOOST_BEAST_VERSION >= 359  // Boost 1.90 tells trailers apart
  void on_trailer_field_impl(Field /*field*/, beast::string_view /*name*/,
                             beast::string_view /*value*/, ErrorCode& /*error*/) override {}
#endif

  const Limits& limits_;
  http::Request request_{};
  Asked asked_{};
  std::optional<Refusal> refusal_{};
  std::size_t line_bytes_ = 0;
  bool wants_continue_ = false;
  bool has_length_ = false;
  bool chunked_ = false;
  bool trailers_ = false;
  bool gzipped_ = false;
  bool unknown_encoding_ = false;
};

RequestReader::RequestReader(const Limits& limits) : parser_(std::make_unique<Parser>(limits)) {}
RequestReader::~RequestReader() = default;

void RequestReader::restart() {
  const Limits& limits = parser_->limits();
  parser_ = std::make_unique<Parser>(limits);
}

Refusal RequestReader::refusal() const { return parser_->refusal().value_or(Refusal::malformed); }
const Asked& RequestReader::asked() const { return parser_->asked(); }
http::Request& RequestReader::request() { return parser_->request(); }
bool RequestReader::is_gzipped() const { return parser_->is_gzipped(); }
bool RequestReader::has_started() const { return parser_->got_some(); }
bool RequestReader::wants_continue() const { return parser_->wants_continue(); }

RequestReader::Fed RequestReader::feed(std::string_view input) {
  return parser_->is_header_done() ? feed_body(input) : feed_head(input);
}

RequestReader::Fed RequestReader::feed_head(std::string_view input) {
  std::size_t skipped = 0;
  while (!parser_->got_some() && input.substr(skipped).starts_with("\r\n")) {
    skipped += 2;  // RFC 9112 section 2.2: empty lines before a request are no part of it
  }
  const std::string_view rest = input.substr(skipped);
  if (rest.empty() || rest == "\r") {
    return {.used = skipped};
  }
  ErrorCode error;
  const std::size_t used = parser_->put({rest.data(), rest.size()}, error);
  parser_->head_bytes += used;
  Fed fed{.used = skipped + used, .progress = Progress::refused};
  if (error == beast::http::error::need_more) {
    if (parser_->may_become_whole(rest.substr(used))) {
      fed.progress = Progress::more;
    }
  } else if (error) {
    parser_->blame(error);
  } else if (parser_->is_head_good()) {
    parser_->eager(true);
    fed.progress = parser_->is_done() ? Progress::whole : Progress::head;
  }
  return fed;
}

RequestReader::Fed RequestReader::feed_body(std::string_view input) {
  const ChunkHead next = chunk_head(input);
  // Beast 1.74 asserts wrongly on a last chunk that comes in pieces: it gets that whole.
  const bool hold = parser_->is_chunked() && next == ChunkHead::last &&
                    input.find("\r\n\r\n") == std::string_view::npos;
  ErrorCode error;
  const std::size_t used = hold ? 0 : parser_->put({input.data(), input.size()}, error);
  if (parser_->is_done()) {
    return {.used = used, .progress = Progress::whole};
  }
  if (error && error != beast::http::error::need_more) {
    parser_->blame(error);
    return {.used = used, .progress = Progress::refused};
  }
  const std::string_view left = input.substr(used);
  if (left.size() > kTrailerBytes) {
    parser_->refuse(Refusal::headers_too_large);
    return {.used = used, .progress = Progress::refused};
  }
  if (parser_->is_chunked() && chunk_head(left) == ChunkHead::broken_last) {
    parser_->refuse(Refusal::malformed);
    return {.used = used, .progress = Progress::refused};
  }
  return {.used = used, .progress = Progress::more};
}

}  // namespace graphfault::net
