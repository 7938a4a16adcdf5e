// SPDX-License-Identifier: MIT
// Why a request, or a whole operation, did not succeed.
#pragma once

#include "call/service_error.hpp"

#include <string>

namespace graphclient {

enum class FailureKind {
  refused,    ///< the service said no; the same request will not succeed
  step_up,    ///< a person has to sign in again with the claims of the error
  exhausted,  ///< the service asked to come back, and attempts or time are used up
  broken,     ///< no readable answer came
};

struct Failure {
  FailureKind kind = FailureKind::refused;
  std::string request{};  ///< method and URL
  ServiceError error{};   ///< status 0 where there was no answer
  std::string reason{};   ///< what the client found, where the service's error does not tell it
  int attempts = 1;
  bool reached = true;  ///< false: there was no connection, so nothing can have happened
};

/// "refused", "step-up needed", "exhausted", "no answer".
std::string name_of(FailureKind kind);
/// What a person can do about it: one sentence.
std::string advice(const Failure& failure);
/// Several lines for a person: what was asked, status, most specific code, message, details,
/// request-id, date, what to do. Ends with a newline. Control characters are shown as blanks.
std::string report(const Failure& failure);
/// The same of an operation of a batch in one line: status, code, message, request-id.
std::string summary(const ServiceError& error);

}  // namespace graphclient
