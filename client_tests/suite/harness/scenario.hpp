// SPDX-License-Identifier: MIT
// What every scenario's test starts from: a tenant of its own, a client in it, its journal.
#pragma once

#include "call/courier.hpp"
#include "graph/session.hpp"
#include "harness/journal.hpp"
#include "harness/server.hpp"
#include "sign_in/client_credentials.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace graphclient::suite {

/// Waiting moves the tenant's clock instead of the world's, so that no test sleeps and every
/// Retry-After is kept to the millisecond.
class TenantClock final : public Clock {
 public:
  TenantClock(Server& server, std::string tenant);
  Instant now() override;
  void sleep(Milliseconds time) override;
  Milliseconds slept() const { return slept_; }

 private:
  Server& server_;
  std::string tenant_;
  std::unique_ptr<Clock> machine_ = make_system_clock();
  Milliseconds slept_{0};
};

class Notes final : public Observer {
 public:
  void note(const std::string& text) override { texts.push_back(text); }
  std::vector<std::string> texts{};
};

/// How the client of a test differs from a plain one.
struct ClientOptions {
  std::string client_id = "11111111-2222-3333-4444-555555555555";
  std::string client_secret = "correct-horse";
  Patience patience{};
  Milliseconds read_timeout{20'000};
};

/// A tenant of a scenario with one client in it.
class Tenant {
 public:
  Tenant(Server& server, const std::string& name, const ClientOptions& options);

  Session& session() { return session_; }
  TenantClock& clock() { return clock_; }
  const std::string& name() const { return name_; }
  const std::vector<std::string>& notes() const { return notes_.texts; }
  /// Everything so far, oldest first.
  Journal journal() const;
  /// `POST /tenants/{t}/{what}`: revoke, expire.
  void order(const std::string& what) const;

  tl::expected<Reply, Failure> get(const std::string& path);
  /// With a JSON body.
  tl::expected<Reply, Failure> send(const std::string& method, const std::string& path,
                                    const Json& body);

 private:
  Server& server_;
  std::string name_;
  TenantClock clock_;
  Notes notes_{};
  std::unique_ptr<Transport> transport_;
  std::unique_ptr<Random> random_ = make_system_random();
  Courier courier_;
  ClientCredentials tokens_;
  Session session_;
};

/// The tests of a scenario carry its name: Scenario.paged_guests tests scenarios/paged-guests.yaml,
/// Scenario.paged_guests__again does too.
class Scenario : public ::testing::Test {
 protected:
  static void SetUpTestSuite();
  static void TearDownTestSuite();
  void SetUp() override;

  Server& server() const { return *shared_server; }
  /// The scenario that the running test is named after.
  static std::string scenario_name();
  /// A new tenant of that scenario.
  Tenant& tenant(const std::string& label = "main", const ClientOptions& options = {});

 private:
  static std::unique_ptr<Server> shared_server;
  std::vector<std::unique_ptr<Tenant>> tenants_{};
};

/// paged_guests__again -> paged-guests
std::string scenario_of_test(std::string test_name);

}  // namespace graphclient::suite
