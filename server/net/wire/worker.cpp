// SPDX-License-Identifier: MIT
#include "net/wire/worker.hpp"

#include <utility>

namespace graphfault::net {
namespace {

constexpr std::size_t kSpareReaders = 64;

}  // namespace

std::unique_ptr<RequestReader> Worker::take_reader() {
  if (spare_readers.empty()) {
    return std::make_unique<RequestReader>(limits);
  }
  auto reader = std::move(spare_readers.back());
  spare_readers.pop_back();
  return reader;
}

void Worker::give_back(std::unique_ptr<RequestReader> reader) {
  if (reader && spare_readers.size() < kSpareReaders) {
    reader->restart();
    spare_readers.push_back(std::move(reader));
  }
}

}  // namespace graphfault::net
