// SPDX-License-Identifier: MIT
// What a generated user's properties say.
#pragma once

#include "graph/entities/generated_users.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace graphfault::graph {

/// The tenant's verified domain; a guest's name ends with `#EXT#@` and it.
inline constexpr std::string_view kUserDomain = "contoso.onmicrosoft.com";

std::string generated_id(std::uint64_t seed, std::uint64_t index);
std::string principal_name(const GeneratedUser& user);

/// A scalar property (of user_type()); null for those a generated user has not.
Value generated_value(const GeneratedUser& user, const Property& property);
/// The one element of a list of texts; nothing where the list is empty.
std::optional<std::string> generated_list_item(const GeneratedUser& user,
                                               std::string_view property);
/// Appends a list or an object (`identities`, `signInActivity`, ...); false where the user has none
/// of that name.
bool append_generated_json(std::string& out, const GeneratedUser& user, std::string_view property);

}  // namespace graphfault::graph
