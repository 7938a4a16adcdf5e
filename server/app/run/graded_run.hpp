// SPDX-License-Identifier: MIT
// One scenario of `run`: a server of its own on free ports, the client, the verdict.
#pragma once

#include "app/files/files.hpp"
#include "app/run/chosen_scenarios.hpp"
#include "app/run/client_runner.hpp"
#include "app/tls/tls_setup.hpp"
#include "base/clock.hpp"
#include "verdict/verdict.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace graphfault::app {

struct GradedRun {
  std::string scenario{};
  ClientEnd end{};
  verdict::Verdict verdict{};
  std::shared_ptr<const verdict::Record> record{};
  std::string elsewhere{};  ///< requests that the verdict knows nothing of, in a sentence
  Instant started{};
  Duration took{};
};

struct GradedRunOptions {
  ClientCommand command{};  ///< its variables are added to
  std::uint64_t seed = 0;
  TlsSetup tls{};
  std::string ca{};       ///< the file of the certificate to trust
  bool as_proxy = false;  ///< the client calls the real hosts, by way of us
};

/// Serves the scenario, runs the client in it, and judges. A problem where the server or the client
/// could not be started; then nothing was judged.
tl::expected<GradedRun, Problem> run_graded(const ChosenScenario& scenario,
                                            const GradedRunOptions& options, const Files& files,
                                            ClientRunner& runner);

/// Why the client did not end by itself, for the verdict; empty where it did.
std::string trouble_of(const ClientEnd& end, std::chrono::milliseconds timeout);

}  // namespace graphfault::app
