// SPDX-License-Identifier: MIT
// What a client sees of a request that fails inside.
#include "app/serving/service.hpp"
#include "base/json.hpp"
#include "base/testing/failing_allocation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace graphfault::app {
namespace {

using testing::FailingAllocation;
using ::testing::HasSubstr;

http::Answer ask(Service& service, int which, bool& over) {
  http::Request request{.method = "GET", .target = "/v1.0/users?$top=1", .host = "localhost"};
  const FailingAllocation failing(which);
  http::Answer answer = service.serve(std::move(request));
  over = FailingAllocation::was_not_reached();
  return answer;
}

TEST(ServiceFailure, IsA500InTheShapeOfGraphAndNobodyWaits) {
  std::string written;
  const SystemClock clock;
  engine::Engine engine({}, {});
  ExchangeLog log(LogFormat::off, [&written](std::string_view lines) { written += lines; });
  Service service(engine, clock, log);
  bool over = false;
  service.sent(ask(service, 100'000, over).ticket, {});
  std::size_t failed = 0;
  over = false;
  for (int which = 0; !over; ++which) {
    const http::Answer answer = ask(service, which, over);
    if (answer.response.status == 500) {
      ++failed;
      const auto body = parse_json(answer.response.body);
      ASSERT_TRUE(body) << answer.response.body;
      EXPECT_TRUE((*body)["error"]["code"].is_string());
      EXPECT_TRUE(answer.response.headers.contains("request-id"));
      EXPECT_EQ(answer.ticket, http::Ticket{});
    } else {
      EXPECT_EQ(answer.response.status, 401);  // without a token
    }
    service.sent(answer.ticket, {});
  }
  EXPECT_GT(failed, 20U);
  for (const auto& tenant : engine.registry().tenants()) {
    EXPECT_EQ(tenant->evidence(clock.now()).packed.size(), tenant->journal_totals().recorded);
    EXPECT_EQ(tenant->under_way(), 0U);
  }
  EXPECT_EQ(engine.counts().refused, failed);
}

}  // namespace
}  // namespace graphfault::app
