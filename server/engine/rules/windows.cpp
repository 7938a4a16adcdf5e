// SPDX-License-Identifier: MIT
#include "engine/rules/windows.hpp"

namespace graphfault::engine {

void Windows::open(std::string_view key, const Window& window) {
  if (window.ends <= window.begins) {
    return;
  }
  const Window* const earlier = open_.find(key);
  if (earlier == nullptr || earlier->ends < window.ends) {
    open_.put(key, window);
  }
}

const Window* Windows::find(std::string_view key, Instant begun) {
  const Window* const window = open_.find(key);
  if (window == nullptr || begun < window->begins) {
    return nullptr;
  }
  if (begun >= window->ends) {
    open_.erase(key);
    return nullptr;
  }
  return window;
}

std::size_t Windows::open_at(Instant now) const {
  std::size_t count = 0;
  each(now, [&count](const std::string&, const Window&) { ++count; });
  return count;
}

}  // namespace graphfault::engine
