// SPDX-License-Identifier: MIT
#include "verdict/testing/journal_text.hpp"

#include <gtest/gtest.h>

namespace graphfault::verdict {
namespace {

TEST(RetryAfterHonoured, JudgesJournals) {
  expect_states(
      retry_after_honoured,
      {
          {"waits as asked", "0 GET /v1.0/users 429 retry-after=2s | 2050 GET /v1.0/users 200",
           State::passed},
          {"within the tolerance",
           "0 GET /v1.0/users 429 retry-after=2s | 1970 GET /v1.0/users 200", State::passed},
          {"too early", "0 GET /v1.0/users 429 retry-after=2s | 1900 GET /v1.0/users 200",
           State::failed},
          {"on a 503 too", "0 GET /v1.0/users 503 retry-after=2s | 100 GET /v1.0/users 200",
           State::failed},
          {"counted from the answer, not the request",
           "0 GET /v1.0/users 429 retry-after=2s took=1000 | 2100 GET /v1.0/users 200",
           State::failed},
          {"the clock was moved on",
           "0 GET /v1.0/users 429 retry-after=1h | 100 GET /v1.0/users 200 clock=3600000",
           State::passed},
          {"the second wait is broken",
           "0 GET /v1.0/users 429 retry-after=1s | 1100 GET /v1.0/users 429 retry-after=1s | 1200 "
           "GET /v1.0/users 200",
           State::failed},
          {"another URL is another call",
           "0 GET /v1.0/users 429 retry-after=2s | 100 GET /v1.0/groups 200", State::not_exercised},
          {"another app is another caller",
           "0 GET /v1.0/users 429 retry-after=2s | 100 GET /v1.0/users 200 app=a2",
           State::not_exercised},
          {"zero allows an immediate retry",
           "0 GET /v1.0/users 429 retry-after=0s | 20 GET /v1.0/users 200", State::not_exercised},
          {"parallel workers are no retries",
           "0 GET /v1.0/users 429 retry-after=2s took=50 | 5 GET /v1.0/users 429 retry-after=2s | "
           "60 GET /v1.0/users 200",
           State::not_exercised},
          {"another Retry-Attempt chain",
           "0 GET /v1.0/users 429 retry-after=2s attempt=1 | 100 GET /v1.0/users 200",
           State::not_exercised},
          {"another client-request-id of a client that keeps ids",
           "0 GET /v1.0/a 429 id=x | 500 GET /v1.0/a 200 id=x | 600 GET /v1.0/users 429 "
           "retry-after=2s id=y | 700 GET /v1.0/users 200 id=z",
           State::not_exercised},
          {"inside a batch the longest counts",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/users 429 parent=1 op=1 retry-after=2s | 1 GET "
           "/v1.0/groups 429 parent=1 op=2 retry-after=1s | 1500 POST /v1.0/$batch 200 body=b2 | "
           "1501 GET /v1.0/users 200 parent=4 op=1 | 1501 GET /v1.0/groups 200 parent=4 op=2",
           State::failed},
          {"a batch that waits",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/users 429 parent=1 op=1 retry-after=2s | 2100 "
           "POST /v1.0/$batch 200 body=b2 | 2101 GET /v1.0/users 200 parent=3 op=1",
           State::passed},
          {"parallel workers that each wait are no retries, even where no two overlap",
           "0 GET /v1.0/users 429 retry-after=2s took=1 | 5 GET /v1.0/users 429 retry-after=2s "
           "took=1 | 2010 GET /v1.0/users 200 took=1 | 2020 GET /v1.0/users 200",
           State::not_exercised},
          {"workers under endless throttling, who give up",
           "0 GET /v1.0/users 429 retry-after=1s took=1 | 5 GET /v1.0/users 429 retry-after=1s "
           "took=1 | 1010 GET /v1.0/users 429 retry-after=1s took=1 | 1020 GET /v1.0/users 429 "
           "retry-after=1s",
           State::not_exercised},
          {"one that comes back at fixed times is no group of workers",
           "0 GET /v1.0/users 429 retry-after=1s took=1 | 300 GET /v1.0/users 429 "
           "retry-after=700ms "
           "took=1 | 600 GET /v1.0/users 429 retry-after=400ms took=1 | 900 GET /v1.0/users 429 "
           "retry-after=100ms took=1 | 1200 GET /v1.0/users 429 retry-after=1s took=1 | 1500 GET "
           "/v1.0/users 429 retry-after=700ms",
           State::failed},
          {"one client-request-id for everything marks no retries",
           "0 GET /v1.0/users 429 retry-after=2s id=x took=1 | 300 GET /v1.0/users 429 "
           "retry-after=2s id=x took=1 | 2010 GET /v1.0/users 200 id=x took=1 | 2310 GET "
           "/v1.0/users 200 id=x",
           State::not_exercised},
          {"the header counts, not the window it is rounded up from",
           "0 GET /v1.0/users 429 retry-after=300ms header=Retry-After:1 | 400 GET /v1.0/users 200",
           State::failed},
          {"a header that the scenario's author wrote",
           "0 GET /v1.0/users 429 header=Retry-After:2 | 300 GET /v1.0/users 200", State::failed},
          {"the tenant's clock stands still, the client has waited",
           "0 GET /v1.0/users 429 retry-after=2s frozen | 2050 GET /v1.0/users 200 frozen",
           State::passed},
          {"batches of two workers, each of whom waits",
           "0 POST /v1.0/$batch 200 took=1 | 1 GET /v1.0/a 429 parent=1 op=1 retry-after=1s | 20 "
           "POST "
           "/v1.0/$batch 200 took=1 | 21 GET /v1.0/a 429 parent=3 op=1 retry-after=1s | 1030 POST "
           "/v1.0/$batch 200 | 1031 GET /v1.0/a 200 parent=5 op=1 | 1100 POST /v1.0/$batch 200 | "
           "1101 "
           "GET /v1.0/a 200 parent=7 op=1",
           State::passed},
          {"an operation tried again by itself, too early",
           "0 POST /v1.0/$batch 200 | 1 GET /v1.0/users 429 parent=1 op=1 retry-after=2s | 1000 "
           "GET "
           "/v1.0/users 200",
           State::failed},
          {"sign-in is tried again without a number by a client that numbers Graph's retries",
           "0 GET /v1.0/a 429 | 900 GET /v1.0/a 200 attempt=1 | 1000 POST /t/oauth2/v2.0/token 429 "
           "retry-after=1s | 2100 POST /t/oauth2/v2.0/token 200",
           State::passed},
          {"nothing throttled", "0 GET /v1.0/users 200", State::not_exercised},
          {"no request", "", State::not_exercised},
      });
}

}  // namespace
}  // namespace graphfault::verdict
