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
                    {"answered as one error, for what its operations met",
                     "0 POST /v1.0/$batch 422 | 1 GET /v1.0/a 404 parent=1 op=1", State::passed},
                    {"the same under a 400",
                     "0 POST /v1.0/$batch 400 | 1 GET /v1.0/a 404 parent=1 op=1", State::passed},
                    {"no batch", "0 POST /v1.0/users 400", State::not_exercised},
                });
}

}  // namespace
}  // namespace graphfault::verdict
