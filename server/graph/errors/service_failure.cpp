// SPDX-License-Identifier: MIT
// 500 to 507.
#include "graph/errors/tables.hpp"

namespace graphfault::graph::errors {
namespace {

Table failures() {
  return {
      {.id = "internal-server-error",
       .status = 500,
       .code = "Service_InternalServerError",
       .message = "Encountered an internal server error.",
       .evidence = Evidence::documented,
       .source = "Azure AD Graph error reference, 2016; today's wording unverified",
       .on_errors_page = true},
      {.id = "general-exception",
       .status = 500,
       .code = "generalException",
       .message = "General exception while processing",
       .evidence = Evidence::documented,
       .source = "errors page: basic codes; message unverified"},
      {.id = "workload-internal-error",
       .status = 500,
       .code = "InternalServerError",
       .message = "Encountered an internal server error.",
       .evidence = Evidence::captured,
       .source = "several workloads; message unverified"},
      {.id = "unknown-error-500",
       .status = 500,
       .code = "UnknownError",
       .message = "",
       .evidence = Evidence::inferred,
       .source = "as captured for 404, 429, 503 and 504"},
      {.id = "authentication-unknown",
       .status = 500,
       .code = "Authentication_Unknown",
       .message = "Internal server error.",
       .evidence = Evidence::documented,
       .source = "Azure AD Graph error reference, 2016; status inferred"},
      {.id = "extension-error",
       .status = 500,
       .code = "extensionError",
       .message = "An extension failed while processing the request.",
       .evidence = Evidence::documented,
       .source = "errors page: basic codes; status inferred, message unverified"},
      {.id = "not-implemented",
       .status = 501,
       .code = "NotImplemented",
       .message = "This operation target is not yet supported.",
       .evidence = Evidence::documented,
       .source = "user-list page, and captures of $select=aboutMe",
       .on_errors_page = true},
  };
}

Table gateway() {
  return {
      {.id = "bad-gateway",
       .status = 502,
       .code = "BadGateway",
       .message = "",
       .evidence = Evidence::inferred,
       .source = "not on the errors page"},
      {.id = "unknown-error-502",
       .status = 502,
       .code = "UnknownError",
       .message = "",
       .evidence = Evidence::inferred,
       .source = "not on the errors page"},
  };
}

Table unavailable() {
  return {
      {.id = "service-not-available",
       .status = 503,
       .code = "serviceNotAvailable",
       .message = "Service unavailable",
       .evidence = Evidence::captured,
       .source = "captures, often with Retry-After",
       .on_errors_page = true},
      {.id = "unknown-error-503",
       .status = 503,
       .code = "UnknownError",
       .message = "",
       .evidence = Evidence::captured,
       .source = "captures"},
      {.id = "directory-unavailable",
       .status = 503,
       .code = "Service_ServiceUnavailable",
       .message = "The service is temporarily unavailable. Please try again later.",
       .evidence = Evidence::captured,
       .source = "code captured; message unverified"},
      {.id = "mailbox-info-stale",
       .status = 503,
       .code = "MailboxInfoStale",
       .message = "Mailbox info is stale.",
       .evidence = Evidence::captured,
       .source = "Outlook; message unverified"},
      {.id = "replica-unavailable",
       .status = 503,
       .code = "Directory_ReplicaUnavailable",
       .message = "The preferred replica is unavailable. Please retry without any replica session "
                  "key header.",
       .evidence = Evidence::documented,
       .source = "Azure AD Graph error reference, 2016; status from the directory client"},
      {.id = "throttled-temporarily",
       .status = 503,
       .code = "Request_ThrottledTemporarily",
       .message = "Your request is throttled temporarily. Please try after {seconds} seconds.",
       .evidence = Evidence::documented,
       .source = "Azure AD Graph error reference, 2016; seen as 429 in later captures"},
      {.id = "gateway-timeout",
       .status = 504,
       .code = "UnknownError",
       .message = "",
       .evidence = Evidence::captured,
       .source = "several captures, without Retry-After",
       .on_errors_page = true},
  };
}

Table full() {
  return {
      {.id = "quota-limit-reached",
       .status = 507,
       .code = "quotaLimitReached",
       .message = "The user has reached their quota limit.",
       .evidence = Evidence::documented,
       .source = "errors page: basic codes; message after its description",
       .on_errors_page = true},
      {.id = "mailbox-quota-exceeded",
       .status = 507,
       .code = "QuotaExceededException",
       .message = "Target mailbox quota exceeded.",
       .evidence = Evidence::captured,
       .source = "Outlook"},
      {.id = "error-quota-exceeded",
       .status = 507,
       .code = "ErrorQuotaExceeded",
       .message = "The mailbox has exceeded its quota.",
       .evidence = Evidence::captured,
       .source = "Outlook; message unverified"},
  };
}

}  // namespace

const Table& service_failures() {
  static const Table table = [] {
    Table all = failures();
    for (const Table& part : {gateway(), unavailable(), full()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return table;
}

}  // namespace graphfault::graph::errors
