// SPDX-License-Identifier: MIT
// Certificates as PEM texts: an authority of our own, and what it issues. All keys made here are
// P-256.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace graphfault::net {

struct Credentials {
  std::string certificates{};  ///< PEM; the one that `key` is of first, then those that lead to its
                               ///< root
  std::string key{};           ///< PEM, not encrypted

  bool operator==(const Credentials&) const = default;
};

struct CertificateFacts {
  std::string subject{};  ///< its common name
  Instant from{};
  Instant until{};
  bool is_authority = false;
};

struct CertificateOrder {
  std::vector<std::string> names{};  ///< host names (`*.` in front allowed) and IP addresses
  Instant from{};
  Instant until{};
};

/// The common name of the authorities made here.
inline constexpr std::string_view kAuthorityName = "graphfault local authority";

/// A new self-signed authority, good from a day before `now` for ten years.
Credentials make_authority(Instant now, std::string_view name = kAuthorityName);

/// A server's certificate for those names, signed by the authority, which follows it in the chain.
/// A problem where the authority can't be read or a name is none.
Result<Credentials> issue(const Credentials& authority, const CertificateOrder& order);

/// What matters of the first certificate; a problem where one of both can't be read, or the key
/// isn't its own.
Result<CertificateFacts> inspect(const Credentials& credentials);

/// True for what issue() takes as a name.
bool is_certificate_name(std::string_view name);

/// The first certificate of a PEM text alone, as PEM.
Result<std::string> first_certificate(std::string_view certificates);

}  // namespace graphfault::net
