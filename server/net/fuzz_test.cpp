// SPDX-License-Identifier: MIT
// Seeded rubbish: nothing a client sends crashes the server, hangs it, or is read in two ways.
#include "base/random.hpp"
#include "net/testing/malformed_requests.hpp"
#include "net/testing/raw_client.hpp"
#include "net/testing/scripted_handler.hpp"
#include "net/wire/request_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace graphfault::net {
namespace {

using testing::get;
using testing::post;
using testing::RawClient;
using testing::Running;

const Limits kSmall{.header_bytes = 600, .header_count = 8, .uri_bytes = 200, .body_bytes = 300};

const std::string kChunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
constexpr std::size_t kGoodSeeds = 6;

/// kGoodSeeds good requests first.
std::vector<std::string> seeds() {
  std::vector<std::string> seeds{
      get("/v1.0/users?$top=5"),
      post("/v1.0/users", "{\"a\":1}"),
      get("/", "Connection: close\r\nAccept-Encoding: gzip;q=0.5\r\nRange: bytes=0-1\r\n"),
      kChunked + "5;x=\"y\"\r\nhello\r\n0\r\nT: 1\r\n\r\n",
      kChunked + "0\r\n\r\n",
      "PUT http://a/b HTTP/1.0\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabc"};
  for (const testing::BadRequest& row : testing::bad_requests()) {
    if (row.bytes.size() < 1000) {
      seeds.push_back(row.bytes);
    }
  }
  return seeds;
}

std::size_t below(Random& random, std::size_t bound) { return random.next() % bound; }

/// What parsers trip over, beside single bytes.
std::string morsel(Random& random) {
  static const std::vector<std::string> morsels{"\r\n",
                                                "\n",
                                                "\r",
                                                "\r\n\r\n",
                                                " ",
                                                "\t",
                                                ":",
                                                "0\r\n\r\n",
                                                "Content-Length: 5\r\n",
                                                "Transfer-Encoding: chunked\r\n",
                                                "HTTP/1.1",
                                                std::string(1, '\0'),
                                                "\x16\x03",
                                                "ffffffff",
                                                "5\r\n",
                                                ",",
                                                "\x80",
                                                "Host: b\r\n",
                                                "\r\n "};
  return morsels[below(random, morsels.size())];
}

std::string mutated(Random& random, std::string bytes) {
  for (std::size_t edits = 1 + below(random, 4); edits > 0 && !bytes.empty(); --edits) {
    const std::size_t at = below(random, bytes.size());
    switch (below(random, 5)) {
      case 0:
        bytes[at] = static_cast<char>(random.next());
        break;
      case 1:
        bytes.erase(at, 1 + below(random, 8));
        break;
      case 2:
        bytes.insert(at, morsel(random));
        break;
      case 3:
        bytes.insert(at, bytes.substr(below(random, bytes.size()), 1 + below(random, 40)));
        break;
      default:
        bytes.resize(at);
    }
  }
  return bytes;
}

/// A request that was read, and how many bytes it took; nothing where there was none.
struct Read {
  std::optional<http::Request> request{};
  std::size_t used = 0;
};

Read read(Random* random, std::string_view bytes) {
  RequestReader reader(kSmall);
  std::string kept;
  Read out;
  RequestReader::Progress progress = RequestReader::Progress::more;
  while (!bytes.empty()) {
    const std::size_t size =
        random == nullptr ? bytes.size() : std::min(bytes.size(), 1 + below(*random, 9));
    kept += bytes.substr(0, size);
    bytes.remove_prefix(size);
    do {
      const RequestReader::Fed fed = reader.feed(kept);
      EXPECT_LE(fed.used, kept.size());
      kept.erase(0, fed.used);
      out.used += fed.used;
      progress = fed.progress;
    } while (progress == RequestReader::Progress::head && !kept.empty());
    if (progress == RequestReader::Progress::whole) {
      out.request = reader.request();
      return out;
    }
    if (progress == RequestReader::Progress::refused) {
      return out;
    }
  }
  return out;
}

TEST(Fuzz, PiecesAndTheWholeReadTheSame) {
  Random random(20'260'211);
  const std::vector<std::string> from = seeds();
  std::size_t whole_ones = 0;
  for (int i = 0; i < 30'000; ++i) {
    // Every other one starts from a good request, or too few would survive their mutations.
    const std::size_t choice = below(random, i % 2 == 0 ? kGoodSeeds : from.size());
    const std::string bytes = mutated(random, from[choice]);
    const Read at_once = read(nullptr, bytes);
    const Read in_pieces = read(&random, bytes);
    ASSERT_EQ(at_once.request, in_pieces.request) << ::testing::PrintToString(bytes);
    if (at_once.request) {
      ++whole_ones;
      ASSERT_EQ(at_once.used, in_pieces.used) << ::testing::PrintToString(bytes);
      ASSERT_LE(at_once.request->body.size(), kSmall.body_bytes);
      ASSERT_LE(at_once.request->headers.size(), kSmall.header_count);
    }
  }
  EXPECT_GT(whole_ones, 1000U);  // else the mutations are too wild to say anything
}

TEST(Fuzz, EveryConnectionEndsAndTheServerLivesOn) {
  Running running({}, kSmall);
  Random random(7);
  const std::vector<std::string> from = seeds();
  for (int i = 0; i < 1500; ++i) {
    std::string bytes;
    for (std::size_t parts = 1 + below(random, 3); parts > 0; --parts) {
      bytes += mutated(random, from[below(random, from.size())]);
    }
    RawClient client(running.port());
    client.send(bytes);
    if (below(random, 8) == 0) {
      client.reset();
      continue;
    }
    client.end_sending();
    client.read_to_end();
    ASSERT_EQ(client.end(), RawClient::End::ended) << ::testing::PrintToString(bytes);
  }
  RawClient after(running.port());
  after.send(get("/after"));
  EXPECT_TRUE(after.read_answer().ends_with("GET /after"));
  running.server->stop();
  EXPECT_EQ(running.server->counts().open, 0U);
  EXPECT_EQ(running.server->counts().buffered_bytes, 0U);
}

TEST(Fuzz, RandomBytesToo) {
  Running running({}, kSmall);
  Random random(11);
  for (int i = 0; i < 500; ++i) {
    std::string bytes(1 + below(random, 400), '\0');
    std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(random.next()); });
    RawClient client(running.port());
    client.send(bytes);
    client.end_sending();
    client.read_to_end();
    ASSERT_EQ(client.end(), RawClient::End::ended) << ::testing::PrintToString(bytes);
  }
}

}  // namespace
}  // namespace graphfault::net
