// SPDX-License-Identifier: MIT
#include "verdict/record/workers.hpp"

#include <algorithm>

namespace graphfault::verdict {
namespace {

/// More workers than that on one URL are a loop.
constexpr std::size_t kMostWorkers = 256;
constexpr Duration kLongestBackOff = std::chrono::seconds(10);
constexpr Duration kTogether = std::chrono::milliseconds(100);
constexpr Duration kSoon = std::chrono::milliseconds(250);

/// A worker that was refused, and when it may be back.
struct Waiting {
  const Exchange* answer = nullptr;
  bool had_come_back = false;
};

bool is_due(const Waiting& worker, const Exchange& request, Duration tolerance) {
  const Duration due = worker.answer->retry_after.value_or(kImmediate);
  return follows(*worker.answer, request) && waited(*worker.answer, request) + tolerance >= due;
}

bool is_late(const Waiting& worker, const Exchange& request) {
  const auto& due = worker.answer->retry_after;
  const Duration latest = due ? *due + *due / 4 + kSoon : kLongestBackOff;
  return worker.answer->left && waited(*worker.answer, request) > latest;
}

bool came_once(const Waiting& worker) { return !worker.had_come_back; }

/// The workers so far, request by request.
class Story {
 public:
  explicit Story(Duration tolerance) : tolerance_(tolerance) {}

  /// False where the request can't belong to it.
  bool goes_on_with(const Exchange& request) {
    const auto late =
        std::stable_partition(waiting_.begin(), waiting_.end(),
                              [&](const Waiting& worker) { return !is_late(worker, request); });
    if (std::any_of(late, waiting_.end(), came_once) || waiting_.size() > kMostWorkers) {
      return false;
    }
    gave_up_.insert(gave_up_.end(), late, waiting_.end());
    waiting_.erase(late, waiting_.end());
    const bool came_back = take_back(request);
    if (!came_back) {
      together_ =
          together_ && (last_new_ == nullptr || request.begun - last_new_->begun < kTogether);
      last_new_ = &request;
    }
    if (is_transient(request)) {
      waiting_.push_back({&request, came_back});
    }
    return true;
  }

  /// All were answered in the end, or gave up as those do who began together: nobody after one
  /// refusal, and nobody new came then. Else it is one client that did not wait.
  bool holds() {
    gave_up_.insert(gave_up_.end(), waiting_.begin(), waiting_.end());
    return gave_up_.empty() || (together_ && nobody_else_came());
  }

 private:
  bool nobody_else_came() const {
    return std::none_of(gave_up_.begin(), gave_up_.end(), [&](const Waiting& worker) {
      return came_once(worker) || (last_new_ != nullptr && follows(*worker.answer, *last_new_));
    });
  }

  /// True where it is the retry of one that waits.
  bool take_back(const Exchange& request) {
    const auto back = std::find_if(waiting_.begin(), waiting_.end(), [&](const Waiting& worker) {
      return is_due(worker, request, tolerance_);
    });
    if (back == waiting_.end()) {
      return false;
    }
    waiting_.erase(back);
    return true;
  }

  Duration tolerance_;
  std::vector<Waiting> waiting_{};
  std::vector<Waiting> gave_up_{};
  const Exchange* last_new_ = nullptr;
  bool together_ = true;
};

}  // namespace

bool may_be_workers(const std::vector<const Exchange*>& same_requests, Duration tolerance) {
  Story story(tolerance);
  return std::all_of(same_requests.begin(), same_requests.end(),
                     [&](const Exchange* request) { return story.goes_on_with(*request); }) &&
         story.holds();
}

}  // namespace graphfault::verdict
