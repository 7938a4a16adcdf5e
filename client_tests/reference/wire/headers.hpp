// SPDX-License-Identifier: MIT
// HTTP header fields as values: order and spelling kept, names compared without regard to case.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace graphclient {

struct Header {
  std::string name{};
  std::string value{};

  bool operator==(const Header&) const = default;
};
using Headers = std::vector<Header>;

/// ASCII letters only, as HTTP's names are.
bool same_name(std::string_view left, std::string_view right);
/// The first field of that name; nullptr where there is none. Owned by `headers`.
const std::string* find_header(const Headers& headers, std::string_view name);
/// Its value, or "".
std::string header_or_empty(const Headers& headers, std::string_view name);
/// Every value of that name, in order.
std::vector<std::string> all_headers(const Headers& headers, std::string_view name);
/// Replaces the field of that name, or appends it.
void set_header(Headers& headers, std::string_view name, std::string value);

}  // namespace graphclient
