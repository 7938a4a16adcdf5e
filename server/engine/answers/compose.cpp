// SPDX-License-Identifier: MIT
#include "engine/answers/compose.hpp"

#include "engine/faults/faults.hpp"
#include "graph/answers/answer_headers.hpp"
#include "graph/answers/error_body.hpp"

#include <string>
#include <utility>

namespace graphfault::engine {
namespace {

constexpr std::size_t kMarks = 2;

struct Compose {
  bool is_operation = false;
  const graph::AnswerStamp& stamp;

  http::Response operator()(const graph::GraphError& error) const {
    http::Response response;
    response.status = error.status;
    graph::append_error_body(response.body, error, stamp);
    response.headers =
        is_operation ? graph::batch_error_headers(error) : graph::error_headers(error, stamp);
    return response;
  }
  http::Response operator()(Emulated& emulated) const {
    http::Response response;
    response.status = emulated.status;
    response.body = std::move(emulated.body);
    response.headers = is_operation ? std::move(emulated.headers)
                                    : graph::success_headers(std::move(emulated.headers), stamp);
    return response;
  }
  http::Response operator()(AuthoredReply& reply) const {
    http::Response response = std::move(reply.response);
    if (!reply.whole && !is_operation) {
      response.headers = graph::reply_headers(std::move(response.headers), stamp);
    }
    return response;
  }
};

std::string maker(const Outcome& outcome, const AnswerContext& context) {
  if (outcome.rule == nullptr) {
    return "emulation";
  }
  std::string text = context.scenario.name;
  text.append("/").append(std::to_string(outcome.rule->number));
  text.append(" step ").append(std::to_string(outcome.step + 1));
  return outcome.repeated ? text.append(" repeated") : text;
}

void mark(const Outcome& outcome, const AnswerContext& context, http::Headers& headers) {
  if (!context.tenant.options.marks) {
    return;
  }
  headers.reserve(headers.size() + kMarks);
  headers.add("x-graphfault-rule", maker(outcome, context));
  if (!outcome.hint.empty()) {
    headers.add("x-graphfault-hint", outcome.hint);
  }
}

}  // namespace

Duration delay_of(const Outcome& outcome, const scenario::Scenario& scenario) {
  return outcome.delay + scenario.tenant.delay;
}

http::Response compose_response(Outcome& outcome, const Call& call, const AnswerContext& context) {
  http::Response response =
      std::visit(Compose{call.operation.has_value(), context.stamp}, outcome.made);
  mark(outcome, context, response.headers);
  if (outcome.fault != nullptr && call.operation) {  // one that changes the body
    http::Answer answer{.response = std::move(response)};
    apply_fault(*outcome.fault, answer);
    return std::move(answer.response);
  }
  return response;
}

http::Answer compose_answer(Outcome& outcome, const Call& call, const AnswerContext& context) {
  http::Answer answer;
  const auto* const emulated = std::get_if<Emulated>(&outcome.made);
  const auto* const reply = std::get_if<AuthoredReply>(&outcome.made);
  answer.plan.ranged = emulated != nullptr && emulated->ranged;
  answer.plan.compressible = reply == nullptr || reply->whole;
  const auto* const error = std::get_if<graph::GraphError>(&outcome.made);
  // http.sys hangs up with its own pages (411).
  answer.plan.close = error != nullptr && error->format == graph::BodyFormat::html;
  answer.is_unmatched = outcome.is_unmatched();
  answer.plan.delay = delay_of(outcome, context.scenario);
  answer.response = compose_response(outcome, call, context);
  if (call.request.headers.contains("Origin") &&
      !answer.response.headers.contains("Access-Control-Allow-Origin")) {
    graph::add_cors_headers(answer.response.headers);
  }
  if (outcome.fault != nullptr) {
    apply_fault(*outcome.fault, answer);
  }
  return answer;
}

std::string error_code(const Outcome& outcome) {
  if (const auto* const error = std::get_if<graph::GraphError>(&outcome.made)) {
    return error->code;
  }
  const auto* const reply = std::get_if<AuthoredReply>(&outcome.made);
  return reply == nullptr ? std::string() : reply->code;
}

}  // namespace graphfault::engine
