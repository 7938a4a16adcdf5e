// SPDX-License-Identifier: MIT
// 401 and 402.
#include "graph/errors/tables.hpp"

namespace graphfault::graph::errors {
namespace {

constexpr std::string_view kInvalidToken = "InvalidAuthenticationToken";

Table tokens() {
  return {
      {.id = "token-expired",
       .status = 401,
       .code = kInvalidToken,
       .message = "Lifetime validation failed, the token is expired.",
       .evidence = Evidence::captured,
       .source = "captures of 2024",
       .on_errors_page = true},
      {.id = "token-empty",
       .status = 401,
       .code = kInvalidToken,
       .message = "Access token is empty.",
       .evidence = Evidence::captured,
       .source = "captures without or with a blank Authorization header"},
      {.id = "token-empty-older",
       .status = 401,
       .code = kInvalidToken,
       .message = "Bearer access token is empty.",
       .evidence = Evidence::captured,
       .source = "older captures"},
      {.id = "token-not-well-formed",
       .status = 401,
       .code = kInvalidToken,
       .message =
           "IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS "
           "or JWE Compact Serialization Format. (JWS): "
           "'EncodedHeader.EncodedPayload.EncodedSignature'. (JWE): "
           "'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector."
           "EncodedCiphertext.EncodedAuthenticationTag'.",
       .evidence = Evidence::captured,
       .source = "captures of 2024 and later, a token without dots"},
      {.id = "compact-token-parsing",
       .status = 401,
       .code = kInvalidToken,
       .message = "CompactToken parsing failed with error code: 80049217",
       .evidence = Evidence::captured,
       .source = "older captures; here for a token with dots that is no JWT"},
      {.id = "token-audience",
       .status = 401,
       .code = kInvalidToken,
       .message = "Access token validation failure. Invalid audience.",
       .evidence = Evidence::captured,
       .source = "captures of tokens for another resource"},
      {.id = "token-signature",
       .status = 401,
       .code = kInvalidToken,
       .message = "Access token validation failure.",
       .evidence = Evidence::captured,
       .source = "captures of tampered tokens"},
      {.id = "unauthenticated",
       .status = 401,
       .code = "unauthenticated",
       .message = "The caller is not authenticated.",
       .evidence = Evidence::documented,
       .source = "errors page: basic codes; message after its description"},
  };
}

Table challenges() {
  return {
      {.id = "token-revoked",
       .status = 401,
       .code = kInvalidToken,
       .message =
           "Continuous access evaluation resulted in challenge with result: InteractionRequired "
           "and code: TokenIssuedBeforeRevocationTimestamp",
       .evidence = Evidence::captured,
       .source = "captures of continuous access evaluation; goes with a claims challenge"},
      {.id = "token-revoked-older",
       .status = 401,
       .code = kInvalidToken,
       .message = "Continuous access evaluation resulted in claims challenge with result: "
                  "InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp",
       .evidence = Evidence::captured,
       .source = "msgraph-sdk-dotnet#1416, 2022"},
      {.id = "token-location",
       .status = 401,
       .code = kInvalidToken,
       .message =
           "Continuous access evaluation resulted in challenge with result: InteractionRequired "
           "and code: LocationConditionEvaluationSatisfied",
       .evidence = Evidence::captured,
       .source = "captures of continuous access evaluation"},
      {.id = "token-outdated-policies",
       .status = 401,
       .code = kInvalidToken,
       .message =
           "Continuous access evaluation resulted in challenge with result: InteractionRequired "
           "and code: TokenCreatedWithOutdatedPolicies",
       .evidence = Evidence::captured,
       .source = "captures of continuous access evaluation"},
      {.id = "claims-challenge-required",
       .status = 401,
       .code = kInvalidToken,
       .message = "Exception of type "
                  "'Microsoft.Graph.AGS.Contracts.ClaimsChallengeRequiredException' was thrown.",
       .evidence = Evidence::captured,
       .source = "app-only continuous access evaluation, 2024"},
      {.id = "insufficient-claims-401",
       .status = 401,
       .code = "insufficient_claims",
       .message = "The presented access token does not carry the claims that this resource "
                  "requires.",
       .evidence = Evidence::inferred,
       .source = "status and header documented (claims-challenge.md); the body is synthetic",
       .by_id_only = true},
  };
}

Table token_vocabulary() {
  constexpr std::string_view kReference = "Azure AD Graph error reference, 2016";
  return {
      {.id = "authentication-missing-or-malformed",
       .status = 401,
       .code = "Authentication_MissingOrMalformed",
       .message = "Access Token missing or malformed.",
       .evidence = Evidence::documented,
       .source = kReference},
      {.id = "authentication-expired-token",
       .status = 401,
       .code = "Authentication_ExpiredToken",
       .message = "Your access token has expired. Please renew it before submitting the request.",
       .evidence = Evidence::documented,
       .source = kReference},
      {.id = "authentication-unsupported-token-type",
       .status = 401,
       .code = "Authentication_UnsupportedTokenType",
       .message = "The type of token presented is not handled. Only bearer tokens are supported.",
       .evidence = Evidence::documented,
       .source = "Azure AD Graph error reference, 2016; status inferred"},
      {.id = "identity-disabled",
       .status = 401,
       .code = "Authorization_IdentityDisabled",
       .message = "The calling application principal is disabled.",
       .evidence = Evidence::documented,
       .source = kReference},
      {.id = "identity-not-found",
       .status = 401,
       .code = "Authorization_IdentityNotFound",
       .message = "The identity of the calling application could not be established.",
       .evidence = Evidence::documented,
       .source = kReference},
      {.id = "payment-required",
       .status = 402,
       .code = "paymentRequired",
       .message = "The payment requirements for the API have not been met.",
       .evidence = Evidence::inferred,
       .source = "status documented; code inferred, message after the errors page",
       .on_errors_page = true},
  };
}

}  // namespace

const Table& unauthorized() {
  static const Table table = [] {
    Table all = tokens();
    for (const Table& part : {challenges(), token_vocabulary()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return table;
}

}  // namespace graphfault::graph::errors
