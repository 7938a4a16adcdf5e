// SPDX-License-Identifier: MIT
#include "net/tls/tls_identity.hpp"

#include "net/tls/tls_context.hpp"
#include "net/tls/tls_session.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

namespace graphfault::net {
namespace {

// Clocks differ, and no client of today takes a certificate for longer than 398 days.
constexpr std::chrono::days kBefore{1};
constexpr std::chrono::days kGood{397};
// Clients choose the names that are added, so there is an end to them.
constexpr std::size_t kMostAddedNames = 64;
constexpr const char* kWrongName = "wrong-name.graphfault.invalid";

using ContextPtr = std::shared_ptr<TlsIdentity::Context>;

bool is_single_label(const std::string& name) {
  return is_certificate_name(name) && name.find_first_of(".:*") == std::string::npos;
}

}  // namespace

struct TlsIdentity::State {
  Sources sources{};
  Instant made{};
  ContextPtr honest{};
  std::mutex mutex{};  ///< of those below
  std::map<Face, ContextPtr> faulty{};
  std::map<std::string, ContextPtr, std::less<>> added{};

  /// Good from yesterday, but never longer than the authority.
  CertificateOrder good(std::vector<std::string> names) const {
    const auto facts = inspect(sources.authority);
    const Instant until = made + kGood;
    return {.names = std::move(names),
            .from = made - kBefore,
            .until = facts ? std::min(until, facts->until) : until};
  }

  Result<ContextPtr> issued(const Credentials& authority, const CertificateOrder& order) const {
    const auto credentials = issue(authority, order);
    if (!credentials) {
      return tl::unexpected(credentials.error());
    }
    return make_context(*credentials, TlsSession::on_hello);
  }

  Result<ContextPtr> make(Face face) const {
    CertificateOrder order = good(sources.names);
    switch (face) {
      case Face::expired:
        order.until = made - kBefore;
        order.from = order.until - kGood;
        return issued(sources.authority, order);
      case Face::wrong_name:
        order.names = {kWrongName};
        return issued(sources.authority, order);
      case Face::untrusted:
        return issued(make_authority(made), order);
      case Face::honest:
      case Face::reset:
        break;
    }
    return honest;
  }

  ContextPtr faced(Face face) {
    const std::lock_guard lock(mutex);
    ContextPtr& known = faulty[face];
    if (!known) {
      known = make(face).value_or(honest);
    }
    return known;
  }

  /// The certificate with that name added, where it is one that any network may give a machine.
  ContextPtr named(const std::string& name) {
    if (sources.own || !is_single_label(name) ||
        std::find(sources.names.begin(), sources.names.end(), name) != sources.names.end()) {
      return honest;
    }
    const std::lock_guard lock(mutex);
    const auto known = added.find(name);
    if (known != added.end()) {
      return known->second;
    }
    if (added.size() >= kMostAddedNames) {
      return honest;
    }
    std::vector<std::string> names = sources.names;
    names.push_back(name);
    return added[name] = issued(sources.authority, good(std::move(names))).value_or(honest);
  }
};

Result<std::shared_ptr<TlsIdentity>> TlsIdentity::make(Sources sources, Instant now) {
  auto state = std::make_unique<State>();
  state->sources = std::move(sources);
  state->made = now;
  auto honest = state->sources.own
                    ? make_context(*state->sources.own, TlsSession::on_hello)
                    : state->issued(state->sources.authority, state->good(state->sources.names));
  if (!honest) {
    return tl::unexpected(honest.error());
  }
  state->honest = std::move(*honest);
  return std::shared_ptr<TlsIdentity>(new TlsIdentity(std::move(state)));
}

TlsIdentity::TlsIdentity(std::unique_ptr<State> state) : state_(std::move(state)) {}
TlsIdentity::~TlsIdentity() = default;

std::shared_ptr<TlsIdentity::Context> TlsIdentity::honest() const { return state_->honest; }

std::shared_ptr<TlsIdentity::Context> TlsIdentity::facing(Face face,
                                                          const std::string& server_name) {
  return face == Face::honest ? state_->named(server_name) : state_->faced(face);
}

}  // namespace graphfault::net
