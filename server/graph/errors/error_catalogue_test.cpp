// SPDX-License-Identifier: MIT
#include "graph/errors/error_catalogue.hpp"

#include "base/json.hpp"
#include "graph/answers/error_body.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace graphfault::graph {
namespace {

constexpr std::string_view kPageStatuses =
    "400 401 402 403 404 405 406 409 410 411 412 413 415 416 422 423 429 500 501 503 504 507 509";

std::set<int> page_statuses() {
  std::set<int> statuses;
  for (std::size_t at = 0; at < kPageStatuses.size(); at += 4) {
    statuses.insert(std::stoi(std::string(kPageStatuses.substr(at, 3))));
  }
  return statuses;
}

TEST(ErrorCatalogue, NamesEveryIdOnce) {
  std::set<std::string_view> ids;
  for (const ErrorEntry& entry : error_catalogue()) {
    EXPECT_TRUE(ids.insert(entry.id).second) << entry.id;
    EXPECT_EQ(entry.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"),
              std::string_view::npos)
        << entry.id;
    EXPECT_EQ(find_error(entry.id), &entry) << entry.id;
    EXPECT_FALSE(entry.source.empty()) << entry.id;
  }
}

TEST(ErrorCatalogue, HasExactlyOneDefaultForEachStatusOfTheErrorsPage) {
  const std::set<int> statuses = page_statuses();
  ASSERT_EQ(statuses.size(), 23U);
  for (const int status : statuses) {
    const auto entries = error_catalogue();
    EXPECT_EQ(std::count_if(entries.begin(), entries.end(),
                            [&](const ErrorEntry& entry) {
                              return entry.status == status && entry.on_errors_page;
                            }),
              1)
        << status;
    ASSERT_NE(default_error(status), nullptr) << status;
    EXPECT_TRUE(default_error(status)->on_errors_page) << status;
  }
  for (const ErrorEntry& entry : error_catalogue()) {
    EXPECT_TRUE(!entry.on_errors_page || statuses.contains(entry.status)) << entry.id;
  }
}

TEST(ErrorCatalogue, HasADefaultForEveryOtherStatusItKnows) {
  for (const ErrorEntry& entry : error_catalogue()) {
    const ErrorEntry* const fallback = default_error(entry.status);
    ASSERT_NE(fallback, nullptr) << entry.id;
    EXPECT_EQ(fallback->status, entry.status);
  }
  for (const int unknown : {0, 200, 304, 418, 499, 599}) {
    EXPECT_EQ(default_error(unknown), nullptr) << unknown;
  }
}

TEST(ErrorCatalogue, ResolvesEveryCode) {
  for (const ErrorEntry& entry : error_catalogue()) {
    if (!entry.code.empty()) {
      EXPECT_FALSE(errors_of_code(entry.code).empty() && entry.status != 401) << entry.code;
    }
  }
  for (const std::string_view unknown : {"", "toomanyrequests", "No_Such_Code", "429"}) {
    EXPECT_TRUE(errors_of_code(unknown).empty()) << unknown;
  }
}

TEST(ErrorCatalogue, TellsPlainCodesFromAmbiguousOnes) {
  struct Row {
    std::string_view code;
    std::string_view id;
  };
  const Row plain[] = {{"TooManyRequests", "too-many-requests"},
                       {"Authorization_RequestDenied", "permission-missing"},
                       {"insufficient_claims", "insufficient-claims"},
                       {"accessDenied", "access-denied"},
                       {"activityLimitReached", "activity-limit-reached"},
                       {"Request_UnsupportedQuery", "unsupported-query"},
                       {"Directory_QuotaExceeded", "link-quota-exceeded"},
                       {"Request_UnprocessableEntity", "validation-failed"},
                       {"Directory_ConcurrencyViolation", "concurrency-violation"},
                       {"resyncRequired", "resync-required"}};
  for (const Row& row : plain) {
    const auto found = errors_of_code(row.code);
    ASSERT_EQ(found.size(), 1U) << row.code;
    EXPECT_EQ(found.front()->id, row.id);
  }
  for (const std::string_view code : {"InvalidAuthenticationToken", "UnknownError",
                                      "Request_BadRequest", "BadRequest", "resourceModified"}) {
    EXPECT_GT(errors_of_code(code).size(), 1U) << code;
  }
}

TEST(ErrorCatalogue, KnowsTheBasicAndDirectoryCodes) {
  const std::string_view codes[] = {"accessDenied",
                                    "activityLimitReached",
                                    "extensionError",
                                    "generalException",
                                    "invalidRange",
                                    "invalidRequest",
                                    "itemNotFound",
                                    "malwareDetected",
                                    "nameAlreadyExists",
                                    "notAllowed",
                                    "notSupported",
                                    "resourceModified",
                                    "resyncRequired",
                                    "serviceNotAvailable",
                                    "syncStateNotFound",
                                    "quotaLimitReached",
                                    "unauthenticated",
                                    "Authentication_MissingOrMalformed",
                                    "Authentication_Unauthorized",
                                    "Authentication_UnsupportedTokenType",
                                    "Authentication_ExpiredToken",
                                    "Authorization_IdentityDisabled",
                                    "Authorization_IdentityNotFound",
                                    "Authorization_RequestDenied",
                                    "Request_ResourceNotFound",
                                    "Directory_ObjectNotFound",
                                    "Directory_ExpiredPageToken",
                                    "Directory_ReplicaUnavailable",
                                    "Request_DataContractVersionMissing",
                                    "Request_InvalidDataContractVersion",
                                    "Headers_HeaderNotSupported",
                                    "Request_BadRequest",
                                    "Request_InvalidRequestUrl",
                                    "Request_UnsupportedQuery",
                                    "Request_MultipleObjectsWithSameKeyValue",
                                    "Service_InternalServerError",
                                    "Directory_ConcurrencyViolation",
                                    "Directory_QuotaExceeded",
                                    "Request_ThrottledPermanently",
                                    "Request_ThrottledTemporarily",
                                    "ExpandNotSupported",
                                    "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
                                    "Authentication_MSGraphPermissionMissing",
                                    "SyncStateNotFound",
                                    "ApplicationThrottled",
                                    "MailboxInfoStale",
                                    "QuotaExceededException",
                                    "ErrorQuotaExceeded",
                                    "FailedDependency"};
  for (const std::string_view code : codes) {
    EXPECT_FALSE(errors_of_code(code).empty()) << code;
  }
}

TEST(ErrorCatalogue, EveryEntryMakesAReadableBody) {
  const AnswerStamp stamp{.request_id = "r", .client_request_id = "c"};
  for (const ErrorEntry& entry : error_catalogue()) {
    const GraphError error = make_error(entry.id);
    const std::string body = error_body(error, stamp);
    if (entry.format == BodyFormat::html) {
      EXPECT_NE(body.find("</HTML>"), std::string::npos) << entry.id;
      continue;
    }
    const auto parsed = parse_json(body);
    ASSERT_TRUE(parsed) << entry.id << ": " << body;
    EXPECT_EQ((*parsed)["error"]["code"], std::string(entry.code)) << entry.id;
    EXPECT_EQ((*parsed)["error"]["message"], std::string(entry.message)) << entry.id;
  }
}

TEST(ErrorCatalogue, SpeaksOfLengthRequiredAsHttpSysDoes) {
  EXPECT_EQ(make_error("length-required").page,
            "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"\"http://www.w3.org/TR/html4/"
            "strict.dtd\">\r\n<HTML><HEAD><TITLE>Length Required</TITLE>\r\n<META "
            "HTTP-EQUIV=\"Content-Type\" Content=\"text/html; charset=us-ascii\"></HEAD>\r\n"
            "<BODY><h2>Length Required</h2>\r\n<hr><p>HTTP Error 411. The request must be chunked "
            "or have a content length.</p>\r\n</BODY></HTML>");
}

TEST(ErrorCatalogue, FillsPlaceholders) {
  const GraphError error = fill(make_error("resource-not-found"), "id", "a{id}b");
  EXPECT_EQ(error.message,
            "Resource 'a{id}b' does not exist or one of its queried reference-property objects are "
            "not present.");
  EXPECT_EQ(fill(make_error("resource-not-found"), "segment", "x").message,
            make_error("resource-not-found").message);
}

TEST(ErrorCatalogue, LeavesNoPlaceholderToTheWire) {
  for (const ErrorEntry& entry : error_catalogue()) {
    GraphError error = make_error(entry);
    fill_rest(error, "mef");
    EXPECT_EQ(error.message.find('{'), std::string::npos) << entry.id << ": " << error.message;
  }
  GraphError segment = make_error("segment-not-found");
  fill_rest(segment, "mef");
  EXPECT_EQ(segment.message, "Resource not found for the segment 'mef'.");
}

}  // namespace
}  // namespace graphfault::graph
