// SPDX-License-Identifier: MIT
#include "graph/sign_in/tables.hpp"

#include <array>

namespace graphfault::graph::sign_in {
namespace {

constexpr std::array kClientErrors{
    SignInError{.number = 7000215,
                .status = 401,
                .error = "invalid_client",
                .text = "Invalid client secret provided. Ensure the secret being sent in the "
                        "request is the client secret value, not the client secret ID, for a "
                        "secret added to app '{app}'.",
                .evidence = Evidence::captured,
                .source = "captures, status included"},
    SignInError{.number = 7000222,
                .status = 401,
                .error = "invalid_client",
                .text = "The provided client secret keys for app '{app}' are expired. Visit the "
                        "Azure portal to create new keys for your app: "
                        "https://aka.ms/NewClientSecret, or consider using certificate "
                        "credentials for added security: https://aka.ms/certCreds.",
                .evidence = Evidence::captured,
                .source = "text captured; status inferred"},
    SignInError{.number = 7000218,
                .status = 401,
                .error = "invalid_client",
                .text = "The request body must contain the following parameter: "
                        "'client_assertion' or 'client_secret'.",
                .evidence = Evidence::captured,
                .source = "text captured; status inferred"},
    SignInError{.number = 700016,
                .status = 400,
                .error = "unauthorized_client",
                .text = "Application with identifier '{app}' was not found in the directory "
                        "'{tenant}'. This can happen if the application has not been installed by "
                        "the administrator of the tenant or consented to by any user in the "
                        "tenant. You may have sent your authentication request to the wrong "
                        "tenant.",
                .evidence = Evidence::captured,
                .source = "captures"},
    SignInError{.number = 700024,
                .status = 401,
                .error = "invalid_client",
                .text = "Client assertion is not within its valid time range.",
                .evidence = Evidence::captured,
                .source = "beginning of the text in public reports, the rest and the status "
                          "unverified"},
    SignInError{.number = 50027,
                .status = 401,
                .error = "invalid_client",
                .text = "JWT token is invalid or malformed.",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: InvalidJwtToken; status and wording unverified"},
    SignInError{.number = 900144,
                .status = 400,
                .error = "invalid_request",
                .text = "The request body must contain the following parameter: '{parameter}'.",
                .evidence = Evidence::captured,
                .source = "captures"},
    SignInError{.number = 900561,
                .status = 400,
                .error = "invalid_request",
                .text = "The endpoint only accepts POST requests. Received a {method} request.",
                .evidence = Evidence::captured,
                .source = "text captured; status inferred"},
    SignInError{.number = 70003,
                .status = 400,
                .error = "unsupported_grant_type",
                .text = "The app requested an unsupported grant type '{grant}'.",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: UnsupportedGrantType; wording unverified"},
    SignInError{.number = 70011,
                .status = 400,
                .error = "invalid_scope",
                .text = "The provided value for the input parameter 'scope' is not valid. The "
                        "scope {scope} is not valid.",
                .evidence = Evidence::captured,
                .source = "captures"},
    SignInError{.number = 500011,
                .status = 400,
                .error = "invalid_resource",
                .text = "The resource principal named {resource} was not found in the tenant named "
                        "{tenant}. This can happen if the application has not been installed by "
                        "the administrator of the tenant or consented to by any user in the "
                        "tenant. You might have sent your authentication request to the wrong "
                        "tenant.",
                .evidence = Evidence::captured,
                .source = "captures; wording unverified"},
    SignInError{.number = 9002313,
                .status = 400,
                .error = "invalid_request",
                .text = "Invalid request. Request is malformed or invalid.",
                .evidence = Evidence::documented,
                .source = "Entra error codes page: InvalidRequest"},
};

}  // namespace

std::span<const SignInError> client_errors() { return kClientErrors; }

}  // namespace graphfault::graph::sign_in
