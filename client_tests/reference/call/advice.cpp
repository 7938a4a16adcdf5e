// SPDX-License-Identifier: MIT
#include "call/failure.hpp"

#include <array>
#include <string_view>

namespace graphclient {
namespace {

struct CodeAdvice {
  std::string_view code{};
  std::string_view text{};
};
struct StatusAdvice {
  int status = 0;
  std::string_view text{};
};

constexpr std::array kByCode{
    CodeAdvice{"Authentication_RequestFromNonPremiumTenantOrB2CTenant",
               "leave signInActivity out of $select, or use a tenant with Entra ID P1 or P2"},
    CodeAdvice{"Authentication_MSGraphPermissionMissing",
               "have an administrator consent to the permission that the message names"},
    CodeAdvice{"Authorization_RequestDenied",
               "have an administrator consent to the application permission that the call needs"},
    CodeAdvice{"Directory_QuotaExceeded", "delete objects or have the quota raised"},
    CodeAdvice{"Request_UnsupportedQuery",
               "simplify the query, or send it as an advanced one (--eventual)"},
    CodeAdvice{"Directory_ExpiredPageToken", "start the listing again from its first page"},
    CodeAdvice{"SyncStateNotFound", "start a full synchronisation without the saved state"},
    CodeAdvice{"syncStateNotFound", "start a full synchronisation without the saved state"},
    CodeAdvice{"AADSTS7000215", "use the secret's value, not its id"},
    CodeAdvice{"AADSTS7000222", "make a new client secret: this one has expired"},
    CodeAdvice{"AADSTS700016", "check the client id and the tenant"},
    CodeAdvice{"AADSTS90002", "check the tenant's name or id"},
};

constexpr std::array kByStatus{
    StatusAdvice{400, "fix the request: sending it again unchanged will not help"},
    StatusAdvice{401, "check the application's credentials and the token's audience"},
    StatusAdvice{402, "pay for the metered service"},
    StatusAdvice{403, "ask for the permission or the licence that the call needs"},
    StatusAdvice{404, "check the id or the path"},
    StatusAdvice{405, "use a method that the resource allows"},
    StatusAdvice{406, "ask for a format that the service offers (Accept)"},
    StatusAdvice{409, "read the resource again and settle the conflict"},
    StatusAdvice{410, "start a full synchronisation: the item or state is gone"},
    StatusAdvice{411, "send Content-Length"},
    StatusAdvice{412, "read the resource again: it has changed since"},
    StatusAdvice{413, "send less at a time"},
    StatusAdvice{415, "send a Content-Type that the service takes"},
    StatusAdvice{416, "ask for a range inside the resource"},
    StatusAdvice{422, "fix the values that the details name"},
    StatusAdvice{423, "wait until the lock is released, then try again"},
    StatusAdvice{424, "fix the operation that this one depends on"},
    StatusAdvice{429, "try again later, with fewer or cheaper requests"},
    StatusAdvice{500, "if this continues, report the request-id to the service's support"},
    StatusAdvice{501, "the service does not offer this: ask for something else"},
    StatusAdvice{503, "try again later"},
    StatusAdvice{504, "try again later, or ask for less at a time"},
    StatusAdvice{507, "free storage or have the quota raised"},
    StatusAdvice{509, "try again much later: the bandwidth of the application is used up"},
};

std::string by_code(const ServiceError& error) {
  for (const CodeAdvice& row : kByCode) {
    if (has_code(error, row.code)) {
      return std::string(row.text);
    }
  }
  return {};
}

std::string by_status(int status) {
  for (const StatusAdvice& row : kByStatus) {
    if (row.status == status) {
      return std::string(row.text);
    }
  }
  return status >= 500 ? "if this continues, report the request-id to the service's support"
                       : std::string{};
}

}  // namespace

std::string advice(const Failure& failure) {
  if (failure.kind == FailureKind::step_up) {
    return "sign in again interactively, passing the claims shown here to the token request";
  }
  if (failure.reason == kUntrusted) {
    return "name the file of the authority to trust in SSL_CERT_FILE, and check the address";
  }
  if (!failure.reached) {
    return "check the address, and that something listens there";
  }
  if (failure.kind == FailureKind::broken) {
    return "try again later; a write may have happened, so read before sending it again";
  }
  const std::string known = by_code(failure.error);
  return known.empty() ? by_status(failure.error.status) : known;
}

}  // namespace graphclient
