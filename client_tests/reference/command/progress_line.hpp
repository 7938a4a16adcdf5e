// SPDX-License-Identifier: MIT
#pragma once

#include "call/observer.hpp"

#include <ostream>
#include <string>

namespace graphclient {

enum class Terminal { yes, no };

/// Tells a person how it goes: on a terminal one line that is written over and over, elsewhere only
/// the notes, a line each.
class ProgressLine final : public Observer {
 public:
  /// `out` outlives it. `items` is what is counted: "users".
  ProgressLine(std::ostream& out, Terminal terminal, std::string items);

  void page(int pages, std::size_t items) override;
  void waiting(const std::string& why, Milliseconds left) override;
  void note(const std::string& text) override;
  /// Takes the line away. Call it before anything else is printed.
  void clear();

 private:
  void show(const std::string& text);

  std::ostream& out_;
  Terminal terminal_;
  std::string items_name_;
  std::string counted_{};
  bool shown_ = false;
};

}  // namespace graphclient
