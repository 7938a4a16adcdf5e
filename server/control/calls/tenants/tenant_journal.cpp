// SPDX-License-Identifier: MIT
#include "control/calls/resources.hpp"
#include "control/calls/tenants/journal_query.hpp"
#include "control/calls/tenants/tenant_lookup.hpp"
#include "journal/exchange_json.hpp"
#include "journal/har.hpp"

namespace graphfault::control {
namespace {

/// Whose journal it is, and what of it is wanted.
struct Extract {
  std::string_view tenant{};  ///< empty: what belongs to no tenant
  journal::JournalTotals totals{};
  std::vector<journal::Exchange> exchanges{};
};

Reply as_json(const Extract& extract) {
  std::string out = "{";
  if (!extract.tenant.empty()) {
    out += "\"tenant\": ";
    append_json_string(out, extract.tenant);
    out += ", ";
  }
  out += "\"recorded\": " + std::to_string(extract.totals.recorded) +
         ", \"dropped\": " + std::to_string(extract.totals.dropped) +
         ", \"bytes\": " + std::to_string(extract.totals.bytes) + ",\n\"exchanges\": [\n  ";
  journal::append_exchanges(out, extract.exchanges, ",\n  ");
  out += "]}\n";
  return {.body = std::move(out)};
}

Reply as_lines(const Extract& extract) {
  std::string out;
  journal::append_exchanges(out, extract.exchanges, "\n");
  if (!out.empty()) {
    out += '\n';
  }
  return {.content_type = "application/jsonl", .body = std::move(out)};
}

/// A browser saves it under a name that its tools open.
Reply as_har(const Extract& extract, const std::string& version) {
  const std::string name = extract.tenant.empty() ? "strays" : std::string(extract.tenant);
  Reply reply;
  reply.headers.add("Content-Disposition", "attachment; filename=\"" + name + ".har\"");
  std::string comment = "graphfault's journal of " + name;
  if (extract.totals.dropped > 0) {
    comment += "; it no longer held the first " + std::to_string(extract.totals.dropped);
  }
  journal::append_har(reply.body, extract.exchanges, version, comment);
  return reply;
}

Reply journal_reply(JournalFormat format, const Extract& extract, const Subject& subject) {
  switch (format) {
    case JournalFormat::json:
      return as_json(extract);
    case JournalFormat::jsonl:
      return as_lines(extract);
    case JournalFormat::har:
      return as_har(extract, subject.version);
  }
  return {};
}

}  // namespace

Reply get_tenant_journal(const Call& call, Subject& subject) {
  const auto tenant = running_tenant(call.segments[1], subject);
  if (!tenant) {
    return tenant.error();
  }
  const Result<JournalQuery> query = read_journal_query(call.options);
  if (!query) {
    return error_reply(400, query.error().message, query.error().hint);
  }
  const std::string name = (*tenant)->name().text();
  const engine::Evidence evidence =
      (*tenant)->evidence(call.now, {.since = query->since, .most = query->limit});
  return journal_reply(
      query->format, {.tenant = name, .totals = evidence.totals, .exchanges = evidence.exchanges()},
      subject);
}

Reply get_journal(const Call& call, Subject& subject) {
  const Result<JournalQuery> query = read_journal_query(call.options);
  if (!query) {
    return error_reply(400, query.error().message, query.error().hint);
  }
  const engine::StrayEvidence strays =
      subject.engine.stray_evidence({.since = query->since, .most = query->limit});
  return journal_reply(query->format,
                       {.tenant = {}, .totals = strays.totals, .exchanges = strays.exchanges()},
                       subject);
}

}  // namespace graphfault::control
