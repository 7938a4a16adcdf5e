// SPDX-License-Identifier: MIT
#include <strange/library.h>
#include <sys/socket.h>

#include <mutex>
#include <thread>
