// SPDX-License-Identifier: MIT
#pragma once

#include "control/message.hpp"
#include "control/subject.hpp"

#include <tl/expected.hpp>

#include <memory>
#include <string_view>

namespace graphfault::control {

/// The running tenant of that name or id; never makes one. Else the 410 of one that was evicted
/// for room, or the 404 that says how to make it.
tl::expected<std::shared_ptr<engine::Tenant>, Reply> running_tenant(std::string_view name,
                                                                    const Subject& subject);
/// What a name that cannot become a tenant is answered: 400 for its spelling, 404 for its
/// scenario.
Reply no_such_tenant(std::string_view name, const Subject& subject);

}  // namespace graphfault::control
