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
  // The first writing leaves out what a token of ours doesn't have, such as scopes without a user.
  const auto ours = graph::read_token(graph::write_token(*token, key), key);
  require(ours.has_value(), "what is written can be read");
  const auto again = graph::read_token(graph::write_token(*ours, key), key);
  require(again.has_value() && *again == *ours, "a token that was written is read the same");
}

}  // namespace graphfault::fuzz
