// SPDX-License-Identifier: MIT
// 404 to 408: what is not there, not allowed, or not in time.
#include "graph/errors/tables.hpp"

namespace graphfault::graph::errors {
namespace {

Table not_found() {
  return {
      {.id = "resource-not-found",
       .status = 404,
       .code = "Request_ResourceNotFound",
       .message = "Resource '{id}' does not exist or one of its queried reference-property objects "
                  "are not present.",
       .evidence = Evidence::captured,
       .source = "captures of the directory",
       .on_errors_page = true},
      {.id = "item-not-found",
       .status = 404,
       .code = "itemNotFound",
       .message = "The resource could not be found.",
       .evidence = Evidence::captured,
       .source = "OneDrive; message after the errors page"},
      {.id = "error-item-not-found",
       .status = 404,
       .code = "ErrorItemNotFound",
       .message = "The specified object was not found in the store.",
       .evidence = Evidence::captured,
       .source = "Outlook; message unverified"},
      {.id = "workload-resource-not-found",
       .status = 404,
       .code = "ResourceNotFound",
       .message = "Resource could not be discovered.",
       .evidence = Evidence::captured,
       .source = "code captured; message unverified"},
      {.id = "api-not-supported",
       .status = 404,
       .code = "NotFound",
       .message = "Requested API is not supported. Please check the path.",
       .evidence = Evidence::captured,
       .source = "captures"},
      {.id = "unknown-error-404",
       .status = 404,
       .code = "UnknownError",
       .message = "",
       .evidence = Evidence::captured,
       .source = "captures"},
      {.id = "object-not-found",
       .status = 404,
       .code = "Directory_ObjectNotFound",
       .message = "Resource '{id}' does not exist.",
       .evidence = Evidence::inferred,
       .source = "in the directory client's list; status inferred, wording unverified"},
      {.id = "company-not-found",
       .status = 404,
       .code = "Directory_CompanyNotFound",
       .message = "Unable to read the company information from the directory.",
       .evidence = Evidence::documented,
       .source = "Azure AD Graph error reference, 2016; status inferred"},
  };
}

Table refused() {
  return {
      {.id = "method-not-allowed",
       .status = 405,
       .code = "Request_BadRequest",
       .message = "Specified HTTP method is not allowed for the request target.",
       .headers = {{.name = "Allow", .value = "OPTIONS"}},
       .evidence = Evidence::documented,
       .source = "json-batching.md; the Allow header is inferred",
       .on_errors_page = true},
      {.id = "not-acceptable",
       .status = 406,
       .code = "notAcceptable",
       .message = "This service doesn't support the format requested in the Accept header.",
       .evidence = Evidence::inferred,
       .source = "status documented; code inferred, message after the errors page",
       .on_errors_page = true},
      {.id = "request-timeout",
       .status = 408,
       .code = "RequestTimeout",
       .message = "The request was not received in time.",
       .evidence = Evidence::inferred,
       .source = "not on the errors page; what graphfault says to a slow sender"},
  };
}

}  // namespace

const Table& missing() {
  static const Table table = [] {
    Table all = not_found();
    const Table more = refused();
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }();
  return table;
}

}  // namespace graphfault::graph::errors
