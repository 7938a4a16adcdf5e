// SPDX-License-Identifier: MIT
#include "verdict/report/json_report.hpp"

namespace graphfault::verdict {
namespace {

Json seconds(Duration time) { return std::chrono::duration<double>(time).count(); }

Json evidence_json(const Evidence& evidence) {
  Json json{{"sequences", evidence.sequences}, {"text", evidence.text}};
  if (evidence.due) {
    json["due"] = seconds(*evidence.due);
  }
  if (evidence.waited) {
    json["waited"] = seconds(*evidence.waited);
  }
  return json;
}

Json finding_json(const Finding& finding) {
  Json evidence = Json::array();
  for (const Evidence& item : finding.evidence) {
    evidence.push_back(evidence_json(item));
  }
  return {{"id", finding.id},
          {"level", text_of(finding.level)},
          {"state", text_of(finding.state)},
          {"required", finding.required},
          {"expected", finding.expected},
          {"source", finding.source},
          {"evidence", std::move(evidence)}};
}

}  // namespace

Json json_report(const std::string& scenario, const Verdict& verdict) {
  Json findings = Json::array();
  for (const Finding& finding : verdict.findings) {
    findings.push_back(finding_json(finding));
  }
  Json requests = Json::array();
  for (const CountedRequests& counted : verdict.requests) {
    requests.push_back({{"when", counted.text},
                        {"min", counted.min},
                        {"max", counted.max},
                        {"seen", counted.seen},
                        {"kept", counted.kept()}});
  }
  return {{"scenario", scenario},
          {"passed", verdict.passed},
          {"pending", verdict.pending},
          {"reasons", verdict.reasons},
          {"exchanges", verdict.exchanges},
          {"dropped", verdict.dropped},
          {"findings", std::move(findings)},
          {"requests", std::move(requests)}};
}

}  // namespace graphfault::verdict
