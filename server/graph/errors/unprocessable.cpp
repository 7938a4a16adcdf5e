// SPDX-License-Identifier: MIT
// 413 to 424 and 431: a request that is too much, or makes no sense.
#include "graph/errors/tables.hpp"

namespace graphfault::graph::errors {
namespace {

Table too_much() {
  return {
      {.id = "request-entity-too-large",
       .status = 413,
       .code = "requestEntityTooLarge",
       .message = "The request size exceeds the maximum limit.",
       .evidence = Evidence::inferred,
       .source = "status documented; code inferred, message after the errors page",
       .on_errors_page = true},
      {.id = "message-size-exceeded",
       .status = 413,
       .code = "ErrorMessageSizeExceeded",
       .message = "The message exceeds the maximum supported size.",
       .evidence = Evidence::captured,
       .source = "Outlook; message unverified"},
      {.id = "uri-too-long",
       .status = 414,
       .code = "requestUriTooLong",
       .message = "The request URI exceeds the maximum length.",
       .evidence = Evidence::inferred,
       .source = "not on the errors page; what graphfault says beyond its limit"},
      {.id = "headers-too-large",
       .status = 431,
       .code = "requestHeaderFieldsTooLarge",
       .message = "The request headers exceed the maximum size.",
       .evidence = Evidence::inferred,
       .source = "not on the errors page; what graphfault says beyond its limit"},
  };
}

Table unreadable() {
  return {
      {.id = "unsupported-media-type",
       .status = 415,
       .code = "RequestBodyRead",
       .message = "A supported MIME type could not be found that matches the content type of the "
                  "response. None of the supported type(s) '{types}' matches the content type "
                  "'{content_type}'.",
       .evidence = Evidence::captured,
       .source = "captures; the list of types is shortened",
       .on_errors_page = true},
      {.id = "range-not-satisfiable",
       .status = 416,
       .code = "invalidRange",
       .message = "The specified byte range is invalid or unavailable.",
       .headers = {{.name = "Content-Range", .value = "bytes */0"}},
       .evidence = Evidence::documented,
       .source = "errors page: basic codes; message after its description, Content-Range inferred",
       .on_errors_page = true},
      {.id = "validation-failed",
       .status = 422,
       .code = "Request_UnprocessableEntity",
       .message = "The values provided contain one or more validation errors.",
       .details = {{.code = "PropertyConflict",
                    .message = "Another object with the same value for property mailNickname "
                               "already exists.",
                    .target = "mailNickname"}},
       .evidence = Evidence::documented,
       .source = "group: validateProperties, its sample answer",
       .on_errors_page = true},
      {.id = "too-many-resources",
       .status = 422,
       .code = "notSupported",
       .message = "The request is unprocessable because it uses too many resources",
       .evidence = Evidence::captured,
       .source = "captures of $expand and $batch on lists"},
      {.id = "failed-dependency",
       .status = 424,
       .code = "FailedDependency",
       .message = "",
       .evidence = Evidence::inferred,
       .source = "status documented inside batches only; the body is unverified"},
  };
}

}  // namespace

const Table& unprocessable() {
  static const Table table = [] {
    Table all = too_much();
    const Table more = unreadable();
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }();
  return table;
}

}  // namespace graphfault::graph::errors
