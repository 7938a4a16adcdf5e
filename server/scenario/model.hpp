// SPDX-License-Identifier: MIT
// The authored model: what a scenario file says, checked and with its defaults filled in. Immutable
// once loaded and shared by every tenant that runs it (shared_ptr<const Scenario>).
#pragma once

#include "base/clock.hpp"
#include "base/json.hpp"
#include "base/problem.hpp"
#include "graph/errors/graph_error.hpp"
#include "graph/paths/surface.hpp"
#include "graph/tokens/token_state.hpp"
#include "http/headers.hpp"
#include "scenario/conditions/path_pattern.hpp"
#include "scenario/conditions/value_condition.hpp"
#include "scenario/faults/fault.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace graphfault::scenario {

// --- when
// -----------------------------------------------------------------------------------------

using graph::Surface;

/// `operation:`; at least one is set. Matches only inside a batch.
struct OperationTest {
  std::optional<std::string> id{};
  std::optional<int> position{};  ///< from 1
};

using graph::TokenState;

/// `token:`; every part that is set must hold. A test with `states` is asked before authentication.
struct TokenTest {
  std::vector<TokenState> states{};  ///< any of them
  std::optional<ValueCondition> app{};
  std::vector<std::string> roles{};  ///< all of them
  std::vector<std::pair<std::string, ValueCondition>> has_claims{};
  std::vector<std::pair<std::string, ValueCondition>> lacks_claims{};
};

/// What it means is said by when.hpp, part by part. A rule's `in_batch` is part of it.
struct When {
  std::vector<std::string> methods{};  ///< upper case; empty: every method but OPTIONS and HEAD
  Surface surface = Surface::graph;
  PathPattern path{};
  std::vector<std::pair<std::string, ValueCondition>> query{};  ///< names lower case without $
  std::vector<std::pair<std::string, ValueCondition>> headers{};
  std::optional<BodyTest> body{};
  std::optional<ValueCondition> page{};
  bool in_batch = true;  ///< false: not for operations inside a batch
  std::optional<OperationTest> operation{};
  std::optional<TokenTest> token{};
  std::optional<ValueCondition> host{};  ///< of a handshake: what the client calls; all the others
                                         ///< of a handshake are as they begin
};

// --- then
// -----------------------------------------------------------------------------------------

/// `error:`, already resolved against the catalogue and with its overrides applied. On a sign-in
/// rule `catalogue_id` is `AADSTS<number>` or empty, and code and message are empty where the step
/// does not override them (see graph/aadsts.hpp).
struct ErrorStep {
  std::string catalogue_id{};
  graph::GraphError error{};
};

/// `reply:`; the bytes leave as they were written.
struct ReplyStep {
  int status = 200;
  std::string reason{};
  http::Headers headers{};
  std::string body{};
  bool placeholders = false;  ///< fill in ${base} ${now} ${guid} ${path.N}
  std::string code{};  ///< `error.code` of the body of an error, or the `error` of a sign-in's
};
struct EmulateStep {};
struct PassStep {};

struct RetryAfter {
  enum class Form { seconds, date, raw };
  Form form = Form::seconds;
  Duration wait{};     ///< the window; zero opens none
  std::string text{};  ///< the header's value for Form::seconds and Form::raw
};

struct FixedDelay {
  Duration time{};
};
struct UniformDelay {
  Duration min{};
  Duration max{};
};
struct LognormalDelay {
  Duration median{};
  Duration p99{};
};
using Delay = std::variant<FixedDelay, UniformDelay, LognormalDelay>;

struct Effects {
  bool expire_token = false;
  bool revoke_token = false;
  Duration advance{};
};

struct Step {
  std::variant<ErrorStep, ReplyStep, EmulateStep, PassStep> act = EmulateStep{};
  std::uint64_t times = 1;  ///< 0: always
  std::optional<RetryAfter> retry_after{};
  bool early_allowed = false;
  std::optional<Delay> delay{};
  std::optional<Fault> fault{};
  http::Headers headers{};
  std::optional<Json> claims{};  ///< the claims challenge's content
  Effects effect{};
  Place place{};
};

/// What a rule's script position is counted for.
enum class Per { tenant, url, token, app };

struct Rule {
  std::string name{};  ///< empty where the file gives none
  int number = 0;      ///< in the file, from 1
  When when{};
  std::vector<Step> steps{};  ///< never empty
  Per per = Per::tenant;
  bool repeat = false;
  bool optional = false;  ///< the verdict doesn't mind if it was never played
  Place place{};
};

// --- tenant, data, batch, verdict
// ------------------------------------------------------------------

enum class License { premium, free };

struct App {
  std::string id{};
  std::string secret{};  ///< empty: any secret
  std::vector<std::string> roles{};
  bool all_roles = false;  ///< `roles` was not given: every permission
  bool secret_expired = false;
};

struct TokenSettings {
  enum class Accept { issued, any, none_required };
  Duration lifetime = std::chrono::minutes(60);
  Accept accept = Accept::issued;
};

struct TenantSettings {
  License license = License::premium;
  std::vector<App> apps{};  ///< empty: any client id, any secret, every permission
  TokenSettings tokens{};
  Duration delay{};
};

/// Users made from seed and index, not stored.
struct GeneratedUsers {
  std::uint64_t count = 100;
  double guests = 0.4;                  ///< share of guests, 0 to 1
  std::optional<std::uint64_t> seed{};  ///< absent: the tenant's
};

struct Users {
  std::variant<GeneratedUsers, std::vector<Json>> source = GeneratedUsers{};
  std::size_t page_size = 100;
};

struct Collection {
  std::string path{};  ///< `/groups`, `/users/u1/messages`
  std::size_t page_size = 100;
  std::vector<Json> items{};
};

struct Data {
  Users users{};
  std::vector<Collection> collections{};
};

/// `batch:`
struct BatchSettings {
  bool details_on_failure = false;
  int status = 422;
  std::string code = "Request_UnprocessableEntity";
  std::string message = "One or more operations of the batch failed.";
};

struct RequestCount {
  When when{};
  std::uint64_t min = 0;
  std::uint64_t max = std::numeric_limits<std::uint64_t>::max();
  std::string text{};  ///< as authored, for the verdict: `GET /users`
  Place place{};
};

struct VerdictSettings {
  std::vector<std::string> require{};
  std::vector<std::string> ignore{};
  std::vector<RequestCount> requests{};
  std::optional<int> client_exit{};
  Duration tolerance =
      std::chrono::milliseconds(50);  ///< a wait may be that much shorter than asked
};

struct Scenario {
  std::string name{};
  std::string summary{};
  std::string file{};  ///< where it came from; "inline" for GRAPHFAULT_SCENARIO_YAML
  TenantSettings tenant{};
  Data data{};
  BatchSettings batch{};
  std::vector<Rule> rules{};
  VerdictSettings verdict{};
};

}  // namespace graphfault::scenario
