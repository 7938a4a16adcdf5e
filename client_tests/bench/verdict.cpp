// SPDX-License-Identifier: MIT
// verdict: how long judging 10,000 exchanges takes, from the copies that a journal gives to the
// verdict; the median of nine. A run of a guest report: listings of ten pages with bodies of 4 KiB,
// now and then a 429 with its retry, batches of four operations.
#include "verdict/verdict.hpp"

#include "graph/tokens/token_state.hpp"
#include "scenario/loading/load.hpp"
#include "verdict/finding_ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using graphfault::Instant;
using graphfault::journal::Exchange;

constexpr std::size_t kExchanges = 10'000;
constexpr std::size_t kBody = 4096;
constexpr int kRounds = 9;
constexpr int kPages = 10;
constexpr std::chrono::milliseconds kStep{120};

/// Writes exchanges one after the other.
class Writer {
 public:
  std::vector<Exchange> take() { return std::move(exchanges_); }
  std::size_t size() const { return exchanges_.size(); }

  Exchange& add(const std::string& method, const std::string& path, const std::string& query,
                int status) {
    Exchange exchange{.sequence = exchanges_.size() + 1};
    exchange.begun = exchange.tenant_begun = now_;
    exchange.left = exchange.sent = now_ + std::chrono::milliseconds(3);
    exchange.method = method;
    exchange.path = path;
    exchange.query = query;
    exchange.url = "http://localhost:8080/v1.0" + path + (query.empty() ? "" : "?" + query);
    exchange.status = status;
    exchange.caller = {
        .token_id = "t1", .app = "a1", .state = graphfault::graph::TokenState::valid};
    exchange.request_headers.add("client-request-id", fmt::format("id-{}", exchanges_.size()));
    if (path == "/users") {
      exchange.counted = {0};
    }
    now_ += kStep;
    exchanges_.push_back(std::move(exchange));
    return exchanges_.back();
  }

  void listing(int number) {
    for (int page = 0; page < kPages; ++page) {
      const std::string query = page == 0 ? fmt::format("$select=id&$top={}", 100 + number)
                                          : fmt::format("$skiptoken={}-{}", number, page);
      if ((number + page) % 7 == 0) {
        add("GET", "/users", query, 429).retry_after = std::chrono::milliseconds(100);
      }
      std::string body = R"({"@odata.context":"c",)";
      if (page + 1 < kPages) {
        body +=
            fmt::format(R"("@odata.nextLink":"http://localhost:8080/v1.0/users?$skiptoken={}-{}",)",
                        number, page + 1);
      }
      add("GET", "/users", query, 200).response_body.text =
          body + R"("value":[")" + std::string(kBody, 'x') + "\"]}";
    }
  }

  void batch(int number) {
    const std::uint64_t parent = add("POST", "/$batch", "", 200).sequence;
    for (int operation = 0; operation < 4; ++operation) {
      Exchange& one = add("GET", fmt::format("/groups/{}-{}", number, operation), "", 200);
      one.parent = parent;
      one.operation = std::to_string(operation);
    }
  }

 private:
  std::vector<Exchange> exchanges_{};
  Instant now_ = Instant(std::chrono::hours(500'000));
};

std::vector<Exchange> run_of_a_report() {
  Writer writer;
  for (int number = 0; writer.size() < kExchanges; ++number) {
    writer.listing(number);
    writer.batch(number);
  }
  std::vector<Exchange> exchanges = writer.take();
  exchanges.resize(kExchanges);
  return exchanges;
}

}  // namespace

int main() {
  using Milliseconds = std::chrono::duration<double, std::milli>;
  const auto scenario = graphfault::scenario::load(
      "summary: s\nverdict: {requests: [{when: GET /users, count: {min: 1, max: 20000}}]}",
      {.file = "bench.yaml", .finding_ids = graphfault::verdict::finding_ids()});
  if (!scenario) {
    return 2;
  }
  const std::vector<Exchange> exchanges = run_of_a_report();
  std::vector<double> times;
  std::size_t findings = 0;
  for (int round = 0; round < kRounds; ++round) {
    std::vector<Exchange> copies = exchanges;
    const auto begun = std::chrono::steady_clock::now();
    const graphfault::verdict::Record record(std::move(copies), {.ended = true});
    findings = graphfault::verdict::judge(**scenario, record, {}).findings.size();
    times.push_back(Milliseconds(std::chrono::steady_clock::now() - begun).count());
  }
  std::sort(times.begin(), times.end());
  std::printf("exchanges %zu\nfindings %zu\nmilliseconds %.2f\n", exchanges.size(), findings,
              times[kRounds / 2]);
}
