// SPDX-License-Identifier: MIT
#include "control/calls/resources.hpp"
#include "control/calls/tenants/tenant_lookup.hpp"
#include "control/calls/tenants/verdict_query.hpp"
#include "verdict/report/html_report.hpp"
#include "verdict/report/json_report.hpp"
#include "verdict/report/junit_report.hpp"
#include "verdict/report/text_report.hpp"
#include "verdict/verdict.hpp"

namespace graphfault::control {
namespace {

constexpr int kExpectationFailed = 417;

verdict::JunitSuite suite_of(const std::string& name, verdict::Verdict judged,
                             const verdict::Record& record) {
  verdict::JunitSuite suite{.scenario = name, .verdict = std::move(judged)};
  if (!record.exchanges().empty()) {
    suite.started = record.exchanges().front().begun;
    suite.took = record.exchanges().back().begun - suite.started;
  }
  return suite;
}

/// Neither has a script, and so none runs in them, whatever a client under test has sent.
Reply html_reply(std::string html) {
  return {.content_type = "text/html; charset=utf-8",
          .headers = {{"Content-Security-Policy",
                       "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri "
                       "'none'; form-action 'none'; frame-ancestors 'none'"}},
          .body = std::move(html)};
}

Reply rendered(VerdictFormat format, const std::string& name, const verdict::Verdict& judged,
               const verdict::Record& record) {
  switch (format) {
    case VerdictFormat::json:
      return json_reply(200, verdict::json_report(name, judged));
    case VerdictFormat::text:
      return {.content_type = "text/plain; charset=utf-8",
              .body = verdict::text_report(name, judged, record, verdict::Colour::off)};
    case VerdictFormat::junit:
      return {.content_type = "application/xml",
              .body = verdict::junit_report({suite_of(name, judged, record)})};
    case VerdictFormat::html:
      return html_reply(verdict::html_report({{name, judged, record}}));
    case VerdictFormat::fragment:
      return html_reply(verdict::html_fragment(judged, record));
  }
  return {};
}

}  // namespace

Reply get_tenant_verdict(const Call& call, Subject& subject) {
  const auto tenant = running_tenant(call.segments[1], subject);
  if (!tenant) {
    return tenant.error();
  }
  const Result<VerdictQuery> query = read_verdict_query(call.options);
  if (!query) {
    return error_reply(400, query.error().message, query.error().hint);
  }
  const engine::Evidence evidence = (*tenant)->evidence(call.now);
  const verdict::Record record(
      evidence.exchanges(),
      {.now = call.now, .ended = query->ended, .tolerance = evidence.scenario->verdict.tolerance});
  const verdict::Verdict judged =
      verdict::judge(*evidence.scenario, record,
                     {.rule_plays = evidence.rule_plays, .dropped = evidence.totals.dropped});
  Reply reply = rendered(query->format, (*tenant)->name().text(), judged, record);
  reply.status = query->must_pass && !judged.passed ? kExpectationFailed : 200;
  return reply;
}

}  // namespace graphfault::control
