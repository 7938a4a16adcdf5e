// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <sys/types.h>

namespace graphfault::app {

/// True where colours are wanted on that descriptor: it is a terminal that knows them, and the
/// variable NO_COLOR is not set.
bool wants_colour(int descriptor);

/// The terminal that we were started from, if any: a client in a process group of its own can read
/// from it, and gets its Ctrl-C, only while it has the foreground.
class Terminal {
 public:
  Terminal();
  ~Terminal();  ///< takes it back
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// True where we have its foreground, so that it can be lent.
  bool is_ours() const { return ours_; }
  bool is_lent() const { return lent_; }
  void lend_to(pid_t group);
  /// The group was stopped (Ctrl-Z): stops us too, and goes on with both when we are continued.
  /// Without a terminal lent the group just goes on.
  void stop_together(pid_t group) const;

 private:
  bool ours_ = false;
  bool lent_ = false;
};

/// Makes the group the foreground of the terminal on standard input, from the background too. Safe
/// between fork and exec.
void take_foreground(pid_t group);

}  // namespace graphfault::app
