// SPDX-License-Identifier: MIT
#include "engine/calls/call_key.hpp"

#include "base/base64.hpp"
#include "base/crypto.hpp"
#include "base/letter_case.hpp"
#include "http/target.hpp"

#include <string_view>

namespace graphfault::engine {
namespace {

void append_path(std::string& out, const Call& call) {
  if (!call.version.empty()) {
    out.append("/").append(call.version);
  }
  for (const std::string& segment : call.segments) {
    out.append("/").append(segment);
  }
}

void append_skiptoken(std::string& out, const Call& call) {
  for (const http::Field& option : call.target.options) {
    if (equal_ignoring_case(option.name, "$skiptoken") ||
        equal_ignoring_case(option.name, "skiptoken")) {
      out.append("?").append(option.value);
    }
  }
}

std::string app_of(const Call& call) {
  if (call.caller.token != nullptr) {
    return lower(call.caller.token->app);
  }
  if (call.surface == scenario::Surface::sign_in) {
    const http::Fields form = http::parse_fields(call.request.body);
    return lower(http::find_field(form, "client_id").value_or(std::string_view{}));
  }
  return {};
}

}  // namespace

void append_script_key(std::string& out, scenario::Per per, const Call& call) {
  switch (per) {
    case scenario::Per::tenant:
      return;
    case scenario::Per::url:
      out.append(call.request.method).append(" ");
      append_path(out, call);
      append_skiptoken(out, call);
      return;
    case scenario::Per::token:
      out.append(call.caller.token_id);
      return;
    case scenario::Per::app:
      out.append(app_of(call));
      return;
  }
}

void append_window_key(std::string& out, const Call& call) {
  const Caller& caller = call.caller;
  out.append(caller.state == CallerState::valid ? "+" : "-");
  if (caller.token != nullptr) {
    out.append(caller.token->app).append("|").append(caller.token->user);
  } else {
    out.append(caller.token_id).append(app_of(call));
  }
  out.append("\n").append(call.request.method).append(" ");
  append_path(out, call);
  out.append("?").append(call.target.query);
}

void bound_key(std::string& key) {
  constexpr std::size_t kLongest = 256;
  constexpr std::size_t kKept = 160;
  if (key.size() > kLongest) {
    const std::string digest = base64url(sha256(key));
    key.resize(kKept);
    key.append("#").append(digest);
  }
}

std::string canonical_path(const Call& call) {
  std::string path;
  for (const std::string& segment : call.segments) {
    path.append("/").append(segment);
  }
  return path.empty() ? "/" : path;
}

}  // namespace graphfault::engine
