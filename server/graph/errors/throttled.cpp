// SPDX-License-Identifier: MIT
// 429 and 509: too much too fast.
#include "graph/errors/tables.hpp"

namespace graphfault::graph::errors {
namespace {

Table too_many() {
  return {
      {.id = "too-many-requests",
       .status = 429,
       .code = "TooManyRequests",
       .message = "Please retry again later.",
       .inner = {"429"},
       .evidence = Evidence::documented,
       .source = "throttling.md; its innerError also repeats message and status, and stands before "
                 "message",
       .on_errors_page = true},
      {.id = "throttled-identity",
       .status = 429,
       .code = "TooManyRequests",
       .message = "Too many requests from Identifier:11111111-2222-3333-4444-555555555555 under "
                  "category:aadgraph.app.tenant_large. Please try again later.",
       .evidence = Evidence::captured,
       .source = "captures of the directory; the identifier is made up",
       .by_id_only = true},
      {.id = "throttled-excel",
       .status = 429,
       .code = "TooManyRequests",
       .message = "Too many requests from Identifier:11111111-2222-3333-4444-555555555555 under "
                  "category:throttle.aad.ags.excel.app. Please try again later.",
       .evidence = Evidence::captured,
       .source = "captures of the workbook API; the identifier is made up",
       .by_id_only = true},
  };
}

Table throttling_workloads() {
  return {
      {.id = "mailbox-concurrency",
       .status = 429,
       .code = "ApplicationThrottled",
       .message = "Application is over its MailboxConcurrency limit.",
       .evidence = Evidence::captured,
       .source = "Outlook"},
      {.id = "activity-limit-reached",
       .status = 429,
       .code = "activityLimitReached",
       .message = "The request has been throttled",
       .inner = {"throttledRequest", "quota"},
       .evidence = Evidence::captured,
       .source = "OneDrive, Q&A 648796, 2021"},
      {.id = "unknown-error-429",
       .status = 429,
       .code = "UnknownError",
       .message = "",
       .evidence = Evidence::captured,
       .source = "older captures"},
      {.id = "throttled-permanently",
       .status = 429,
       .code = "Request_ThrottledPermanently",
       .message =
           "Your request is throttled permanently. Please call support to address the issue.",
       .evidence = Evidence::documented,
       .source = "Azure AD Graph error reference, 2016; status inferred"},
      {.id = "bandwidth-limit-exceeded",
       .status = 509,
       .code = "activityLimitReached",
       .message = "Bandwidth Limit Exceeded",
       .evidence = Evidence::inferred,
       .source = "status documented; the body is inferred",
       .by_id_only = true,
       .on_errors_page = true},
  };
}

}  // namespace

const Table& throttled() {
  static const Table table = [] {
    Table all = too_many();
    const Table more = throttling_workloads();
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }();
  return table;
}

}  // namespace graphfault::graph::errors
