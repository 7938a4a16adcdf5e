// SPDX-License-Identifier: MIT
// The server's log: one line per request, and its own news. Requests never wait for it: lines pile
// up in a bounded buffer that one thread empties twenty times a second.
#pragma once

#include "app/log/log_format.hpp"
#include "app/log/log_line.hpp"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace graphfault::app {

/// Takes whole lines.
using LogSink = std::function<void(std::string_view)>;

/// Threads: any.
class ExchangeLog {
 public:
  /// `format` off: requests are not logged, news are (as text).
  ExchangeLog(LogFormat format, LogSink sink);
  ~ExchangeLog();  ///< writes what is left
  ExchangeLog(const ExchangeLog&) = delete;
  ExchangeLog& operator=(const ExchangeLog&) = delete;

  /// False where a request's line would not be written (log off, buffer full); it is then counted,
  /// and the log says so. Costs next to nothing.
  bool wants_line();
  /// Only after wants_line().
  void add(LoggedExchange exchange);
  void say(const News& news);
  /// Writes what is there, now.
  void flush();

 private:
  void run();
  void write_out();

  const LogFormat format_;
  const LogSink sink_;
  std::atomic<std::size_t> waiting_{0};
  std::atomic<std::uint64_t> passed_over_{0};
  std::mutex mutex_{};  ///< of the members below
  std::condition_variable end_{};
  std::vector<LoggedExchange> exchanges_{};
  bool ended_ = false;
  std::mutex writing_{};  ///< one writer at a time, in order
  std::thread thread_{};
};

}  // namespace graphfault::app
