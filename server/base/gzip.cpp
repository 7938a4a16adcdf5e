// SPDX-License-Identifier: MIT
#include "base/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

namespace graphfault {
namespace {

constexpr int kGzipWindow = MAX_WBITS + 16;
constexpr int kMemoryLevel = 8;
constexpr std::size_t kChunk = 16384;

/// zlib reads through a pointer that is not const, but doesn't write there.
Bytef* input_of(std::string_view bytes) {
  return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
}

class Inflater {
 public:
  explicit Inflater(std::string_view bytes) : rest_(bytes) {
    if (inflateInit2(&stream_, kGzipWindow) != Z_OK) {
      throw std::bad_alloc();
    }
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream_); }

  tl::expected<std::string, GunzipFault> run(std::size_t limit) {
    std::string out;
    while (true) {
      const int state = step(out);
      if (out.size() > limit) {
        return tl::unexpected(GunzipFault::too_large);
      }
      if (state == Z_STREAM_END && at_end()) {
        return out;
      }
      if (state == Z_STREAM_END) {
        inflateReset(&stream_);
      } else if (state != Z_OK || (stalled_ && at_end())) {
        return tl::unexpected(GunzipFault::malformed);
      }
    }
  }

 private:
  bool at_end() const { return stream_.avail_in == 0 && rest_.empty(); }

  /// Feeds what zlib can take and appends at most one chunk of output.
  int step(std::string& out) {
    if (stream_.avail_in == 0) {
      const std::size_t size =
          std::min<std::size_t>(rest_.size(), std::numeric_limits<uInt>::max());
      stream_.next_in = input_of(rest_);
      stream_.avail_in = static_cast<uInt>(size);
      rest_.remove_prefix(size);
    }
    std::array<char, kChunk> chunk{};
    stream_.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream_.avail_out = static_cast<uInt>(chunk.size());
    const int state = inflate(&stream_, Z_NO_FLUSH);
    const std::size_t made = chunk.size() - stream_.avail_out;
    stalled_ = stream_.avail_out != 0;
    out.append(chunk.data(), made);
    return state;
  }

  std::string_view rest_;
  z_stream stream_{};
  bool stalled_ = false;  ///< the last step had room left for output and stopped for lack of input
};

}  // namespace

std::string gzip(std::string_view bytes) {
  if (bytes.size() > std::numeric_limits<uInt>::max()) {
    throw std::length_error("more than 4 GiB to compress at once");
  }
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, kGzipWindow, kMemoryLevel,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = input_of(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

tl::expected<std::string, GunzipFault> gunzip(std::string_view bytes, std::size_t limit) {
  return Inflater(bytes).run(limit);
}

}  // namespace graphfault
