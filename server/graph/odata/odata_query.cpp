// SPDX-License-Identifier: MIT
#include "graph/odata/odata_query.hpp"

#include "base/letter_case.hpp"
#include "base/random.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "graph/errors/natural_error.hpp"
#include "graph/odata/filter_parser.hpp"
#include "graph/odata/filter_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <utility>

namespace graphfault::graph {
namespace {

using Fault = std::optional<GraphError>;

constexpr std::array<std::string_view, 11> kKnown = {"select",     "expand", "filter", "search",
                                                     "orderby",    "top",    "skip",   "skiptoken",
                                                     "deltatoken", "count",  "format"};

/// What belongs to one list request while it is read.
struct Reading {
  const EntityType& type;
  bool eventual = false;
  std::optional<bool> count{};
  ListQuery query{};
};

std::string quoted_option(std::string_view before, std::string_view option,
                          std::string_view after) {
  std::string text(before);
  return text.append(option).append(after);
}

std::vector<std::string> split_list(std::string_view list) {
  std::vector<std::string> parts;
  int depth = 0;
  std::string part;
  for (const char c : list) {
    depth += c == '(' ? 1 : 0;
    depth -= c == ')' ? 1 : 0;
    if (c == ',' && depth == 0) {
      parts.push_back(std::exchange(part, {}));
    } else if (c != ' ' || depth > 0) {
      part += c;
    }
  }
  parts.push_back(std::move(part));
  return parts;
}

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (text.empty() || read.ec != std::errc() || read.ptr != end) {
    return std::nullopt;
  }
  return number;
}

Fault not_a_number(std::string_view option, std::string_view value) {
  std::string text = "Invalid value '";
  text.append(value).append("' for ").append(option).append(" query option found. The ");
  text.append(option).append(" query option requires a non-negative integer value.");
  return bad_request("BadRequest", std::move(text));
}

Fault read_top(Reading& reading, const std::string& value) {
  if (!reading.type.custom_page_sizes) {
    return make_error("page-size-not-supported");
  }
  const auto top = whole_number(value);
  const bool negative = value.starts_with('-') && whole_number(value.substr(1));
  if (!top && !negative) {
    return not_a_number("$top", value);
  }
  if (!top || *top < 1 || *top > kMaxPage) {
    return fill(make_error("page-size-invalid"), "size", value);
  }
  reading.query.top = *top;
  return std::nullopt;
}

Fault read_skip(Reading& reading, const std::string& value) {
  if (reading.type.directory) {
    return bad_request("Request_BadRequest", "'$skip' is not supported by the service.");
  }
  const auto skip = whole_number(value);
  if (!skip) {
    return not_a_number("$skip", value);
  }
  reading.query.skip = *skip;
  return std::nullopt;
}

Fault read_count(Reading& reading, const std::string& value) {
  if (!equal_ignoring_case(value, "true") && !equal_ignoring_case(value, "false")) {
    return bad_request("BadRequest", "Invalid value '" + value +
                                         "' for $count query option found. The $count query option "
                                         "requires a value of true or false.");
  }
  reading.count = value.size() == 4;
  return std::nullopt;
}

Fault read_select(Reading& reading, const std::string& value) {
  for (const std::string& name : split_list(value)) {
    if (name.empty()) {
      return bad_request("BadRequest",
                         "Term '" + value + "' is not valid in a $select expression.");
    }
    const Property* property = reading.type.find(name);
    const bool whole = name == "*";
    const bool free = reading.type.open() || name.starts_with("extension_");
    if (property == nullptr && !free && !whole) {
      return unknown_property(name, reading.type.name);
    }
    std::string spelt(property != nullptr ? property->name : std::string_view(name));
    auto& select = reading.query.select;
    if (!whole && std::find(select.begin(), select.end(), spelt) == select.end()) {
      select.push_back(std::move(spelt));
    }
  }
  return std::nullopt;
}

/// As Graph names it: with a capital first letter.
Fault not_expandable(std::string name) {
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') {
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  }
  return fill(make_error("expand-not-supported"), "property", name);
}

Fault read_expand(Reading& reading, const std::string& value) {
  constexpr std::array<std::string_view, 6> kNavigations = {
      "manager", "directReports", "memberOf", "transitiveMemberOf", "ownedDevices", "extensions"};
  for (const std::string& part : split_list(value)) {
    const std::string name = part.substr(0, part.find('('));
    const auto* const known = std::find_if(
        kNavigations.begin(), kNavigations.end(),
        [&](std::string_view navigation) { return equal_ignoring_case(navigation, name); });
    if (reading.type.open()) {
      reading.query.expand.push_back(name);
    } else if (known != kNavigations.end()) {
      reading.query.expand.emplace_back(*known);
    } else {
      return not_expandable(name);
    }
  }
  return std::nullopt;
}

Fault read_filter(Reading& reading, const std::string& value) {
  auto parsed = parse_filter(value);
  if (!parsed) {
    return invalid_filter(std::move(parsed.error().message));
  }
  auto resolved = resolve(*std::move(parsed), reading.type);
  if (!resolved) {
    return std::move(resolved.error());
  }
  reading.query.filter = *std::move(resolved);
  return std::nullopt;
}

Fault read_search(Reading& reading, const std::string& value) {
  if (reading.type.directory && !reading.eventual) {
    return make_error("search-needs-consistency-level");
  }
  auto parsed = parse_search(value);
  if (!parsed) {
    return bad_request("BadRequest", std::move(parsed.error().message));
  }
  reading.query.search = *std::move(parsed);
  return std::nullopt;
}

Fault read_order(Reading& reading, const std::string& value) {
  auto parsed = parse_order(value);
  if (!parsed) {
    return bad_request("BadRequest", std::move(parsed.error().message));
  }
  for (OrderTerm& term : *parsed) {
    const Property* property = reading.type.find(term.path.front());
    if (property == nullptr && !reading.type.open()) {
      return unknown_property(term.path.front(), reading.type.name);
    }
    if (property != nullptr) {
      term.path.front() = property->name;
    }
  }
  reading.query.order = *std::move(parsed);
  return std::nullopt;
}

Fault read_option(Reading& reading, std::string_view name, const http::Field& field) {
  using Reader = Fault (*)(Reading&, const std::string&);
  struct Named {
    std::string_view name{};
    Reader reader = nullptr;
  };
  constexpr std::array<Named, 8> kReaders = {{{"top", read_top},
                                              {"skip", read_skip},
                                              {"count", read_count},
                                              {"select", read_select},
                                              {"expand", read_expand},
                                              {"filter", read_filter},
                                              {"search", read_search},
                                              {"orderby", read_order}}};
  if (name == "skiptoken") {
    reading.query.skiptoken = field.value;
    return std::nullopt;
  }
  if (name == "deltatoken") {
    reading.query.deltatoken = field.value;
    return std::nullopt;
  }
  for (const Named& known : kReaders) {
    if (known.name == name) {
      return known.reader(reading, field.value);
    }
  }
  return std::nullopt;
}

/// A name that is OData's, or claims to be by its $.
bool is_option(const http::Field& field, std::string_view name) {
  return field.name.starts_with('$') ||
         std::find(kKnown.begin(), kKnown.end(), name) != kKnown.end();
}

Fault read_all(Reading& reading, const http::Fields& options) {
  std::vector<std::string> seen;
  std::uint64_t checksum = hash_of(reading.type.name);
  for (const http::Field& field : options) {
    std::string name = option_name(field.name);
    if (!is_option(field, name)) {
      continue;
    }
    if (std::find(kKnown.begin(), kKnown.end(), name) == kKnown.end()) {
      return bad_request("BadRequest",
                         quoted_option("The query parameter '$", name, "' is not supported."));
    }
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
      return bad_request("BadRequest",
                         quoted_option("Query option '$", name,
                                       "' was specified more than once, but it must be specified "
                                       "at most once."));
    }
    if (auto fault = read_option(reading, name, field)) {
      return fault;
    }
    if (name != "skiptoken" && name != "deltatoken" && name != "count") {
      // A sum: the order of options never matters.
      checksum += mix(hash_of(name), hash_of(field.value));
    }
    if (name == "filter" || name == "search" || name == "orderby") {
      reading.query.selection += name + "=" + field.value + "&";
    }
    seen.push_back(std::move(name));
  }
  reading.query.checksum = checksum;
  return std::nullopt;
}

/// Which sorts a directory object has: never without its properties' leave, and beside a filter or
/// search only as an advanced query.
bool can_sort(const Reading& reading, bool advanced) {
  const ListQuery& query = reading.query;
  if ((query.filter || query.search) && !advanced) {
    return false;
  }
  return std::all_of(query.order.begin(), query.order.end(), [&](const OrderTerm& term) {
    const Property* property = reading.type.find(term.path.front());
    return property == nullptr ||
           (property->sortable && (property->filter == FilterSupport::plain || advanced));
  });
}

Fault check_list(const Reading& reading) {
  const ListQuery& query = reading.query;
  const bool advanced = reading.eventual && reading.count.value_or(false);
  if (reading.type.directory && !query.order.empty() && !can_sort(reading, advanced)) {
    return bad_request("Request_UnsupportedQuery", "Sorting not supported for current query.");
  }
  if (query.filter) {
    if (auto fault = unsupported(*query.filter, reading.type, advanced)) {
      return fault;
    }
  }
  for (const std::string& name : query.select) {
    const Property* property = reading.type.find(name);
    if (property != nullptr && property->not_in_lists) {
      return not_supported_target();
    }
  }
  const bool advanced_query = query.search || advanced;
  if (reading.type.directory && !query.expand.empty() && advanced_query && reading.eventual) {
    return bad_request("Request_UnsupportedQuery",
                       "$expand is not supported together with advanced query parameters.");
  }
  return std::nullopt;
}

}  // namespace

bool ListQuery::reads_sign_in_activity() const {
  return std::find(select.begin(), select.end(), kSignInActivity) != select.end() ||
         (filter && reads(*filter, kSignInActivity));
}

std::string option_name(std::string_view name) {
  return lower(name.starts_with('$') ? name.substr(1) : name);
}

tl::expected<ListQuery, GraphError> read_list_query(const http::Fields& options,
                                                    const EntityType& type, bool eventual) {
  Reading reading{.type = type, .eventual = eventual};
  Fault fault = read_all(reading, options);
  if (!fault) {
    fault = check_list(reading);
  }
  if (fault) {
    return tl::unexpected<GraphError>(*std::move(fault));
  }
  reading.query.count = reading.count.value_or(false) && (eventual || !type.directory);
  return std::move(reading.query);
}

tl::expected<ListQuery, GraphError> read_entity_query(const http::Fields& options,
                                                      const EntityType& type) {
  Reading reading{.type = type};
  http::Fields kept;
  for (const http::Field& field : options) {
    const std::string name = option_name(field.name);
    if (name == "filter" || name == "search" || name == "orderby" || name == "top" ||
        name == "skip" || name == "skiptoken") {
      return tl::unexpected<GraphError>(bad_request(
          "BadRequest",
          "Query options $select, $expand and $format can be used with a single resource only; $" +
              name + " needs a collection."));
    }
    kept.push_back(field);
  }
  if (auto fault = read_all(reading, kept)) {
    return tl::unexpected<GraphError>(*std::move(fault));
  }
  return std::move(reading.query);
}

tl::expected<ListQuery, GraphError> read_delta_query(const http::Fields& options,
                                                     const EntityType& type) {
  for (const http::Field& field : options) {
    const std::string name = option_name(field.name);
    if (name == "expand" || name == "top" || name == "orderby" || name == "search" ||
        name == "skip") {
      return tl::unexpected<GraphError>(
          bad_request("Request_UnsupportedQuery",
                      quoted_option("The query parameter '$", name,
                                    "' is not supported by delta queries of this resource.")));
    }
  }
  Reading reading{.type = type};
  Fault fault = read_all(reading, options);
  if (!fault) {
    fault = check_list(reading);
  }
  if (fault) {
    return tl::unexpected<GraphError>(*std::move(fault));
  }
  return std::move(reading.query);
}

std::size_t page_size(const ListQuery& query, std::size_t set_page_size) {
  const std::size_t wanted = query.top.value_or(set_page_size);
  const std::size_t most = query.reads_sign_in_activity() ? kMaxSignInActivityPage : kMaxPage;
  return std::clamp<std::size_t>(wanted, 1, most);
}

int resource_units(const ListQuery& query) {
  int units = 2;
  units -= query.select.empty() ? 0 : 1;
  units -= query.top && *query.top < 20 ? 1 : 0;
  units += query.expand.empty() ? 0 : 1;
  return std::max(units, 1);
}

}  // namespace graphfault::graph
