// SPDX-License-Identifier: MIT
// What conditions are asked of, as a plain value: a request, an operation of a batch, or a TLS
// handshake.
#pragma once

#include "base/json.hpp"
#include "graph/tokens/token.hpp"
#include "http/headers.hpp"
#include "http/target.hpp"
#include "scenario/model.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace graphfault::scenario {

/// Where an operation stands in its batch.
struct AskedOperation {
  std::string_view id{};
  int position = 0;  ///< from 1
};

struct AskedToken {
  TokenState state = TokenState::missing;
  /// Null where there is none, where it can't be read, and where it is not ours (accept: any).
  const graph::Token* content = nullptr;
};

/// Views and pointers: what they show has to outlive it.
struct AskedRequest {
  Surface surface = Surface::graph;
  std::string_view method{};
  std::string_view version{};  ///< `v1.0` or `beta` of a Graph path; empty where it has none
  /// After the version (Graph) or the tenant (sign-in), decoded and canonical.
  std::span<const std::string> segments{};
  std::span<const http::Field> options{};  ///< of the query, decoded
  const http::Headers* headers = nullptr;  ///< null: none
  std::string_view body{};                 ///< whole and as sent
  std::optional<AskedOperation> operation{};
  AskedToken token{};
  std::string_view host{};  ///< of a handshake; empty where the client names none
};

/// An AskedRequest while conditions are held against it. What costs is read when the first
/// condition asks for it, and once. Not for several threads at a time.
class Asked {
 public:
  explicit Asked(const AskedRequest& request) : request_(request) {}

  const AskedRequest* operator->() const { return &request_; }

  /// A query option's value; `name` in any case, with or without its $ in the request, without it
  /// here.
  std::optional<std::string_view> option(std::string_view name) const;
  /// The first header's of that name.
  std::optional<std::string_view> header(std::string_view name) const;
  /// The page that a read asks for, as text: told by our own skiptoken, `1` without one. Nothing
  /// for other methods and for foreign tokens.
  std::optional<std::string_view> page() const;
  /// The body as JSON; null where it is empty or no JSON. A sign-in request's is its form, an
  /// object of its fields, all of them texts: never null, without fields where nothing was sent.
  const Json* body() const;

 private:
  AskedRequest request_;
  mutable std::optional<std::optional<std::string>> page_;
  mutable std::optional<std::optional<Json>> body_;
};

}  // namespace graphfault::scenario
