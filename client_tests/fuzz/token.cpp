// SPDX-License-Identifier: MIT
// An access token as it comes, and claims that a client could have had signed.
#include "graph/tokens/token.hpp"

#include "driver/target.hpp"

namespace graphfault::fuzz {

void try_input(std::string_view input) {
  const SigningKey& key = graph::token_key();
  graph::read_token(input, key);
  const auto claims = parse_json(input);
  if (!claims) {
    return;
  }
  const auto token = graph::read_token(graph::signed_claims(*claims, key), key);
  if (!token) {
    require(token.error() == graph::TokenFault::unreadable, "what the key signed is well signed");
    return;
  }
  const auto again = graph::read_token(graph::write_token(*token, key), key);
  require(again.has_value() && *again == *token, "a token that was read is written the same");
}

}  // namespace graphfault::fuzz
