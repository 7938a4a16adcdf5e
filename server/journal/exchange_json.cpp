// SPDX-License-Identifier: MIT
#include "journal/exchange_json.hpp"

#include "base/time_text.hpp"
#include "journal/exchange_members.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>

namespace graphfault::journal {
namespace {

struct GroupRow {
  const char* object = nullptr;  ///< that the group's members stand in; null: the exchange's own
  bool (*has)(const Exchange&) = nullptr;
};

bool always(const Exchange& /*exchange*/) { return true; }
bool is_operation(const Exchange& exchange) { return exchange.parent != 0; }
bool has_caller(const Exchange& exchange) { return exchange.caller.state.has_value(); }
bool has_rule(const Exchange& exchange) { return exchange.played.rule > 0; }
bool has_near_miss(const Exchange& exchange) { return exchange.nearest.rule > 0; }

/// In the order of the enumeration.
constexpr std::array<GroupRow, 8> kGroups{{{nullptr, always},
                                           {nullptr, is_operation},
                                           {"request", always},
                                           {"caller", has_caller},
                                           {"response", always},
                                           {"played", always},
                                           {"played", has_rule},
                                           {"nearest", has_near_miss}}};

const GroupRow& row_of(const Member& member) {
  return kGroups.at(static_cast<std::size_t>(member.group));
}

Json value_json(const KeptBody& body) {
  return {{"size", body.size}, {"cut", body.cut}, {"text", body.text}};
}
Json value_json(const http::Headers& headers) {
  Json lines = Json::array();
  for (const http::Header& line : headers) {
    lines.push_back(Json{{"name", line.name}, {"value", line.value}});
  }
  return lines;
}
Json value_json(Instant time) { return iso_date_millis(time); }
Json value_json(Duration time) {
  return duration_text(std::chrono::round<std::chrono::milliseconds>(time));
}
Json value_json(graph::Surface surface) { return graph::surface_name(surface); }
Json value_json(graph::TokenState state) { return graph::state_name(state); }
Json value_json(const scenario::Mismatch& why) { return scenario::part_name(why.part); }
template <class Value>
Json value_json(const Value& value) {
  return value;
}
template <class Value>
Json value_json(const std::optional<Value>& value) {
  return value ? value_json(*value) : Json();
}

bool is_set(const KeptBody& body) { return body.size != 0; }
template <class Value>
bool is_set(const std::optional<Value>& value) {
  return value.has_value();
}
template <class Value>
bool is_set(const Value& value) {
  if constexpr (requires { value.empty(); }) {
    return !value.empty();
  } else {
    return value != Value{};
  }
}

template <class Value>
bool is_shown(const Member& member, const Value& value, const Exchange& exchange) {
  return row_of(member).has(exchange) && (member.shown == Shown::always || is_set(value));
}

using Exchanges = std::vector<Exchange>;

bool holds(const Exchanges& exchanges, std::uint64_t sequence) {
  const auto at = std::lower_bound(
      exchanges.begin(), exchanges.end(), sequence,
      [](const Exchange& exchange, std::uint64_t s) { return exchange.sequence < s; });
  return at != exchanges.end() && at->sequence == sequence;
}

bool stands_under_its_batch(const Exchange& exchange, const Exchanges& all) {
  return exchange.parent != 0 && holds(all, exchange.parent);
}

}  // namespace

Json exchange_json(const Exchange& exchange) {
  Json json;
  each_member(
      [&](const Member& member, const auto& value) {
        if (member.name != nullptr && is_shown(member, value, exchange)) {
          const char* const object = row_of(member).object;
          (object == nullptr ? json : json[object])[member.name] = value_json(value);
        }
      },
      exchange);
  return json;
}

void put_har_members(Json& entry, const Exchange& exchange) {
  each_member(
      [&](const Member& member, const auto& value) {
        if (member.har != nullptr && is_shown(member, value, exchange)) {
          entry[member.har] = value_json(value);
        }
      },
      exchange);
}

void append_exchanges(std::string& out, const Exchanges& exchanges, std::string_view separator) {
  std::multimap<std::uint64_t, const Exchange*> operations;
  for (const Exchange& exchange : exchanges) {
    if (stands_under_its_batch(exchange, exchanges)) {
      operations.emplace(exchange.parent, &exchange);
    }
  }
  std::string_view before;
  for (const Exchange& exchange : exchanges) {
    if (stands_under_its_batch(exchange, exchanges)) {
      continue;
    }
    Json json = exchange_json(exchange);
    const auto [first, last] = operations.equal_range(exchange.sequence);
    std::for_each(first, last, [&json](const auto& operation) {
      json["operations"].push_back(exchange_json(*operation.second));
    });
    out += before;
    out += json_text(json);
    before = separator;
  }
}

}  // namespace graphfault::journal
