// SPDX-License-Identifier: MIT
#include "graph/sign_in/tables.hpp"

#include <array>

namespace graphfault::graph::sign_in {
namespace {

constexpr std::array kUserErrors{
    SignInError{.number = 50013,
                .status = 400,
                .error = "invalid_grant",
                .text = "Assertion failed signature validation.",
                .evidence = Evidence::captured,
                .source = "beginning of the text in public reports; the rest unverified"},
    SignInError{.number = 500133,
                .status = 400,
                .error = "invalid_grant",
                .text = "Assertion is not within its valid time range.",
                .evidence = Evidence::documented,
                .source = "Entra error codes page; wording unverified"},
    SignInError{.number = 50034,
                .status = 400,
                .error = "invalid_grant",
                .text = "The user account {user} does not exist in the {tenant} directory. To sign "
                        "into this application, the account must be added to the directory.",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: UserAccountNotFound; wording unverified"},
    SignInError{.number = 50053,
                .status = 400,
                .error = "invalid_grant",
                .text = "The account is locked, you've tried to sign in too many times with an "
                        "incorrect user ID or password.",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: IdsLocked; wording unverified"},
    SignInError{.number = 50055,
                .status = 400,
                .error = "invalid_grant",
                .text = "The password is expired.",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: InvalidPasswordExpiredPassword"},
    SignInError{.number = 50057,
                .status = 400,
                .error = "invalid_grant",
                .text = "The user account is disabled.",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: UserDisabled"},
    SignInError{.number = 50076,
                .status = 400,
                .error = "interaction_required",
                .text = "Due to a configuration change made by your administrator, or because you "
                        "moved to a new location, you must use multi-factor authentication to "
                        "access '{resource}'.",
                .suberror = "basic_action",
                .with_claims = true,
                .evidence = Evidence::captured,
                .source = "v2-conditional-access-dev-guide, and captures"},
    SignInError{.number = 50079,
                .status = 400,
                .error = "interaction_required",
                .text = "Due to a configuration change made by your administrator, or because you "
                        "moved to a new location, you must enroll in multi-factor authentication "
                        "to access '{resource}'.",
                .suberror = "basic_action",
                .with_claims = true,
                .evidence = Evidence::documented,
                .source = "Entra error codes page: UserStrongAuthEnrollmentRequired"},
    SignInError{.number = 50126,
                .status = 400,
                .error = "invalid_grant",
                .text = "Error validating credentials due to invalid username or password.",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: InvalidUserNameOrPassword"},
    SignInError{.number = 50173,
                .status = 400,
                .error = "invalid_grant",
                .text =
                    "The provided grant has expired due to it being revoked, a fresh auth token "
                    "is needed. The user might have changed or reset their password.",
                .suberror = "bad_token",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: FreshTokenNeeded; suberror and the beginning of "
                          "the text unverified"},
    SignInError{.number = 53000,
                .status = 400,
                .error = "interaction_required",
                .text = "Device is not in required device state: compliant. Conditional Access "
                        "policy requires a compliant device, and the device is not compliant.",
                .suberror = "message_only",
                .with_claims = true,
                .evidence = Evidence::documented,
                .source = "Entra error codes page: DeviceNotCompliant; suberror unverified"},
    SignInError{
        .number = 53003,
        .status = 400,
        .error = "invalid_grant",
        .text = "Access has been blocked by Conditional Access policies. The access policy "
                "does not allow token issuance.",
        .suberror = "message_only",
        .with_claims = true,
        .evidence = Evidence::documented,
        .source = "Entra error codes page: BlockedByConditionalAccess; suberror unverified"},
    SignInError{.number = 65001,
                .status = 400,
                .error = "invalid_grant",
                .text =
                    "The user or administrator has not consented to use the application with ID "
                    "'{app}'. Send an interactive authorization request for this user and "
                    "resource.",
                .suberror = "consent_required",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: DelegationDoesNotExist; suberror unverified"},
    SignInError{.number = 70000,
                .status = 400,
                .error = "invalid_grant",
                .text = "Provided grant is invalid or malformed.",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: InvalidGrant; wording unverified"},
    SignInError{.number = 70008,
                .status = 400,
                .error = "invalid_grant",
                .text =
                    "The provided authorization code or refresh token has expired due to "
                    "inactivity. Send a new interactive authorization request for this user and "
                    "resource.",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: ExpiredOrRevokedGrant"},
    SignInError{.number = 70016,
                .status = 400,
                .error = "authorization_pending",
                .text = "OAuth 2.0 device flow error. Authorization is pending. Continue polling.",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: AuthorizationPending"},
    SignInError{.number = 70020,
                .status = 400,
                .error = "expired_token",
                .text =
                    "The provided value for the input parameter 'device_code' is not valid. This "
                    "device code has expired.",
                .evidence = Evidence::documented,
                .source = "device code page; wording unverified"},
    SignInError{.number = 700082,
                .status = 400,
                .error = "invalid_grant",
                .text = "The refresh token has expired due to inactivity.",
                .evidence = Evidence::documented,
                .source =
                    "Entra error codes page: ExpiredOrRevokedGrantInactiveToken; the tail with "
                    "its dates is left out"},
};

}  // namespace

std::span<const SignInError> user_errors() { return kUserErrors; }

}  // namespace graphfault::graph::sign_in
