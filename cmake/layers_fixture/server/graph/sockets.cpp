// SPDX-License-Identifier: MIT
#include <mutex>
#include <strange/library.h>
#include <sys/socket.h>
#include <thread>
