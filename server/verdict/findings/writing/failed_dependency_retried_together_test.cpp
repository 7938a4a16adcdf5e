// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(FailedDependencyRetriedTogether, JudgesJournals) {
  expect_states(failed_dependency_retried_together,
                {
                    {"together",
                     "0 POST /v1.0/$batch 200 | 1 POST /v1.0/a 503 parent=1 op=1 | 1 GET /v1.0/b "
                     "424 parent=1 op=2 needs=1 | 500 POST /v1.0/$batch 200 | 501 POST /v1.0/a 201 "
                     "parent=4 op=1 | 501 GET /v1.0/b 200 parent=4 op=2 needs=1",
                     State::passed},
                    {"alone",
                     "0 POST /v1.0/$batch 200 | 1 POST /v1.0/a 503 parent=1 op=1 | 1 GET /v1.0/b "
                     "424 parent=1 op=2 needs=1 | 500 POST /v1.0/$batch 200 body=x | 501 GET "
                     "/v1.0/b 200 parent=4 op=2",
                     State::failed},
                    {"each by itself, in order",
                     "0 POST /v1.0/$batch 200 | 1 POST /v1.0/a 503 parent=1 op=1 | 1 GET /v1.0/b "
                     "424 parent=1 op=2 needs=1 | 500 POST /v1.0/a 201 | 600 GET /v1.0/b 200",
                     State::passed},
                    {"not tried again",
                     "0 POST /v1.0/$batch 200 | 1 POST /v1.0/a 503 parent=1 op=1 | 1 GET /v1.0/b "
                     "424 parent=1 op=2 needs=1",
                     State::not_exercised},
                });
}

}  // namespace
}  // namespace graphfault::verdict
