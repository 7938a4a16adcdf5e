// SPDX-License-Identifier: MIT
#include "graph/string_utils.hpp"

#include <sys/socket.h>
#include <thread>
