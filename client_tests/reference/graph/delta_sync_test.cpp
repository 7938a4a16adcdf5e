// SPDX-License-Identifier: MIT
#include "graph/delta_sync.hpp"

#include "testing/bench.hpp"

#include <gtest/gtest.h>

#include <string>

namespace graphclient {
namespace {

using testing::Bench;
using testing::error_reply;
using testing::json_reply;

const std::string kStart = "http://graph.test/v1.0/users/delta";

Reply round_reply(const std::string& items, const std::string& token) {
  return json_reply(200, "{\"value\":[" + items + R"(],"@odata.deltaLink":")" + kStart +
                             "?$deltatoken=" + token + "\"}");
}

DeltaState known() {
  return {.delta_link = kStart + "?$deltatoken=old",
          .items = {{"1", *parse_json(R"({"id":"1","name":"a","mail":"m"})")},
                    {"2", *parse_json(R"({"id":"2"})")}}};
}

TEST(DeltaSync, StartsWithEverything) {
  Bench bench;
  bench.service.then(round_reply(R"({"id":"1"},{"id":"2"})", "x"));
  const DeltaRound round = sync_delta(bench.session, kStart, {});
  EXPECT_FALSE(round.failure);
  EXPECT_EQ(round.state.items.size(), 2U);
  EXPECT_EQ(round.state.delta_link, kStart + "?$deltatoken=x");
  EXPECT_EQ(bench.service.requests[0].url, kStart);
}

TEST(DeltaSync, AppliesChangesRemovalsAndReplays) {
  Bench bench;
  bench.service.then(round_reply(R"({"id":"1","name":"b"},{"id":"1","name":"c"},{"id":"3"},)"
                                 R"({"id":"3","@removed":{"reason":"deleted"}},)"
                                 R"({"id":"2","@removed":{"reason":"changed"}},{"noid":1},5)",
                                 "y"));
  const DeltaRound round = sync_delta(bench.session, kStart, known());
  EXPECT_EQ(bench.service.requests[0].url, kStart + "?$deltatoken=old");
  ASSERT_EQ(round.state.items.size(), 1U);
  EXPECT_EQ(compact(round.state.items.at("1")), R"({"id":"1","name":"c","mail":"m"})");
  EXPECT_EQ(round.changed, 1);
  EXPECT_EQ(round.removed, 2);
  EXPECT_FALSE(round.full_resync);
}

TEST(DeltaSync, ReadsAnewFromTheLocationOfA410) {
  Bench bench;
  bench.service.then(error_reply(410, "resyncRequired", {{"Location", kStart + "?$deltatoken="}}))
      .then(round_reply(R"({"id":"9"})", "z"));
  const DeltaRound round = sync_delta(bench.session, kStart, known());
  EXPECT_TRUE(round.full_resync);
  EXPECT_EQ(bench.service.requests[1].url, kStart + "?$deltatoken=");
  EXPECT_EQ(round.state.items.size(), 1U) << "nothing of the old copy stays";
}

TEST(DeltaSync, ReadsAnewWithoutALocationToo) {
  for (const Reply& gone :
       {error_reply(410, "SyncStateNotFound"), Reply{.status = 410},
        error_reply(400, "syncStateNotFound"), error_reply(410, "x", {{"Location", "nonsense"}})}) {
    Bench bench;
    bench.service.then(gone).then(round_reply("", "z"));
    EXPECT_TRUE(sync_delta(bench.session, kStart, known()).full_resync);
    EXPECT_EQ(bench.service.requests.at(1).url, kStart);
  }
}

TEST(DeltaSync, ReadsAnewOnlyOnceAndKeepsTheStateOnFailure) {
  Bench bench;
  bench.service.then(error_reply(410, "resyncRequired")).then(error_reply(410, "resyncRequired"));
  const DeltaRound round = sync_delta(bench.session, kStart, known());
  ASSERT_TRUE(round.failure);
  EXPECT_EQ(bench.service.requests.size(), 2U);
  EXPECT_EQ(round.state.items.size(), 2U);

  Bench refused;
  refused.service.then(error_reply(403, "Authorization_RequestDenied"));
  EXPECT_TRUE(sync_delta(refused.session, kStart, known()).failure);
  EXPECT_EQ(refused.service.requests.size(), 1U);
}

TEST(DeltaSync, DoesNotFollowALocationElsewhere) {
  Bench bench;
  bench.service.then(error_reply(410, "resyncRequired", {{"Location", "http://evil.test/"}}));
  EXPECT_TRUE(sync_delta(bench.session, kStart, known()).failure);
  EXPECT_EQ(bench.service.requests.size(), 1U);
}

TEST(DeltaState, IsReadBackAsItWasWritten) {
  const std::string text = write_delta_state(known());
  const auto state = read_delta_state(text);
  ASSERT_TRUE(state);
  EXPECT_EQ(write_delta_state(*state), text);
  for (const char* bad : {"", "{}", "[]", R"({"deltaLink":"x"})", R"({"deltaLink":1,"items":[]})",
                          R"({"deltaLink":"x","items":[{}]})", R"({"deltaLink":"x","items":{}})"}) {
    EXPECT_FALSE(read_delta_state(bad)) << bad;
  }
}

}  // namespace
}  // namespace graphclient
