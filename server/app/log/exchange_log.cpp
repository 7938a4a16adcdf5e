// SPDX-License-Identifier: MIT
#include "app/log/exchange_log.hpp"

#include "base/counted.hpp"

#include <chrono>
#include <utility>

namespace graphfault::app {
namespace {

/// Four thousand lines a second at most, so that the log takes little of a flooded server's time.
constexpr std::size_t kBufferedLines = 200;
constexpr std::chrono::milliseconds kPause{50};

}  // namespace

ExchangeLog::ExchangeLog(LogFormat format, LogSink sink) : format_(format), sink_(std::move(sink)) {
  if (format_ != LogFormat::off) {
    thread_ = std::thread([this] { run(); });
  }
}

ExchangeLog::~ExchangeLog() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  end_.notify_all();
  if (thread_.joinable()) {
    thread_.join();
  }
  flush();
}

bool ExchangeLog::wants_line() {
  if (format_ == LogFormat::off) {
    return false;
  }
  if (waiting_.load(std::memory_order_relaxed) < kBufferedLines) {
    return true;
  }
  passed_over_.fetch_add(1, std::memory_order_relaxed);
  return false;
}

void ExchangeLog::add(LoggedExchange exchange) {
  const std::lock_guard lock(mutex_);
  exchanges_.push_back(std::move(exchange));
  waiting_.store(exchanges_.size(), std::memory_order_relaxed);
}

void ExchangeLog::say(const News& news) {
  const std::lock_guard lock(writing_);
  write_out();
  sink_(format_ == LogFormat::json ? json_line(news) : text_line(news));
}

void ExchangeLog::flush() {
  const std::lock_guard lock(writing_);
  write_out();
}

void ExchangeLog::run() {
  std::unique_lock lock(mutex_);
  while (!end_.wait_for(lock, kPause, [this] { return ended_; })) {
    lock.unlock();
    flush();
    lock.lock();
  }
}

void ExchangeLog::write_out() {
  std::vector<LoggedExchange> exchanges;
  {
    const std::lock_guard lock(mutex_);
    exchanges.swap(exchanges_);
    waiting_.store(0, std::memory_order_relaxed);
  }
  const std::uint64_t passed_over = passed_over_.exchange(0, std::memory_order_relaxed);
  if (exchanges.empty()) {
    return;
  }
  std::string lines;
  for (const LoggedExchange& exchange : exchanges) {
    lines += format_ == LogFormat::json ? json_line(exchange) : text_line(exchange);
  }
  if (passed_over > 0) {
    const News news{.at = exchanges.back().at,
                    .level = News::Level::warning,
                    .message = counted(passed_over, "more request was", "more requests were") +
                               " not logged, because too many came at once; the journal has them "
                               "all"};
    lines += format_ == LogFormat::json ? json_line(news) : text_line(news);
  }
  sink_(lines);
}

}  // namespace graphfault::app
