// SPDX-License-Identifier: MIT
// Where bearer tokens come from.
#pragma once

#include "call/failure.hpp"
#include "pace/patience.hpp"

#include <tl/expected.hpp>

#include <string>

namespace graphclient {

class TokenSource {
 public:
  TokenSource() = default;
  TokenSource(const TokenSource&) = delete;
  TokenSource& operator=(const TokenSource&) = delete;
  virtual ~TokenSource() = default;

  /// A token that is good by what the source knows.
  virtual tl::expected<std::string, Failure> token(const Deadline& deadline) = 0;
  /// The service refused the last token: forget it. `claims` is the JSON of its claims challenge
  /// or empty. False where the source can't give another one.
  virtual bool renew(const std::string& claims) = 0;
};

/// One token, given once.
class FixedToken final : public TokenSource {
 public:
  explicit FixedToken(std::string text) : text_(std::move(text)) {}
  tl::expected<std::string, Failure> token(const Deadline& /*deadline*/) override { return text_; }
  bool renew(const std::string& /*claims*/) override { return false; }

 private:
  std::string text_;
};

}  // namespace graphclient
