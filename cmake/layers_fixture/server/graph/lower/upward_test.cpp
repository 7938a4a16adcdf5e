// SPDX-License-Identifier: MIT
#include "graph/upper/high.hpp"
