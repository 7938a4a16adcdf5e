// SPDX-License-Identifier: MIT
#include "control/exchange_json.hpp"
#include "control/journal_query.hpp"
#include "control/resources.hpp"
#include "control/tenant_lookup.hpp"

namespace graphfault::control {
namespace {

Reply journal_reply(std::string_view tenant, const journal::JournalTotals& totals,
                    const std::vector<journal::Exchange>& exchanges) {
  std::string out = "{";
  if (!tenant.empty()) {
    out += "\"tenant\": ";
    append_json_string(out, tenant);
    out += ", ";
  }
  out += "\"recorded\": " + std::to_string(totals.recorded) +
         ", \"dropped\": " + std::to_string(totals.dropped) +
         ", \"bytes\": " + std::to_string(totals.bytes) + ",\n\"exchanges\": ";
  append_exchanges(out, exchanges);
  out += "}\n";
  Reply reply;
  reply.body = std::move(out);
  return reply;
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
  return journal_reply((*tenant)->name().text(), (*tenant)->journal_totals(),
                       (*tenant)->exchanges(query->since));
}

Reply get_journal(const Call& call, Subject& subject) {
  const Result<JournalQuery> query = read_journal_query(call.options);
  if (!query) {
    return error_reply(400, query.error().message, query.error().hint);
  }
  return journal_reply({}, subject.engine.stray_totals(), subject.engine.strays(query->since));
}

}  // namespace graphfault::control
