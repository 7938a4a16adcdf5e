// SPDX-License-Identifier: MIT
// TLS handshakes stand in the journal among the requests, and are none.
#include "scenario/default_scenario.hpp"
#include "verdict/record/record.hpp"
#include "verdict/verdict.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

Exchange handshake() {
  Exchange exchange;
  exchange.sequence = 1;
  exchange.surface = graph::Surface::handshake;
  exchange.method = journal::kHandshakeMethod;
  exchange.url = "https://graph.microsoft.com";
  exchange.fault = "tls: expired";
  return exchange;
}

TEST(Handshakes, AreNoRequests) {
  const Record record({handshake()}, {});
  EXPECT_EQ(record.handshakes(), 1U);
  EXPECT_THAT(record.requests(), IsEmpty());
  EXPECT_THAT(record.calls(), IsEmpty());
  EXPECT_NE(record.find(1), nullptr);
}

TEST(Handshakes, AreEnoughOfAClient) {
  const auto scenario = scenario::default_scenario();
  // One that turns away from a bad certificate sends no request.
  EXPECT_TRUE(judge(*scenario, Record({handshake()}, {}), {}).passed);
  EXPECT_THAT(judge(*scenario, Record({}, {}), {}).reasons, Contains("no request came"));
}

}  // namespace
}  // namespace graphfault::verdict
