// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line/command.hpp"

#include <memory>
#include <string>

namespace graphfault::app {

enum class AuthorityFormat { pem, pkcs12 };

struct CaOptions {
  std::string authority_folder{};  ///< empty: the user's
  std::string out{};               ///< empty: standard output
  AuthorityFormat format = AuthorityFormat::pem;
  std::string password = "changeit";
};

/// The command's row; `options` take what the command line says.
Command ca_command(const std::shared_ptr<CaOptions>& options);

}  // namespace graphfault::app
