// SPDX-License-Identifier: MIT
#include "engine/engine.hpp"

#include "base/guarded.hpp"
#include "base/random.hpp"
#include "engine/answers/journal_entry.hpp"
#include "engine/callers/token_cache.hpp"
#include "engine/sign_in/sign_in.hpp"
#include "engine/tenants/resolve.hpp"
#include "graph/answers/answer_headers.hpp"
#include "graph/answers/answer_stamp.hpp"
#include "graph/answers/error_body.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "http/status.hpp"

#include <algorithm>
#include <atomic>
#include <utility>
#include <variant>

namespace graphfault::engine {
namespace {

graph::GraphError as_graph_error(const RefusedRequest& refused) {
  graph::GraphError error;
  if (const graph::ErrorEntry* const entry = graph::default_error(refused.status)) {
    error = graph::make_error(*entry);
  } else {
    error.code = http::reason_phrase(refused.status);
  }
  error.status = refused.status;
  if (!refused.code.empty()) {
    error.code = refused.code;
  }
  if (!refused.message.empty()) {
    error.message = refused.message;
  }
  return error;
}

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
  return text;
}

}  // namespace

struct Engine::State {
  State(ScenarioSet scenarios, EngineOptions engine_options)
      : options(std::move(engine_options)),
        registry(std::move(scenarios), options.default_scenario, options.tenant,
                 options.max_tenants, options.strangers),
        tokens(graph::token_key(), options.token_cache_bytes),
        random(mix(options.tenant.seed, hash_of("strays"))),
        strays(options.stray_journal_bytes) {}

  graph::AnswerStamp stamp(const http::Headers& request, Instant now) {
    return graph::make_stamp(random.with([](Random& source) { return source.guid(); }), request,
                             options.tenant.frozen_at.value_or(now));
  }

  void record(http::Request&& request, const http::Response& response, Instant now) {
    journal::PackedExchange packed =
        journal::pack(entry_of_stray(std::move(request), response, now));
    strays.with([&packed](journal::Journal& journal) { journal.append(std::move(packed)); });
  }

  http::Response response_to(const Stray& stray, Instant now);

  const EngineOptions options;
  Registry registry;
  TokenCache tokens;
  Guarded<Random> random;
  Guarded<journal::Journal> strays;
  std::atomic<std::uint64_t> requests{0};
  std::atomic<std::uint64_t> refused{0};
  std::atomic<std::uint64_t> stray_requests{0};
};

http::Response Engine::State::response_to(const Stray& stray, Instant now) {
  http::Response response;
  const graph::AnswerStamp marks = stamp(stray.request.headers, now);
  if (const auto* const error = std::get_if<graph::GraphError>(&stray.why)) {
    response.status = error->status;
    response.headers = graph::error_headers(*error, marks);
    response.body = graph::error_body(*error, marks);
  } else {
    const auto& sign_in = std::get<Stray::SignIn>(stray.why);
    Emulated answer = unknown_tenant_answer(sign_in.tenant, sign_in.segments, marks);
    response.status = answer.status;
    response.headers = std::move(answer.headers);
    response.body = std::move(answer.body);
  }
  if (options.tenant.marks) {
    response.headers.add("x-graphfault-rule", "emulation");
    response.headers.add("x-graphfault-hint", one_line(stray.hint));
  }
  return response;
}

Engine::Engine(ScenarioSet scenarios, const EngineOptions& options)
    : state_(std::make_unique<State>(std::move(scenarios), options)) {}

Engine::~Engine() = default;

http::Answer Engine::serve(http::Request request, Instant now) {
  State& engine = *state_;
  engine.requests.fetch_add(1, std::memory_order_relaxed);
  tl::expected<Resolved, Stray> resolved =
      resolve(std::move(request), now, engine.registry, engine.tokens);
  if (resolved) {
    return resolved->tenant->answer(std::move(resolved->call));
  }
  engine.stray_requests.fetch_add(1, std::memory_order_relaxed);
  http::Answer answer{.response = engine.response_to(resolved.error(), now)};
  engine.record(std::move(resolved.error().request), answer.response, now);
  return answer;
}

std::optional<scenario::Fault::Tls> Engine::greet(const std::string& host, Instant now) {
  const auto tenant = state_->registry.fallback_for_handshakes(now);
  return tenant == nullptr ? std::nullopt : tenant->greet(host, now);
}

void Engine::leaving(const http::Ticket& ticket, Instant now) {
  if (const auto tenant = state_->registry.find_serial(ticket.tenant)) {
    tenant->leaving(ticket, now);
  }
}

void Engine::sent(const http::Ticket& ticket, const http::Delivery& delivery) {
  if (const auto tenant = state_->registry.find_serial(ticket.tenant)) {
    tenant->sent(ticket, delivery);
  }
}

http::Answer Engine::refuse(const RefusedRequest& refused, const http::Request& partial,
                            Instant now) {
  State& engine = *state_;
  engine.refused.fetch_add(1, std::memory_order_relaxed);
  const graph::GraphError error = as_graph_error(refused);
  const graph::AnswerStamp stamp = engine.stamp(partial.headers, now);
  http::Answer answer;
  answer.response.status = error.status;
  answer.response.headers = graph::error_headers(error, stamp);
  answer.response.body = graph::error_body(error, stamp);
  if (engine.options.tenant.marks) {
    answer.response.headers.add("x-graphfault-rule", "emulation");
  }
  answer.plan.close = true;
  engine.record(http::Request(partial), answer.response, now);
  return answer;
}

Registry& Engine::registry() { return state_->registry; }
const Registry& Engine::registry() const { return state_->registry; }

StrayEvidence Engine::stray_evidence(const EvidenceWanted& wanted) const {
  return state_->strays.with([&wanted](const journal::Journal& journal) {
    return StrayEvidence{.totals = journal.totals(),
                         .packed = journal.after(wanted.since, wanted.most)};
  });
}

std::vector<journal::Exchange> Engine::strays(std::uint64_t since) const {
  return stray_evidence({.since = since}).exchanges();
}

std::vector<journal::Exchange> Engine::newest_strays(std::uint64_t since, std::size_t most) const {
  return journal::unpack(state_->strays.with(
      [=](const journal::Journal& journal) { return journal.newest(since, most); }));
}

journal::JournalTotals Engine::stray_totals() const {
  return state_->strays.with([](const journal::Journal& journal) { return journal.totals(); });
}

EngineCounts Engine::counts() const {
  return {.requests = state_->requests.load(std::memory_order_relaxed),
          .refused = state_->refused.load(std::memory_order_relaxed),
          .strays = state_->stray_requests.load(std::memory_order_relaxed)};
}

}  // namespace graphfault::engine
