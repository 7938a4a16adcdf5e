// SPDX-License-Identifier: MIT
#include "app/tls/tls_setup.hpp"

#include "app/files/files.hpp"
#include "app/tls/authority_folder.hpp"
#include "graph/paths/cloud_hosts.hpp"
#include "http/host.hpp"

#include <algorithm>
#include <utility>

namespace graphfault::app {
namespace {

constexpr std::size_t kGivenFileBytes = 1U << 20U;

/// Loopback, what containers call each other, the clouds' hosts, and the user's own.
std::vector<std::string> certificate_names(const TlsChoice& choice,
                                           const std::vector<std::string>& hosts) {
  std::vector<std::string> names{"localhost", "127.0.0.1", "::1", "graphfault",
                                 "host.docker.internal"};
  const auto add = [&names](const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  };
  for (const auto& known : {graph::graph_hosts(), graph::sign_in_hosts()}) {
    std::for_each(known.begin(), known.end(),
                  [&](std::string_view host) { add(std::string(host)); });
  }
  for (const std::string& host : hosts) {
    if (http::is_ip_address(host) && host != "0.0.0.0" && host != "::") {
      add(host);
    }
  }
  std::for_each(choice.names.begin(), choice.names.end(), add);
  return names;
}

Result<net::Credentials> read_own(const TlsChoice& choice) {
  if (choice.certificate.empty() || choice.key.empty()) {
    return fail("--tls-cert and --tls-key must be used together",
                "give the file of the certificate (PEM, with its chain) and the file of its key");
  }
  const DiskFiles files;
  const auto certificate = files.read(choice.certificate, kGivenFileBytes);
  if (!certificate) {
    return fail("--tls-cert " + choice.certificate + ' ' + certificate.error().message,
                "give a PEM file that you may read");
  }
  const auto key = files.read(choice.key, kGivenFileBytes);
  if (!key) {
    return fail("--tls-key " + choice.key + ' ' + key.error().message,
                "give a PEM file that you may read");
  }
  net::Credentials own{.certificates = *certificate, .key = *key};
  if (const auto facts = net::inspect(own); !facts) {
    return fail("--tls-cert " + choice.certificate + " and --tls-key " + choice.key +
                    " can't be used: " + facts.error().message,
                "give a certificate and its own key, both as PEM; without these two options "
                "graphfault makes a certificate");
  }
  return own;
}

Result<TlsSetup> with_own(const TlsChoice& choice, net::TlsIdentity::Sources sources, Instant now) {
  auto own = read_own(choice);
  if (!own) {
    return tl::unexpected(own.error());
  }
  // The faulty certificates of scenarios need an authority; nobody has to trust it.
  sources.authority = net::make_authority(now);
  sources.own = std::move(*own);
  auto identity = net::TlsIdentity::make(std::move(sources), now);
  if (!identity) {
    return fail("--tls-cert " + choice.certificate + ": " + identity.error().message,
                "give one with its whole chain, a long enough key (P-256, or RSA of 2048 bits) and "
                "a signature that is still accepted");
  }
  return TlsSetup{.identity = std::move(*identity)};
}

}  // namespace

Result<TlsSetup> set_up_tls(const TlsChoice& choice, const std::vector<std::string>& hosts,
                            Instant now) {
  net::TlsIdentity::Sources sources{.authority = {}, .names = certificate_names(choice, hosts)};
  if (!choice.certificate.empty() || !choice.key.empty()) {
    return with_own(choice, std::move(sources), now);
  }
  auto authority = open_authority(
      choice.authority_folder.empty() ? default_authority_folder() : choice.authority_folder, now);
  if (!authority) {
    return tl::unexpected(authority.error());
  }
  sources.authority = authority->credentials;
  auto identity = net::TlsIdentity::make(std::move(sources), now);
  if (!identity) {
    return fail(identity.error().message, "--tls-name takes host names, such as graph.test");
  }
  return TlsSetup{.identity = std::move(*identity),
                  .authority = authority->credentials.certificates,
                  .warning = authority->warning};
}

}  // namespace graphfault::app
