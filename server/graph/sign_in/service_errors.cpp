// SPDX-License-Identifier: MIT
#include "graph/sign_in/tables.hpp"

#include <array>

namespace graphfault::graph::sign_in {
namespace {

constexpr std::array kServiceErrors{
    SignInError{.number = 50049,
                .status = 400,
                .error = "invalid_instance",
                .text = "Unknown or invalid instance.",
                .evidence = Evidence::captured,
                .source = "MSAL sources name the error; wording unverified"},
    SignInError{.number = 50196,
                .status = 400,
                .error = "invalid_grant",
                .text =
                    "The server terminated an operation because it encountered a client request "
                    "loop. Please contact your app vendor.",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: LoopDetected; error and wording unverified"},
    SignInError{.number = 90002,
                .status = 400,
                .error = "invalid_request",
                .text =
                    "Tenant '{tenant}' not found. Check to make sure you have the correct tenant "
                    "ID and are signing into the correct cloud. Check with your subscription "
                    "administrator, this may happen if there are no active subscriptions for the "
                    "tenant.",
                .evidence = Evidence::captured,
                .source = "captures; invalid_tenant on openid-configuration"},
    SignInError{.number = 90006,
                .status = 500,
                .error = "server_error",
                .text = "Service is temporarily unavailable. Please retry later.",
                .evidence = Evidence::documented,
                .source =
                    "Entra error codes page: ExternalServerRetryableError; status and wording "
                    "unverified"},
    SignInError{.number = 90033,
                .status = 503,
                .error = "temporarily_unavailable",
                .text = "A transient error has occurred. Please try again.",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: MsodsServiceUnavailable; status and wording "
                          "unverified"},
    SignInError{.number = 90055,
                .status = 429,
                .error = "temporarily_unavailable",
                .text = "There are too many incoming requests. Please try again later.",
                .evidence = Evidence::documented,
                .source =
                    "Entra error codes page: TenantThrottlingError; status, error and wording "
                    "unverified"},
};

}  // namespace

std::span<const SignInError> service_errors() { return kServiceErrors; }

}  // namespace graphfault::graph::sign_in
