// SPDX-License-Identifier: MIT
// The first byte says in what pieces the rest arrives: a request is the same in one piece and in
// many.
#include "net/wire/request_reader.hpp"

#include "driver/target.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace graphfault::fuzz {
namespace {

const net::Limits kSmall{
    .header_bytes = 600, .header_count = 8, .uri_bytes = 200, .body_bytes = 300};

struct Reading {
  std::optional<http::Request> request{};
  bool refused = false;
  std::size_t used = 0;

  bool operator==(const Reading&) const = default;
};

Reading read(std::string_view bytes, std::size_t piece) {
  using Progress = net::RequestReader::Progress;
  net::RequestReader reader(kSmall);
  std::string kept;
  Reading reading;
  Progress progress = Progress::more;
  while (!bytes.empty() && progress != Progress::whole && progress != Progress::refused) {
    const std::size_t size = std::min(bytes.size(), piece);
    kept += bytes.substr(0, size);
    bytes.remove_prefix(size);
    do {
      const net::RequestReader::Fed fed = reader.feed(kept);
      require(fed.used <= kept.size(), "no more is taken than there is");
      kept.erase(0, fed.used);
      reading.used += fed.used;
      progress = fed.progress;
    } while (progress == Progress::head && !kept.empty());
  }
  reading.refused = progress == Progress::refused;
  if (progress == Progress::whole) {
    reading.request = reader.request();
  }
  return reading;
}

}  // namespace

void try_input(std::string_view input) {
  if (input.empty()) {
    return;
  }
  const std::size_t piece = 1 + static_cast<unsigned char>(input.front()) % 16U;
  input.remove_prefix(1);
  const Reading at_once = read(input, input.size());
  const Reading in_pieces = read(input, piece);
  require(at_once.request == in_pieces.request, "pieces and the whole read the same");
  if (at_once.request) {
    require(at_once.used == in_pieces.used, "pieces and the whole end at the same byte");
    require(at_once.request->body.size() <= kSmall.body_bytes, "a body keeps its bound");
    require(at_once.request->headers.size() <= kSmall.header_count, "headers keep their bound");
  }
}

}  // namespace graphfault::fuzz
