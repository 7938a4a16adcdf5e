// SPDX-License-Identifier: MIT
#include "app/log/line_writer.hpp"

#include <climits>

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace graphfault::app {
namespace {

constexpr int kPatience = 200;  ///< milliseconds

/// As many whole lines as one write takes without waiting once poll says that there is room.
std::string_view next_piece(std::string_view lines) {
  if (lines.size() <= PIPE_BUF) {
    return lines;
  }
  const std::size_t newline = lines.rfind('\n', PIPE_BUF - 1);
  return lines.substr(0, newline == std::string_view::npos ? PIPE_BUF : newline + 1);
}

}  // namespace

void LineWriter::write(std::string_view lines) {
  while (!lines.empty()) {
    if (!has_room()) {
      stuck_ = true;
      return;
    }
    stuck_ = false;
    const std::string_view piece = next_piece(lines);
    const ssize_t written = ::write(fd_, piece.data(), piece.size());
    if (written < 0 && errno != EINTR) {
      return;
    }
    lines.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
  }
}

bool LineWriter::has_room() const {
  pollfd wanted{.fd = fd_, .events = POLLOUT, .revents = 0};
  return poll(&wanted, 1, stuck_ ? 0 : kPatience) > 0;
}

}  // namespace graphfault::app
