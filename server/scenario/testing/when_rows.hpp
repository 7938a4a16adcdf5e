// SPDX-License-Identifier: MIT
// The table of what a `when` means. The loader's layer holds it against conditions alone, the
// engine against whole requests: what rules play and what `verdict.requests` counts.
#pragma once

#include "graph/odata/page_token.hpp"
#include "http/headers.hpp"

#include <string>
#include <vector>

namespace graphfault::scenario {

enum class Bearer {
  full,     ///< of app kRowApp, every role, no claim
  limited,  ///< the same app; roles User.Read.All and Mail.Read, claim acrs c0 and c1
  opaque,   ///< not ours, in a tenant that takes any
  missing,
  malformed,
  expired,
  revoked,
  foreign,  ///< of another tenant
};

inline constexpr const char* kRowApp = "11111111-2222-3333-4444-555555555555";

struct WhenRow {
  std::string when{};  ///< as in a file, between braces
  std::string method = "GET";
  std::string target{};  ///< of sign-in with its tenant `t`; the host where `when` is of handshakes
  bool matches = true;
  http::Headers headers{};
  std::string body{};
  Bearer bearer = Bearer::full;
  std::string operation{};  ///< its id, as the second operation of a batch; `target` is its URL
  std::string batch = "/v1.0/$batch";
};

inline std::string page_link(std::uint32_t page) {
  return "/v1.0/users?$skiptoken=" + graph::write_page_token({.page = page});
}

/// Paths, versions, methods.
inline std::vector<WhenRow> place_rows() {
  return {
      {.when = "GET /users", .target = "/v1.0/users"},
      {.when = "GET /users", .target = "/beta/users"},
      {.when = "GET /users", .target = "/V1.0/Users/"},
      {.when = "GET /users", .target = "/users", .matches = false},
      {.when = "GET /users", .target = "/v1.0/groups", .matches = false},
      {.when = "GET /beta/users", .target = "/beta/users"},
      {.when = "GET /beta/users", .target = "/v1.0/users", .matches = false},
      {.when = "GET /v1.0/users", .target = "/v1.0/users"},
      {.when = "GET /v1.0/users", .target = "/beta/users", .matches = false},
      {.when = "GET /v1.0/users", .target = "/v1.0/users?$filter=a+eq+'/beta/'"},
      {.when = "GET /users/*", .target = "/v1.0/users('a@b.c')"},
      {.when = "GET /users/*", .target = "/v1.0/users/a%40b.c"},
      {.when = "GET /users/*", .target = "/v1.0/users/delta", .matches = false},
      {.when = "GET /users/*", .target = "/v1.0/users/$count", .matches = false},
      {.when = "GET /users/**", .target = "/v1.0/users/a/messages/b"},
      {.when = "GET /users/**", .target = "/v1.0/users"},
      {.when = "GET /**", .target = "/t/oauth2/v2.0/authorize", .matches = false},
      {.when = "GET /oauth2/**", .target = "/v1.0/oauth2/x", .matches = false},
      {.when = "GET /users", .method = "POST", .target = "/v1.0/users", .matches = false},
      {.when = "GET /users", .method = "HEAD", .target = "/v1.0/users", .matches = false},
      {.when = "{path: /users}", .method = "DELETE", .target = "/v1.0/users"},
      {.when = "{path: /users}", .method = "FROBNICATE", .target = "/v1.0/users"},
      {.when = "{path: /users}", .method = "OPTIONS", .target = "/v1.0/users", .matches = false},
      {.when = "{path: /users}", .method = "HEAD", .target = "/v1.0/users", .matches = false},
      {.when = "HEAD /users", .method = "HEAD", .target = "/v1.0/users"},
      {.when = "OPTIONS /users", .method = "OPTIONS", .target = "/v1.0/users"},
      {.when = "{method: [GET, HEAD], path: /users}", .method = "HEAD", .target = "/v1.0/users"},
      {.when = "{method: [GET, POST], path: /users}",
       .method = "PATCH",
       .target = "/v1.0/users",
       .matches = false},
  };
}

/// Operations of batches.
inline std::vector<WhenRow> batch_rows() {
  return {
      {.when = "GET /groups", .target = "/groups", .operation = "x"},
      {.when = "GET /v1.0/groups", .target = "/groups", .operation = "x"},
      {.when = "GET /beta/groups", .target = "/groups", .matches = false, .operation = "x"},
      {.when = "GET /beta/groups", .target = "/groups", .operation = "x", .batch = "/beta/$batch"},
      {.when = "GET /v1.0/groups",
       .target = "/groups",
       .matches = false,
       .operation = "x",
       .batch = "/beta/$batch"},
      {.when = "GET /beta/groups", .target = "/beta/groups", .operation = "x"},
      {.when = "GET /groups, in_batch: false",
       .target = "/groups",
       .matches = false,
       .operation = "x"},
      {.when = "GET /groups, in_batch: false", .target = "/v1.0/groups"},
      {.when = "{path: /groups, operation: {position: 2}}", .target = "/groups", .operation = "x"},
      {.when = "{path: /groups, operation: {position: 1}}",
       .target = "/groups",
       .matches = false,
       .operation = "x"},
      {.when = "{path: /groups, operation: {position: 1}}",
       .target = "/v1.0/groups",
       .matches = false},
      {.when = "{path: /groups, operation: {id: x}}", .target = "/groups", .operation = "x"},
      {.when = "{path: /groups, operation: {id: x, position: 1}}",
       .target = "/groups",
       .matches = false,
       .operation = "x"},
      {.when = "{path: /groups, operation: {id: x, position: 2}}",
       .target = "/groups",
       .operation = "x"},
      {.when = "{path: /groups, operation: {id: y}}",
       .target = "/groups",
       .matches = false,
       .operation = "x"},
      {.when = "{method: POST, path: /groups, body: {a: 1}}",
       .method = "POST",
       .target = "/groups",
       .body = R"({"a":1})",
       .operation = "x"},
      {.when = "{path: /groups, token: {app: {glob: '1111*'}}}",
       .target = "/groups",
       .operation = "x"},
      {.when = "{path: /groups, headers: {ConsistencyLevel: eventual}, query: {$top: 5}}",
       .target = "/groups?$top=5",
       .headers = {{"consistencylevel", "eventual"}},
       .operation = "x"},
  };
}

/// Query options, headers, pages.
inline std::vector<WhenRow> option_rows() {
  return {
      {.when = "{path: /users, query: {$top: 5}}", .target = "/v1.0/users?$top=5"},
      {.when = "{path: /users, query: {top: 5}}", .target = "/v1.0/users?$select=id&$TOP=5"},
      {.when = "{path: /users, query: {$top: 5}}", .target = "/v1.0/users?top=5"},
      {.when = "{path: /users, query: {$top: 5}}", .target = "/v1.0/users?%24top=5"},
      {.when = "{path: /users, query: {$top: 5}}",
       .target = "/v1.0/users?$top=6",
       .matches = false},
      {.when = "{path: /users, query: {$top: present}}", .target = "/v1.0/users", .matches = false},
      {.when = "{path: /users, query: {$top: absent}}", .target = "/v1.0/users"},
      {.when = "{path: /users, query: {$top: absent}}",
       .target = "/v1.0/users?$top",
       .matches = false},
      {.when = "{path: /users, query: {$top: {min: 5}}}", .target = "/v1.0/users?$top=50"},
      {.when = "{path: /users, query: {$top: {min: 5, max: 9}}}",
       .target = "/v1.0/users?$top=50",
       .matches = false},
      {.when = "{path: /users, query: {code: s3cret}}", .target = "/v1.0/users?code=s3cret"},
      {.when = "{path: /users, query: {code: s3cret}}",
       .target = "/v1.0/users?code=other",
       .matches = false},
      {.when = "{path: /users, headers: {Accept: {contains: csv}}}",
       .target = "/v1.0/users",
       .headers = {{"accept", "text/csv"}}},
      {.when = "{path: /users, headers: {Accept: {contains: csv}}}",
       .target = "/v1.0/users",
       .matches = false,
       .headers = {{"accept", "text/plain"}}},
      {.when = "{path: /users, headers: {Accept: absent}}", .target = "/v1.0/users"},
      {.when = "{path: /users, headers: {Cookie: {contains: s3cret}}}",
       .target = "/v1.0/users",
       .headers = {{"Cookie", "session=s3cret"}}},
      {.when = "{path: /users, headers: {Cookie: {contains: s3cret}}}",
       .target = "/v1.0/users",
       .matches = false,
       .headers = {{"Cookie", "session=other"}}},
      {.when = "{path: /users, headers: {authorization: {glob: 'Bearer *.*.*'}}}",
       .target = "/v1.0/users"},
      {.when = "{path: /users, page: 1}", .target = "/v1.0/users"},
      {.when = "{path: /users, page: 2}", .target = page_link(2)},
      {.when = "{path: /users, page: {min: 2}}", .target = page_link(3)},
      {.when = "{path: /users, page: 1}", .target = page_link(2), .matches = false},
      {.when = "{path: /users, page: 1}",
       .method = "POST",
       .target = "/v1.0/users",
       .matches = false},
      {.when = "{path: /users, page: 1}",
       .target = "/v1.0/users?$skiptoken=foreign",
       .matches = false},
      {.when = "{path: /users, page: {not: 1}}", .target = "/v1.0/users?$skiptoken=foreign"},
      {.when = "{path: /users, page: {not: 1}}", .method = "POST", .target = "/v1.0/users"},
  };
}

inline std::string long_body() {
  return R"({"pad":")" + std::string(20'000, 'x') + R"(","accountEnabled":true})";
}

/// Bodies: JSON and the forms of sign-in; long ones, and such as hold secrets.
inline std::vector<WhenRow> body_rows() {
  const std::string enabled = "{method: POST, path: /users, body: {accountEnabled: true}}";
  const std::string none = "{method: POST, path: /users, body: absent}";
  const std::string secret = "{path: /oauth2/v2.0/token, body: {client_secret: s3cret}}";
  const std::string password =
      "{method: POST, path: /users, body: {passwordProfile: {password: {matches: '.{0,7}'}}}}";
  const std::string users = "/v1.0/users";
  const std::string token = "/t/oauth2/v2.0/token";
  return {
      {enabled, "POST", users, true, {}, R"({"a":1,"accountEnabled":true})"},
      {enabled, "POST", users, false, {}, R"({"accountEnabled":false})"},
      {enabled, "POST", users, false, {}, "{broken"},
      {enabled, "POST", users, false, {}, ""},
      {enabled, "POST", users, true, {}, long_body()},
      {none, "POST", users, true, {}, ""},
      {none, "POST", users, true, {}, "{broken"},
      {none, "POST", users, false, {}, "{}"},
      {"{path: /users, body: absent}", "GET", users, true},
      {"{path: /users, body: present}", "POST", users, true, {}, "[1]"},
      {"{path: /users, body: {a: absent}}", "POST", users, true, {}, "{}"},
      {"{path: /users, body: {a: absent}}", "POST", users, false, {}, ""},
      {password, "POST", users, true, {}, R"({"passwordProfile":{"password":"short"}})"},
      {password, "POST", users, false, {}, R"({"passwordProfile":{"password":"long enough"}})"},
      {"POST /oauth2/v2.0/token", "POST", token, true, {}, "grant_type=client_credentials"},
      {"{path: /oauth2/v2.0/token, body: {grant_type: refresh_token}}",
       "POST",
       token,
       true,
       {},
       "client_id=a&grant_type=refresh_token&refresh_token=r"},
      {"{path: /oauth2/v2.0/token, body: {grant_type: refresh_token}}",
       "POST",
       token,
       false,
       {},
       "client_id=a&grant_type=client_credentials"},
      {secret, "POST", token, true, {}, "client_id=a&client_secret=s3cret"},
      {secret, "POST", token, false, {}, "client_id=a&client_secret=other"},
      {secret,
       "POST",
       token,
       true,
       {},
       "pad=" + std::string(20'000, 'x') + "&client_secret=s3cret"},
      {"{path: /oauth2/v2.0/token, body: {scope: {contains: 'a b'}}}",
       "POST",
       token,
       true,
       {},
       "scope=a+b%20c"},
      {"{path: /oauth2/v2.0/token, body: {scope: absent}}", "POST", token, true, {}, ""},
      {"{path: /oauth2/v2.0/token, body: absent}", "POST", token, false, {}, "a=1"},
      {"{path: /discovery/**}", "GET", "/t/discovery/v2.0/keys", true},
      {"{path: /v2.0/.well-known/**}", "GET", "/t/v2.0/.well-known/openid-configuration", true},
      {"{path: /v2.0/.well-known/**}", "GET", users, false},
  };
}

/// The caller's token.
inline std::vector<WhenRow> token_rows() {
  const auto row = [](std::string token, Bearer bearer, bool matches) {
    return WhenRow{.when = "{path: /users, token: " + std::move(token) + "}",
                   .target = "/v1.0/users",
                   .matches = matches,
                   .bearer = bearer};
  };
  const std::string app = std::string("{app: ") + kRowApp + "}";
  return {
      row("valid", Bearer::full, true),
      row("valid", Bearer::opaque, true),
      row("valid", Bearer::missing, false),
      row("valid", Bearer::foreign, false),
      row("missing", Bearer::missing, true),
      row("missing", Bearer::full, false),
      row("malformed", Bearer::malformed, true),
      row("malformed", Bearer::missing, false),
      row("expired", Bearer::expired, true),
      row("expired", Bearer::revoked, false),
      row("revoked", Bearer::revoked, true),
      row("[expired, revoked]", Bearer::expired, true),
      row("[expired, revoked]", Bearer::revoked, true),
      row("[expired, revoked]", Bearer::full, false),
      row("[valid, missing, malformed, expired, revoked]", Bearer::foreign, false),
      row("{state: expired, app: other}", Bearer::expired, false),
      row("{state: expired, app: present}", Bearer::expired, true),
      row(app, Bearer::full, true),
      row("{app: other}", Bearer::full, false),
      row("{app: absent}", Bearer::opaque, true),
      row("{app: {not: other}}", Bearer::missing, true),
      row("{roles: [User.Read.All]}", Bearer::full, true),
      row("{roles: [User.Read.All]}", Bearer::opaque, true),
      row("{roles: [User.Read.All]}", Bearer::limited, true),
      row("{roles: [User.Read.All, Mail.Read]}", Bearer::limited, true),
      row("{roles: [Mail.Send]}", Bearer::limited, false),
      row("{roles: [Mail.Read]}", Bearer::missing, false),
      row("{has_claim: {acrs: c1}}", Bearer::limited, true),
      row("{has_claim: {acrs: c2}}", Bearer::limited, false),
      row("{has_claim: {acrs: {not: c1}}}", Bearer::limited, false),
      row("{has_claim: acrs}", Bearer::full, false),
      row("{has_claim: {appid: present}}", Bearer::opaque, false),
      row("{lacks_claim: {acrs: c1}}", Bearer::full, true),
      row("{lacks_claim: {acrs: c1}}", Bearer::limited, false),
      row("{lacks_claim: acrs}", Bearer::opaque, true),
      row("{lacks_claim: acrs}", Bearer::missing, true),
  };
}

/// TLS handshakes.
inline std::vector<WhenRow> handshake_rows() {
  return {
      {.when = "handshake", .target = "graph.microsoft.com"},
      {.when = "handshake", .target = ""},
      {.when = "{handshake: login.microsoftonline.com}", .target = "login.microsoftonline.com"},
      {.when = "{handshake: login.microsoftonline.com}",
       .target = "graph.microsoft.com",
       .matches = false},
      {.when = "{handshake: {glob: '*.us'}}", .target = "graph.microsoft.us"},
      {.when = "{handshake: absent}", .target = ""},
      {.when = "{handshake: absent}", .target = "localhost", .matches = false},
      {.when = "{handshake: present}", .target = "", .matches = false},
  };
}

inline std::vector<WhenRow> when_rows() {
  std::vector<WhenRow> rows;
  for (const auto& group :
       {place_rows(), batch_rows(), option_rows(), body_rows(), token_rows(), handshake_rows()}) {
    rows.insert(rows.end(), group.begin(), group.end());
  }
  return rows;
}

/// For a test's message.
inline std::string name_of(const WhenRow& row) {
  return row.when + " | " + row.method + " " + row.target.substr(0, 80) + " " +
         row.body.substr(0, 80) + (row.operation.empty() ? "" : " in a batch");
}

inline bool is_of_handshake(const WhenRow& row) {
  return row.when.find("handshake") != std::string::npos;
}

}  // namespace graphfault::scenario
