// SPDX-License-Identifier: MIT
#include "control/exchange_json.hpp"

#include "base/json.hpp"
#include "base/time_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

namespace graphfault::control {
namespace {

/// Appends the members of one JSON object.
class Members {
 public:
  explicit Members(std::string& out) : out_(out) { out_ += '{'; }

  /// Writes the name; the caller appends the value.
  std::string& name(std::string_view name) {
    if (!first_) {
      out_ += ", ";
    }
    first_ = false;
    append_json_string(out_, name);
    out_ += ": ";
    return out_;
  }
  void text(std::string_view key, std::string_view value) { append_json_string(name(key), value); }
  void text_if_any(std::string_view key, std::string_view value) {
    if (!value.empty()) {
      text(key, value);
    }
  }
  void number(std::string_view key, std::uint64_t value) { name(key) += std::to_string(value); }
  void flag(std::string_view key, bool value) { name(key) += value ? "true" : "false"; }
  void end() { out_ += '}'; }

 private:
  std::string& out_;
  bool first_ = true;
};

void append_texts(std::string& out, const std::vector<std::string>& texts) {
  out += '[';
  for (std::size_t i = 0; i < texts.size(); ++i) {
    out += i == 0 ? "" : ", ";
    append_json_string(out, texts[i]);
  }
  out += ']';
}

void append_headers(std::string& out, const http::Headers& headers) {
  out += '[';
  bool first = true;
  for (const http::Header& header : headers) {
    out += first ? "" : ", ";
    first = false;
    Members members(out);
    members.text("name", header.name);
    members.text("value", header.value);
    members.end();
  }
  out += ']';
}

void append_side(std::string& out, const http::Headers& headers, const journal::KeptBody& body) {
  Members members(out);
  append_headers(members.name("headers"), headers);
  members.text_if_any("body", body.text);
  members.number("body_bytes", body.size);
  if (body.cut) {
    members.flag("body_cut", true);
  }
  members.end();
}

void append_caller(std::string& out, const journal::CallerSummary& caller) {
  Members members(out);
  members.text("state", caller.state);
  members.text_if_any("token", caller.token_id);
  members.text_if_any("app", caller.app);
  if (!caller.claims.empty()) {
    append_texts(members.name("claims"), caller.claims);
  }
  members.end();
}

std::string answered_by(const journal::PlayedStep& played) {
  return played.rule == 0 ? "emulation"
                          : fmt::format("{}/{} step {}", played.scenario, played.rule, played.step);
}

void add_played(Members& members, const journal::Exchange& exchange) {
  members.text("answered_by", answered_by(exchange.played));
  if (exchange.played.rule != 0) {
    members.name("rule") += std::to_string(exchange.played.rule);
    members.name("step") += std::to_string(exchange.played.step);
    members.text_if_any("rule_name", exchange.played.rule_name);
  }
  if (exchange.played.repeated) {
    members.flag("inside_window", true);
  }
  if (!exchange.nearest.reason.empty()) {
    Members nearest(members.name("nearest"));
    nearest.name("rule") += std::to_string(exchange.nearest.rule);
    nearest.text_if_any("rule_name", exchange.nearest.rule_name);
    nearest.text("reason", exchange.nearest.reason);
    nearest.end();
  }
}

void add_times(Members& members, const journal::Exchange& exchange) {
  members.text("begun", iso_date_millis(exchange.begun));
  members.text("tenant_begun", iso_date_millis(exchange.tenant_begun));
  if (exchange.left) {
    members.text("left", iso_date_millis(*exchange.left));
  }
  if (exchange.sent) {
    members.text("sent", iso_date_millis(*exchange.sent));
    members.number("bytes", exchange.bytes);
    members.flag("aborted", exchange.aborted);
  }
}

void add_operation(Members& members, const journal::Exchange& exchange) {
  if (exchange.parent == 0) {
    return;
  }
  members.number("batch", exchange.parent);
  members.text("operation", exchange.operation);
  if (!exchange.depends_on.empty()) {
    append_texts(members.name("depends_on"), exchange.depends_on);
  }
}

using Operations = std::multimap<std::uint64_t, const journal::Exchange*>;

void append_exchange(std::string& out, const journal::Exchange& exchange,
                     const Operations& operations) {
  Members members(out);
  members.number("sequence", exchange.sequence);
  add_operation(members, exchange);
  add_times(members, exchange);
  members.text("method", exchange.method);
  members.text("url", exchange.url);
  members.text("path", exchange.path);
  members.text_if_any("query", exchange.query);
  append_caller(members.name("caller"), exchange.caller);
  append_side(members.name("request"), exchange.request_headers, exchange.request_body);
  members.name("status") += std::to_string(exchange.status);
  members.text_if_any("code", exchange.code);
  members.text_if_any("fault", exchange.fault);
  if (exchange.retry_after) {
    members.text("retry_after", duration_text(*exchange.retry_after));
  }
  add_played(members, exchange);
  append_side(members.name("response"), exchange.response_headers, exchange.response_body);
  const auto [first, last] = operations.equal_range(exchange.sequence);
  if (first != last) {
    std::string& list = members.name("operations");
    list += '[';
    for (auto it = first; it != last; ++it) {
      list += it == first ? "\n    " : ",\n    ";
      append_exchange(list, *it->second, {});
    }
    list += ']';
  }
  members.end();
}

}  // namespace

void append_exchanges(std::string& out, const std::vector<journal::Exchange>& exchanges) {
  Operations operations;
  std::vector<const journal::Exchange*> tops;
  const auto is_listed = [&](std::uint64_t sequence) {
    const auto at = std::lower_bound(
        exchanges.begin(), exchanges.end(), sequence,
        [](const journal::Exchange& exchange, std::uint64_t s) { return exchange.sequence < s; });
    return at != exchanges.end() && at->sequence == sequence;
  };
  for (const journal::Exchange& exchange : exchanges) {
    if (exchange.parent != 0 && is_listed(exchange.parent)) {
      operations.emplace(exchange.parent, &exchange);
    } else {
      tops.push_back(&exchange);
    }
  }
  out += '[';
  for (const journal::Exchange* exchange : tops) {
    out += exchange == tops.front() ? "\n  " : ",\n  ";
    append_exchange(out, *exchange, operations);
  }
  out += ']';
}

}  // namespace graphfault::control
