// SPDX-License-Identifier: MIT
// 409 to 412, and 423: the state of the resource.
#include "graph/errors/tables.hpp"

namespace graphfault::graph::errors {
namespace {

constexpr std::string_view kLengthRequiredPage =
    "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML "
    "4.01//EN\"\"http://www.w3.org/TR/html4/strict.dtd\">\r\n"
    "<HTML><HEAD><TITLE>Length Required</TITLE>\r\n"
    "<META HTTP-EQUIV=\"Content-Type\" Content=\"text/html; charset=us-ascii\"></HEAD>\r\n"
    "<BODY><h2>Length Required</h2>\r\n"
    "<hr><p>HTTP Error 411. The request must be chunked or have a content length.</p>\r\n"
    "</BODY></HTML>";

Table conflict() {
  return {
      {.id = "concurrency-violation",
       .status = 409,
       .code = "Directory_ConcurrencyViolation",
       .message = "Error due to concurrent requests being made to the tenant. Please wait briefly "
                  "and retry.",
       .evidence = Evidence::captured,
       .source = "captures; the errors page asks for a short delay and back-off",
       .on_errors_page = true},
      {.id = "name-already-exists",
       .status = 409,
       .code = "nameAlreadyExists",
       .message = "The specified item name already exists.",
       .evidence = Evidence::captured,
       .source = "OneDrive and SharePoint; message after the errors page"},
      {.id = "resource-modified-409",
       .status = 409,
       .code = "resourceModified",
       .message =
           "The resource has changed since the caller last read it; usually an eTag mismatch",
       .evidence = Evidence::captured,
       .source = "OneDrive and SharePoint"},
  };
}

Table gone() {
  return {
      {.id = "resync-required",
       .status = 410,
       .code = "resyncRequired",
       .message = "Resync required. Replace any local items with the server's version (including "
                  "deletes).",
       .inner = {"resyncApplyDifferences"},
       .evidence = Evidence::documented,
       .source = "delta query pages; message after the documentation; goes with a Location",
       .on_errors_page = true},
      {.id = "resync-upload-differences",
       .status = 410,
       .code = "resyncRequired",
       .message = "Resync required. Upload any local items that the service did not return.",
       .inner = {"resyncUploadDifferences"},
       .evidence = Evidence::documented,
       .source = "delta query pages; message after the documentation; goes with a Location",
       .by_id_only = true},
      {.id = "outlook-sync-state-not-found",
       .status = 410,
       .code = "SyncStateNotFound",
       .message = "The sync state generation is not found; "
                  "generation=149;[highest=157][157][155][156].",
       .evidence = Evidence::captured,
       .source = "Outlook delta"},
      {.id = "sync-state-not-found",
       .status = 410,
       .code = "syncStateNotFound",
       .message = "Sync state generation is not found. Delta token is expired and data must be "
                  "synchronized again.",
       .evidence = Evidence::documented,
       .source = "delta-query-overview says 40X; status here inferred, message after the errors "
                 "page"},
  };
}

Table preconditions() {
  return {
      {.id = "length-required",
       .status = 411,
       .format = BodyFormat::html,
       .page = kLengthRequiredPage,
       .evidence = Evidence::captured,
       .source = "onedrive-api-docs#549: a page of http.sys; closing the connection is inferred",
       .on_errors_page = true},
      {.id = "precondition-failed",
       .status = 412,
       .code = "resourceModified",
       .message =
           "The resource being updated has changed since the caller last read it, usually an "
           "eTag mismatch.",
       .inner = {"entityTagDoesNotMatch"},
       .evidence = Evidence::documented,
       .source = "errors page: codes; message after its description, unverified",
       .on_errors_page = true},
      {.id = "locked",
       .status = 423,
       .code = "accessDenied",
       .message = "The file is currently checked out or locked for editing by another user.",
       .evidence = Evidence::captured,
       .source = "SharePoint",
       .by_id_only = true,
       .on_errors_page = true},
      {.id = "resource-locked",
       .status = 423,
       .code = "resourceLocked",
       .message = "The resource you are attempting to access is locked.",
       .inner = {"lockMismatch"},
       .evidence = Evidence::inferred,
       .source = "inner code documented; code inferred, message unverified"},
      {.id = "lock-not-found",
       .status = 423,
       .code = "resourceLocked",
       .message = "The lock that the request names is not there or has already expired.",
       .inner = {"lockNotFoundOrAlreadyExpired"},
       .evidence = Evidence::inferred,
       .source = "inner code documented; code inferred, message unverified",
       .by_id_only = true},
  };
}

}  // namespace

const Table& conflicts() {
  static const Table table = [] {
    Table all = conflict();
    for (const Table& part : {gone(), preconditions()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return table;
}

}  // namespace graphfault::graph::errors
