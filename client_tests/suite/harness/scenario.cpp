// SPDX-License-Identifier: MIT
#include "harness/scenario.hpp"

#include "wire/httplib_transport.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace graphclient::suite {

TenantClock::TenantClock(Server& server, std::string tenant)
    : server_(server), tenant_(std::move(tenant)) {}

Instant TenantClock::now() { return machine_->now() + slept_; }

void TenantClock::sleep(Milliseconds time) {
  slept_ += time;
  Json advance = Json::object();
  advance["advance"] = fmt::format("{}ms", time.count());
  const Json answer = server_.post("/tenants/" + tenant_ + "/clock", advance);
  EXPECT_TRUE(answer.is_object()) << "the clock of " << tenant_ << " does not move";
}

Tenant::Tenant(Server& server, const std::string& name, const ClientOptions& options)
    : server_(server),
      name_(name),
      clock_(server, name),
      transport_(make_httplib_transport({.read = options.read_timeout})),
      courier_({*transport_, clock_, *random_, notes_}, options.patience),
      tokens_(courier_, {.authority = server.url(),
                         .tenant = name,
                         .client_id = options.client_id,
                         .client_secret = options.client_secret}),
      session_(courier_, tokens_, server.url()) {
  server_.post("/tenants/" + name_, Json::object());
}

Journal Tenant::journal() const {
  return read_journal(server_.get("/tenants/" + name_ + "/journal"));
}

void Tenant::order(const std::string& what) const {
  EXPECT_TRUE(server_.post("/tenants/" + name_ + "/" + what, Json::object()).is_object()) << what;
}

tl::expected<Reply, Failure> Tenant::get(const std::string& path) {
  return session_.send(make_call("GET", session_.url(path)), session_.new_deadline());
}

tl::expected<Reply, Failure> Tenant::send(const std::string& method, const std::string& path,
                                          const Json& body) {
  Call call = make_call(method, session_.url(path));
  call.request.body = compact(body);
  set_header(call.request.headers, "Content-Type", "application/json");
  return session_.send(call, session_.new_deadline());
}

std::unique_ptr<Server> Scenario::shared_server;

void Scenario::SetUpTestSuite() { shared_server = std::make_unique<Server>(); }
void Scenario::TearDownTestSuite() { shared_server.reset(); }
void Scenario::SetUp() { ASSERT_EQ(server().problem(), ""); }

std::string scenario_of_test(std::string test_name) {
  test_name.resize(std::min(test_name.find("__"), test_name.size()));
  std::replace(test_name.begin(), test_name.end(), '_', '-');
  return test_name;
}

std::string Scenario::scenario_name() {
  return scenario_of_test(::testing::UnitTest::GetInstance()->current_test_info()->name());
}

Tenant& Scenario::tenant(const std::string& label, const ClientOptions& options) {
  tenants_.push_back(std::make_unique<Tenant>(server(), scenario_name() + "." + label, options));
  return *tenants_.back();
}

}  // namespace graphclient::suite
