// SPDX-License-Identifier: MIT
#include "app/log/line_writer.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <thread>
#include <unistd.h>

namespace graphfault::app {
namespace {

struct Pipe {
  Pipe() { EXPECT_EQ(pipe(ends.data()), 0); }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close(ends[0]);
    close(ends[1]);
  }
  std::string read_some(std::size_t most) const {
    std::string text(most, '\0');
    const ssize_t got = ::read(ends[0], text.data(), text.size());
    text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return text;
  }
  std::array<int, 2> ends{};
};

TEST(LineWriter, WritesEverythingThatIsRead) {
  const Pipe pipe;
  std::string sent;
  for (int i = 0; i < 50'000; ++i) {
    sent += "line " + std::to_string(i) + '\n';
  }
  std::string received;
  std::thread reader([&] {
    while (received.size() < sent.size()) {
      received += pipe.read_some(1U << 16U);
    }
  });
  LineWriter(pipe.ends[1]).write(sent);
  reader.join();
  EXPECT_EQ(received, sent);
}

TEST(LineWriter, AFullPipeCostsLinesAndNoTime) {
  const Pipe pipe;
  LineWriter writer(pipe.ends[1]);
  const std::string line = std::string(999, 'x') + '\n';
  for (int i = 0; i < 1'000; ++i) {
    writer.write(line);  // would never end if it waited for a reader
  }
  const std::string kept = pipe.read_some(1U << 20U);
  EXPECT_GT(kept.size(), 10'000U);
  EXPECT_EQ(kept.size() % line.size(), 0U) << "only whole lines";
  writer.write("room again\n");
  EXPECT_EQ(pipe.read_some(100), "room again\n");
}

}  // namespace
}  // namespace graphfault::app
