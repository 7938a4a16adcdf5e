// SPDX-License-Identifier: MIT
#include "control/calls/resources.hpp"

#include <fmt/format.h>

#include <string_view>

namespace graphfault::control {
namespace {

void describe(std::string& out, std::string_view name, std::string_view type,
              std::string_view help) {
  out += fmt::format("# HELP graphfault_{0} {2}\n# TYPE graphfault_{0} {1}\n", name, type, help);
}

void counter(std::string& out, std::string_view name, std::uint64_t value, std::string_view help) {
  describe(out, name, "counter", help);
  out += fmt::format("graphfault_{} {}\n", name, value);
}

void gauge(std::string& out, std::string_view name, std::uint64_t value, std::string_view help) {
  describe(out, name, "gauge", help);
  out += fmt::format("graphfault_{} {}\n", name, value);
}

void answers_by_status(std::string& out, const Traffic& traffic) {
  describe(out, "requests_total", "counter",
           "Requests answered, by status; none: the connection ended without a byte.");
  for (const auto& [status, count] : traffic.answers()) {
    const std::string label = status == 0 ? "none" : std::to_string(status);
    out += fmt::format("graphfault_requests_total{{status=\"{}\"}} {}\n", label, count);
  }
}

struct JournalSums {
  std::uint64_t bytes = 0;
  std::uint64_t recorded = 0;
  std::uint64_t dropped = 0;

  void add(const journal::JournalTotals& totals) {
    bytes += totals.bytes;
    recorded += totals.recorded;
    dropped += totals.dropped;
  }
};

}  // namespace

Reply get_metrics(const Call& call, Subject& subject) {
  const auto tenants = subject.engine.registry().tenants();
  JournalSums journals;
  journals.add(subject.engine.stray_totals());
  std::uint64_t under_way = 0;
  for (const auto& tenant : tenants) {
    journals.add(tenant->journal_totals());
    under_way += tenant->under_way();
  }
  const WireCounts wire = subject.traffic.wire();
  const engine::EngineCounts counts = subject.engine.counts();

  std::string out;
  describe(out, "build_info", "gauge", "The running version.");
  out += fmt::format("graphfault_build_info{{version=\"{}\"}} 1\n", subject.version);
  describe(out, "uptime_seconds", "gauge", "Since the server started.");
  out += fmt::format("graphfault_uptime_seconds {:.3f}\n",
                     std::chrono::duration<double>(call.now - subject.started).count());
  answers_by_status(out, subject.traffic);
  counter(out, "unmatched_total", subject.traffic.unmatched(),
          "Requests whose path neither a rule nor the emulation knows.");
  counter(out, "refused_total", counts.refused, "Requests that could not be read.");
  counter(out, "strays_total", counts.strays, "Requests for an unknown tenant.");
  counter(out, "connections_total", wire.accepted, "Connections accepted.");
  counter(out, "connections_refused_total", wire.refused, "Connections turned away.");
  gauge(out, "connections", wire.open, "Connections open now.");
  gauge(out, "buffered_bytes", wire.buffered_bytes, "Bytes of request bodies held now.");
  gauge(out, "exchanges_under_way", under_way, "Answers that have not left yet.");
  gauge(out, "scenarios", subject.engine.registry().scenarios().size(), "Scenarios loaded.");
  gauge(out, "tenants", tenants.size(), "Tenants running.");
  gauge(out, "reload_problems", subject.shelf.problems().size(), "Problems of the last reload.");
  gauge(out, "journal_bytes", journals.bytes, "Bytes held by all journals.");
  gauge(out, "journal_recorded", journals.recorded, "Exchanges recorded by the running tenants.");
  gauge(out, "journal_dropped", journals.dropped, "Exchanges dropped to make room.");

  Reply reply;
  reply.content_type = "text/plain; version=0.0.4; charset=utf-8";
  reply.body = std::move(out);
  return reply;
}

}  // namespace graphfault::control
