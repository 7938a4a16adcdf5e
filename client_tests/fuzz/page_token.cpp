// SPDX-License-Identifier: MIT
// $skiptoken and $deltatoken as they come, and what becomes of any note that a token is given.
#include "graph/odata/page_token.hpp"

#include "driver/target.hpp"

namespace graphfault::fuzz {

void try_input(std::string_view input) {
  if (const auto token = graph::read_page_token(input)) {
    const auto again = graph::read_page_token(graph::write_page_token(*token));
    require(again == token, "a token that was read is written the same");
  }
  graph::page_of(input);

  graph::PageToken token{.kind = graph::PageToken::Kind::delta_link, .note = std::string(input)};
  token.position = input.size();
  std::string text = graph::write_page_token(token);
  require(graph::read_page_token(text) == token, "what is written can be read");
  if (!input.empty()) {
    char& changed = text[static_cast<unsigned char>(input.front()) % text.size()];
    changed = changed == 'A' ? 'B' : 'A';
    const auto read = graph::read_page_token(text);
    require(!read || *read == token, "a token that was changed is none");
  }
}

}  // namespace graphfault::fuzz
