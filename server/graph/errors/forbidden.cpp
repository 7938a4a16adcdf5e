// SPDX-License-Identifier: MIT
// 403.
#include "graph/errors/tables.hpp"

namespace graphfault::graph::errors {

namespace {

Table permissions() {
  return {
      {.id = "permission-missing",
       .status = 403,
       .code = "Authorization_RequestDenied",
       .message = "Insufficient privileges to complete the operation.",
       .evidence = Evidence::documented,
       .source = "json-batching.md, and captures",
       .on_errors_page = true},
      {.id = "not-premium",
       .status = 403,
       .code = "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
       .message = "Neither tenant is B2C or tenant doesn't have premium license",
       .evidence = Evidence::captured,
       .source = "microsoft-graph-docs-contrib#3033, 2021: signInActivity, auditLogs"},
      {.id = "graph-permission-missing",
       .status = 403,
       .code = "Authentication_MSGraphPermissionMissing",
       .message = "The principal does not have required Microsoft Graph permission(s): "
                  "{permission} to call this API. For more information about Microsoft Graph "
                  "permissions, please visit "
                  "https://learn.microsoft.com/graph/permissions-overview.",
       .evidence = Evidence::captured,
       .source = "signInActivity; first sentence captured, the rest unverified"},
      {.id = "graph-permission-missing-older",
       .status = 403,
       .code = "Authentication_MSGraphPermissionMissing",
       .message = "Application missing MSGraph API 'Read all audit log data' permission",
       .evidence = Evidence::captured,
       .source = "older captures",
       .by_id_only = true},
      {.id = "insufficient-claims",
       .status = 403,
       .code = "insufficient_claims",
       .message = "The presented access token does not carry the claims that this resource "
                  "requires.",
       .evidence = Evidence::inferred,
       .source = "status documented (errors page, resolve-auth-errors); the body is synthetic"},
      {.id = "authentication-unauthorized",
       .status = 403,
       .code = "Authentication_Unauthorized",
       .message = "Unauthorized request.",
       .evidence = Evidence::documented,
       .source = "Azure AD Graph error reference, 2016"},
      {.id = "planner-forbidden",
       .status = 403,
       .code = "",
       .message = "You do not have the required permissions to access this item.",
       .evidence = Evidence::documented,
       .source = "json-batching.md shows a Planner 403 with an empty code; message unverified"},
  };
}

Table refusing_workloads() {
  return {
      {.id = "access-denied",
       .status = 403,
       .code = "accessDenied",
       .message = "Access denied",
       .evidence = Evidence::captured,
       .source = "OneDrive and SharePoint; message unverified"},
      {.id = "error-access-denied",
       .status = 403,
       .code = "ErrorAccessDenied",
       .message = "Access is denied. Check credentials and try again.",
       .evidence = Evidence::captured,
       .source = "Outlook; message unverified"},
      {.id = "forbidden",
       .status = 403,
       .code = "Forbidden",
       .message = "Forbidden",
       .evidence = Evidence::captured,
       .source = "several workloads; message unverified"},
      {.id = "link-quota-exceeded",
       .status = 403,
       .code = "Directory_QuotaExceeded",
       .message = "Unable to perform operation as '121' would exceed the maximum quota count '100' "
                  "for forward-link 'members'.",
       .evidence = Evidence::captured,
       .source = "captures of adding members to a group"},
      {.id = "object-quota-exceeded",
       .status = 403,
       .code = "Directory_QuotaExceeded",
       .message = "The directory object quota limit for the {tenant} has been exceeded. Please ask "
                  "your administrator to increase the quota limit or delete objects to reduce the "
                  "used quota.",
       .evidence = Evidence::documented,
       .source = "Azure AD Graph error reference, 2016; today's wording unverified",
       .by_id_only = true},
      {.id = "malware-detected",
       .status = 403,
       .code = "malwareDetected",
       .message = "Malware was detected in the requested resource.",
       .evidence = Evidence::documented,
       .source = "errors page: basic codes; status inferred"},
      {.id = "not-allowed",
       .status = 403,
       .code = "notAllowed",
       .message = "The action is not allowed by the system.",
       .evidence = Evidence::documented,
       .source = "errors page: basic codes; status inferred"},
  };
}

}  // namespace

const Table& forbidden() {
  static const Table table = [] {
    Table all = permissions();
    const Table more = refusing_workloads();
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }();
  return table;
}

}  // namespace graphfault::graph::errors
