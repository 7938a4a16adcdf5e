// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(BatchWithinLimits, JudgesJournals) {
  expect_states(batch_within_limits,
                {
                    {"accepted", "0 POST /v1.0/$batch 200", State::passed},
                    {"refused", "0 POST /v1.0/$batch 400", State::failed},
                    {"a rule refused it", "0 POST /v1.0/$batch 400 rule=2", State::not_exercised},
                    {"no batch", "0 POST /v1.0/users 400", State::not_exercised},
                });
}

}  // namespace
}  // namespace graphfault::verdict
