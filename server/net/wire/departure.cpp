// SPDX-License-Identifier: MIT
#include "net/wire/departure.hpp"

#include "base/gzip.hpp"
#include "base/letter_case.hpp"
#include "http/range.hpp"
#include "http/status.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace graphfault::net {
namespace {

/// What net/ itself decided about the head.
struct Framing {
  std::string content_range{};
  bool gzipped = false;
  bool chunked = false;
  bool has_length = true;
  bool close = false;
  bool connection_authored = false;
};

void append_number(std::string& out, std::uint64_t number, int base = 10) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, base);
  out.append(digits.data(), end.ptr);
}

void append_value(std::string& out, std::string_view value) {
  const std::size_t start = out.size();
  out += value;
  if (!http::is_header_value(value)) {
    std::replace_if(
        out.begin() + static_cast<std::ptrdiff_t>(start), out.end(),
        [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
  }
}

void append_status_line(std::string& out, const http::Answer& answer) {
  if (answer.plan.status_line) {
    out += *answer.plan.status_line;
  } else {
    out += "HTTP/1.1 ";
    append_number(out, static_cast<std::uint64_t>(std::max(answer.response.status, 0)));
    out += ' ';
    append_value(out, answer.response.reason.empty() ? http::reason_phrase(answer.response.status)
                                                     : answer.response.reason);
  }
  out += "\r\n";
}

/// Content-Length is net's to say, Connection only where it says the same, and a reply's
/// Transfer-Encoding only as far as it is carried out.
bool is_dropped(std::string_view name, const Framing& framing) {
  // All three are at least ten characters and start with these letters: most names end here.
  if (name.size() < 10 || std::string_view("cCtT").find(name[0]) == std::string_view::npos) {
    return false;
  }
  return equal_ignoring_case(name, "Content-Length") ||
         (!framing.connection_authored && equal_ignoring_case(name, "Connection")) ||
         (!framing.chunked && equal_ignoring_case(name, "Transfer-Encoding"));
}

void append_line(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  out += ": ";
  append_value(out, value);
  out += "\r\n";
}

void append_head(std::string& out, const Asked& asked, const http::Answer& answer,
                 const Framing& framing) {
  append_status_line(out, answer);
  for (const http::Header& line : answer.response.headers) {
    if (!is_dropped(line.name, framing)) {
      append_line(out, line.name, line.value);
    }
  }
  if (!framing.content_range.empty()) {
    append_line(out, "Content-Range", framing.content_range);
  }
  if (framing.gzipped) {
    out += "Content-Encoding: gzip\r\n";
  }
  if (framing.has_length && !framing.chunked) {
    out += "Content-Length: ";
    append_number(out, answer.response.body.size());
    out += "\r\n";
  }
  if (!framing.connection_authored) {
    if (framing.close) {
      out += "Connection: close\r\n";
    } else if (asked.http10) {
      out += "Connection: keep-alive\r\n";
    }
  }
  out += "\r\n";
}

/// RFC 9110 section 13.1.5: a Range counts only while If-Range names what is there.
bool is_range_valid(const Asked& asked, const http::Headers& headers) {
  if (asked.if_range.empty()) {
    return true;
  }
  const std::string_view tag = headers.find("ETag").value_or("");
  const std::string_view modified = headers.find("Last-Modified").value_or("");
  return (asked.if_range == tag && !tag.starts_with("W/")) || asked.if_range == modified;
}

void apply_range(const Asked& asked, http::Answer& answer, Framing& framing) {
  http::Response& response = answer.response;
  if (!answer.plan.ranged || asked.range.empty() || !asked.get || response.status != 200 ||
      !is_range_valid(asked, response.headers)) {
    return;
  }
  const http::Range range = http::parse_range(asked.range, response.body.size());
  if (range.kind == http::Range::Kind::whole) {
    return;
  }
  framing.content_range = http::content_range(range, response.body.size());
  response.reason.clear();
  if (range.kind == http::Range::Kind::unsatisfiable) {
    response.status = 416;
    response.body.clear();
    response.headers.remove("Content-Type");
    return;
  }
  response.status = 206;
  response.body = response.body.substr(range.first, range.last - range.first + 1);
}

/// A body that is to be cut stays as it is: the cut counts its bytes.
void apply_gzip(const Asked& asked, http::Answer& answer, Framing& framing) {
  http::Response& response = answer.response;
  if (!answer.plan.compressible || !asked.gzip || response.body.empty() ||
      !framing.content_range.empty() || answer.plan.ending == http::Ending::truncate ||
      response.headers.contains("Content-Encoding")) {
    return;
  }
  response.body = gzip(response.body);
  framing.gzipped = true;
}

void decide_connection(const Asked& asked, const http::Answer& answer, Afterwards afterwards,
                       Framing& framing) {
  framing.close = answer.plan.close || !asked.keep_alive || afterwards == Afterwards::close;
  if (answer.response.headers.contains("Connection")) {
    const bool says_close = answer.response.headers.lists("Connection", "close");
    framing.connection_authored = says_close || !framing.close;
    framing.close = framing.close || says_close;
  }
}

void append_chunks(std::string& out, std::string_view body) {
  if (!body.empty()) {
    append_number(out, body.size(), 16);
    out += "\r\n";
    out += body;
    out += "\r\n";
  }
  out += "0\r\n\r\n";
}

/// REQUIRES: the head is written already, which counts the body.
void frame_body(http::Answer& answer, const Framing& framing, Departure& departure) {
  const std::size_t size = answer.response.body.size();
  const std::size_t leaves =
      answer.plan.ending == http::Ending::truncate
          ? static_cast<std::size_t>(std::min<std::uint64_t>(answer.plan.cut_after, size))
          : size;
  if (!framing.chunked) {
    departure.body = std::move(answer.response.body);
    departure.body_leaves = leaves;
    return;
  }
  append_chunks(departure.body, answer.response.body);
  departure.body_leaves =
      leaves < size ? departure.body.find('\n') + 1 + leaves : departure.body.size();
}

void frame(const Asked& asked, http::Answer& answer, Afterwards afterwards, Departure& departure) {
  Framing framing;
  apply_range(asked, answer, framing);
  apply_gzip(asked, answer, framing);
  framing.has_length = !http::is_bodyless("GET", answer.response.status);
  framing.chunked = framing.has_length && !asked.http10 &&
                    answer.response.headers.lists("Transfer-Encoding", "chunked");
  decide_connection(asked, answer, afterwards, framing);
  append_head(departure.head, asked, answer, framing);
  if (!asked.head && framing.has_length) {
    frame_body(answer, framing, departure);
  }
  departure.close = framing.close || answer.plan.ending == http::Ending::truncate;
}

}  // namespace

std::string_view Departure::head_left() const {
  return written < head.size() ? std::string_view(head).substr(written) : std::string_view();
}

std::string_view Departure::body_left() const {
  const std::size_t done = written < head.size() ? 0 : written - head.size();
  const std::size_t end = std::min(allowed, body_leaves);
  return done < end ? std::string_view(body).substr(done, end - done) : std::string_view();
}

std::unique_ptr<Departure> prepare(const Asked& asked, http::Answer answer, Afterwards afterwards,
                                   std::string head) {
  auto departure = std::make_unique<Departure>();
  head.clear();
  departure->head = std::move(head);
  departure->delay = answer.plan.delay;
  departure->ending = answer.plan.ending;
  departure->drip = answer.plan.drip;
  departure->ticket = answer.ticket;
  if (answer.plan.ending == http::Ending::complete ||
      answer.plan.ending == http::Ending::truncate) {
    frame(asked, answer, afterwards, *departure);
  }
  departure->allowed = departure->drip ? 0 : departure->body_leaves;
  return departure;
}

}  // namespace graphfault::net
