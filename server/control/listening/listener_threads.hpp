// SPDX-License-Identifier: MIT
#pragma once

#include <httplib.h>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace graphfault::control {

/// The threads of one listening address: made when a call finds none idle, up to `limit`. An idle
/// server so has none of them.
class ListenerThreads final : public httplib::TaskQueue {
  using Task = std::function<void()>;
  /// Later cpp-httplib wants to know whether there was room.
  using Enqueued = decltype(std::declval<httplib::TaskQueue&>().enqueue(Task{}));

 public:
  explicit ListenerThreads(std::size_t limit) : limit_(limit) {}

  Enqueued enqueue(Task task) override {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
    if (tasks_.size() > idle_ && threads_.size() < limit_) {
      threads_.emplace_back([this] { work(); });
    }
    wake_.notify_one();
    return Enqueued(true);
  }

  void shutdown() override {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) {
      thread.join();
    }
  }

 private:
  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      ++idle_;
      wake_.wait(lock, [this] { return ended_ || !tasks_.empty(); });
      --idle_;
      if (tasks_.empty()) {
        return;
      }
      const Task task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      task();
      lock.lock();
    }
  }

  const std::size_t limit_;
  std::mutex mutex_{};
  std::condition_variable wake_{};
  std::deque<Task> tasks_{};
  std::vector<std::thread> threads_{};
  std::size_t idle_ = 0;
  bool ended_ = false;
};

}  // namespace graphfault::control
