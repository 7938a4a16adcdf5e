// SPDX-License-Identifier: MIT
#include "target.hpp"

#include <openssl/evp.h>
