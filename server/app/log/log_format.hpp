// SPDX-License-Identifier: MIT
#pragma once

namespace graphfault::app {

/// Of the line for each request on standard output.
enum class LogFormat { text, json, off };

}  // namespace graphfault::app
