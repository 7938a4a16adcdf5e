// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace graphfault::net {

/// A PKCS#12 store in which Java trusts that certificate.
Result<std::string> truststore(std::string_view certificate, const std::string& password);

}  // namespace graphfault::net
