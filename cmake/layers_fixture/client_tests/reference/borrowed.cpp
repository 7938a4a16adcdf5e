// SPDX-License-Identifier: MIT
#include "http/target.hpp"
