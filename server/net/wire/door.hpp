// SPDX-License-Identifier: MIT
#pragma once

namespace graphfault::net {

/// By which port a connection came.
enum class Door { http, https };

}  // namespace graphfault::net
