// SPDX-License-Identifier: MIT
#include "graph/lower/low.hpp"
