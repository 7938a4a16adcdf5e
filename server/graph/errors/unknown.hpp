// SPDX-License-Identifier: MIT
#pragma once

namespace graphfault::graph {

/// What of a call nobody knows, where that is why it was refused.
enum class Unknown { nothing, path, version, sign_in_path };

}  // namespace graphfault::graph
