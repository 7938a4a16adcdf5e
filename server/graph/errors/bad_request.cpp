// SPDX-License-Identifier: MIT
// 400.
#include "graph/errors/tables.hpp"

namespace graphfault::graph::errors {
namespace {

Table query_options() {
  return {
      {.id = "page-token-expired",
       .status = 400,
       .code = "Directory_ExpiredPageToken",
       .message = "The specified page token value has expired and can no longer be included in "
                  "your request.",
       .evidence = Evidence::captured,
       .source = "code captured; message from one public fixture modelled on the SDK's error"},
      {.id = "expand-not-supported",
       .status = 400,
       .code = "ExpandNotSupported",
       .message = "Expand is not allowed for property '{property}' according to the entity schema.",
       .evidence = Evidence::documented,
       .source = "query parameters page"},
      {.id = "unsupported-query",
       .status = 400,
       .code = "Request_UnsupportedQuery",
       .message = "Unsupported or invalid query filter clause specified for property '{property}' "
                  "of resource '{resource}'.",
       .evidence = Evidence::captured,
       .source = "Q&A threads on filters of unindexed properties"},
      {.id = "search-needs-consistency-level",
       .status = 400,
       .code = "Request_UnsupportedQuery",
       .message = "Request with $search query parameter only works through MSGraph with a special "
                  "request header: 'ConsistencyLevel: eventual'",
       .evidence = Evidence::documented,
       .source = "advanced queries page",
       .by_id_only = true},
      {.id = "operator-needs-advanced-query",
       .status = 400,
       .code = "Request_UnsupportedQuery",
       .message = "Operator '{operator}' is not supported because the required parameters might be "
                  "missing. Try adding $count=true query parameter and ConsistencyLevel:eventual "
                  "header. Refer to https://aka.ms/graph-docs/advanced-queries for more "
                  "information",
       .evidence = Evidence::documented,
       .source = "advanced queries page",
       .by_id_only = true},
      {.id = "page-size-not-supported",
       .status = 400,
       .code = "Request_UnsupportedQuery",
       .message = "This resource does not support custom page sizes. Please retry without a page "
                  "size argument.",
       .evidence = Evidence::captured,
       .source = "directoryRoles captures",
       .by_id_only = true},
  };
}

Table plain_queries() {
  return {
      {.id = "count-not-supported",
       .status = 400,
       .code = "Request_BadRequest",
       .message = "$count is not currently supported.",
       .evidence = Evidence::documented,
       .source = "advanced queries page: /users/$count without ConsistencyLevel"},
      {.id = "page-size-invalid",
       .status = 400,
       .code = "Request_BadRequest",
       .message = "Invalid page size specified: '{size}'. Must be between 1 and 999 inclusive.",
       .evidence = Evidence::captured,
       .source = "Q&A 1129204; the code is inferred"},
      {.id = "invalid-filter-clause",
       .status = 400,
       .code = "BadRequest",
       .message = "Invalid filter clause",
       .evidence = Evidence::captured,
       .source = "captures of filter syntax errors; nesting of the inner detail is unverified"},
  };
}

Table requests() {
  return {
      {.id = "bad-request",
       .status = 400,
       .code = "Request_BadRequest",
       .message = "Bad request. Please fix the request before retrying.",
       .evidence = Evidence::documented,
       .source = "Azure AD Graph error reference, 2016",
       .on_errors_page = true},
      {.id = "fragment-overlap",
       .status = 400,
       .code = "badRequest",
       .message = "Uploaded fragment overlaps with existing data.",
       .inner = {"invalidRange"},
       .evidence = Evidence::documented,
       .source = "errors page: the sample body"},
      {.id = "segment-not-found",
       .status = 400,
       .code = "BadRequest",
       .message = "Resource not found for the segment '{segment}'.",
       .evidence = Evidence::documented,
       .source = "msgraph-sdk-design ErrorContent.md"},
      {.id = "unreadable-body",
       .status = 400,
       .code = "BadRequest",
       .message = "Unable to read JSON request payload. Please ensure Content-Type header is set "
                  "and payload is of valid JSON format.",
       .evidence = Evidence::inferred,
       .source = "wording unverified"},
  };
}

Table values() {
  return {
      {.id = "property-required",
       .status = 400,
       .code = "Request_BadRequest",
       .message = "A value is required for property '{property}' of resource '{resource}'.",
       .evidence = Evidence::documented,
       .source = "Azure AD Graph error reference, 2016: its sample error"},
      {.id = "property-invalid",
       .status = 400,
       .code = "Request_BadRequest",
       .message = "Invalid value specified for property '{property}' of resource '{resource}'.",
       .evidence = Evidence::captured,
       .source = "Q&A threads on creating users"},
      {.id = "duplicate-user",
       .status = 400,
       .code = "Request_BadRequest",
       .message =
           "Another object with the same value for property userPrincipalName already exists.",
       .details = {{.code = "ObjectConflict",
                    .message = "Another object with the same value for property userPrincipalName "
                               "already exists.",
                    .target = "userPrincipalName"}},
       .evidence = Evidence::captured,
       .source = "message captured; details[] unverified"},
      {.id = "me-requires-user",
       .status = 400,
       .code = "BadRequest",
       .message = "Current authenticated context is not valid for this request. This occurs when a "
                  "request is made to an endpoint that requires user sign-in. For example, /me "
                  "requires a signed-in user. Acquire a token on behalf of a user to make requests "
                  "to these endpoints. Use the OAuth 2.0 authorization code flow for mobile and "
                  "native apps and the OAuth 2.0 implicit flow for single-page web apps.",
       .evidence = Evidence::captured,
       .source = "first sentence captured; the rest unverified"},
      {.id = "step-up-in-message",
       .status = 400,
       .code = "RoleAssignmentRequestAcrsValidationFailed",
       .message = "&claims=%7B%22access_token%22%3A%7B%22acrs%22%3A%7B%22essential%22%3Atrue%2C%20"
                  "%22value%22%3A%22c1%22%7D%7D%7D",
       .evidence = Evidence::captured,
       .source = "PIM step-up: claims stand URL-encoded in the message; partly unverified"},
  };
}

Table batches() {
  return {
      {.id = "batch-payload-invalid",
       .status = 400,
       .code = "BadRequest",
       .message = "Invalid batch payload format.",
       .evidence = Evidence::captured,
       .source = "two recorded fixtures, 2026"},
      {.id = "batch-id-not-unique",
       .status = 400,
       .code = "BadRequest",
       .message = "Request Id {request} has to be unique in a batch.",
       .evidence = Evidence::captured,
       .source = "recorded fixture"},
      {.id = "batch-too-large",
       .status = 400,
       .code = "BadRequest",
       .message = "Number of requests inside batch exceed the limit.",
       .evidence = Evidence::captured,
       .source = "two captures"},
      {.id = "batch-write-without-body",
       .status = 400,
       .code = "BadRequest",
       .message = "Write request id : {request} does not contain Content-Type header or body.",
       .evidence = Evidence::captured,
       .source = "pnp/pnpcore"},
      {.id = "batch-mixed-dependencies",
       .status = 400,
       .code = "BadRequest",
       .message = "Batch should be either fully sequential or fully parallel.",
       .evidence = Evidence::captured,
       .source = "microsoft-graph-docs#16280"},
      {.id = "batch-dependency-invalid",
       .status = 400,
       .code = "BadRequest",
       .message = "Invalid dependency for request Id {request}.",
       .evidence = Evidence::captured,
       .source = "the beginning is captured; the tail unverified"},
      {.id = "batch-in-batch",
       .status = 400,
       .code = "BadRequest",
       .message = "A batch request can not contain another batch request.",
       .evidence = Evidence::inferred,
       .source = "msgraph-sdk-design forbids it; wording unverified"},
  };
}

/// Codes known by name from the lists of the documentation and the directory client.
Table odata_vocabulary() {
  constexpr std::string_view kNoText =
      "in the directory client's list; status inferred, wording "
      "unverified";
  return {
      {.id = "invalid-request",
       .status = 400,
       .code = "invalidRequest",
       .message = "The request is malformed or incorrect.",
       .evidence = Evidence::documented,
       .source = "errors page: basic codes; message after its description"},
      {.id = "result-size-limit-exceeded",
       .status = 400,
       .code = "Directory_ResultSizeLimitExceeded",
       .message = "Result Size Limit was Exceeded",
       .evidence = Evidence::documented,
       .source = "Azure AD Graph error reference, 2016"},
      {.id = "invalid-request-url",
       .status = 400,
       .code = "Request_InvalidRequestUrl",
       .message = "Request url was invalid. The request should be like /tenantdomainname/Entity or "
                  "/$metadata.",
       .evidence = Evidence::inferred,
       .source = kNoText},
      {.id = "several-objects-with-key",
       .status = 400,
       .code = "Request_MultipleObjectsWithSameKeyValue",
       .message = "Multiple objects with the same key value were found.",
       .evidence = Evidence::inferred,
       .source = kNoText},
      {.id = "contract-version-missing",
       .status = 400,
       .code = "Request_DataContractVersionMissing",
       .message = "The specified api-version is missing.",
       .evidence = Evidence::inferred,
       .source = kNoText},
      {.id = "contract-version-invalid",
       .status = 400,
       .code = "Request_InvalidDataContractVersion",
       .message = "The specified api-version is invalid.",
       .evidence = Evidence::inferred,
       .source = kNoText},
      {.id = "header-not-supported",
       .status = 400,
       .code = "Headers_HeaderNotSupported",
       .message = "Header {header} is not currently supported.",
       .evidence = Evidence::documented,
       .source = "Azure AD Graph error reference, 2016; status inferred"},
  };
}

}  // namespace

const Table& bad_requests() {
  static const Table table = [] {
    Table all = requests();
    for (const Table& part :
         {query_options(), plain_queries(), values(), batches(), odata_vocabulary()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return table;
}

}  // namespace graphfault::graph::errors
