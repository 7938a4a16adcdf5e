// SPDX-License-Identifier: MIT
#include "app/commands/serve.hpp"

#include "app/command_line/complaint.hpp"
#include "app/command_line/exit_code.hpp"
#include "app/log/exchange_log.hpp"
#include "app/log/line_writer.hpp"
#include "app/scenarios/scenario_sources.hpp"
#include "app/scenarios/served_scenarios.hpp"
#include "app/serving/addresses.hpp"
#include "app/serving/ready_file.hpp"
#include "app/serving/service.hpp"
#include "app/serving/signals.hpp"
#include "app/tls/tls_setup.hpp"
#include "base/counted.hpp"
#include "control/listening/listener.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <ostream>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace graphfault::app {
namespace {

constexpr std::chrono::seconds kLookForChanges{1};
constexpr std::uint16_t kHttpsPort = 8443;

/// Every connection is a descriptor; the soft limit is often 1,024.
void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
  }
}

engine::EngineOptions engine_options(const ServeOptions& options) {
  return {.tenant = {.seed = options.seed,
                     .frozen_at = options.clock,
                     .marks = options.marks,
                     .journal_bytes = options.journal_bytes},
          .default_scenario = options.scenario,
          .max_tenants = options.max_tenants};
}

/// What ends the start: the line to say and the code to end with.
struct Failure {
  Problem problem{};
  int code = kMisused;
};

std::string loaded_text(std::size_t count, const std::string& said) {
  if (count == 0) {
    return "no scenarios (" + said + ")";
  }
  return counted(count, "scenario") + ", " + said;
}

/// A server at work, from its ready line to the signal that ends it.
class Serving {
 public:
  Serving(const ServeOptions& options, const Clock& clock, ServedScenarios& scenarios,
          ExchangeLog& log)
      : options_(options), clock_(clock), scenarios_(scenarios), log_(log) {}

  void announce(const Addresses& addresses, const std::string& loaded) {
    const std::string tenant = options_.scenario.empty() ? "default" : options_.scenario;
    log_.say({.at = clock_.now(),
              .level = News::Level::info,
              .message = fmt::format("graphfault {} is ready: Graph and sign-in at {} and {}, "
                                     "control API at {}; {}; default tenant: {}",
                                     GRAPHFAULT_VERSION, addresses.http, addresses.https,
                                     addresses.control, loaded, tenant),
              .members = {{"http", addresses.http},
                          {"https", addresses.https},
                          {"control", addresses.control}}});
  }

  void until_told_to_end(const Signals& signals) {
    const std::chrono::seconds patience = options_.watch ? kLookForChanges : std::chrono::hours(1);
    for (auto event = signals.wait(patience); event != Signals::Event::end;
         event = signals.wait(patience)) {
      const bool is_told = event == Signals::Event::reload;
      if (is_told || (options_.watch && scenarios_.has_changed())) {
        reload();
      }
    }
  }

  /// Says nothing where there is no warning.
  void warn(const std::string& warning) {
    if (!warning.empty()) {
      say(warning, News::Level::warning);
    }
  }

  void say(const std::string& message, News::Level level = News::Level::info) {
    log_.say({.at = clock_.now(), .level = level, .message = message, .members = {}});
  }

 private:
  void reload() {
    const Problems problems = scenarios_.reload();
    if (problems.empty()) {
      say("the scenarios were reloaded; running tenants use them after their next reset");
      return;
    }
    log_.say({.at = clock_.now(),
              .level = News::Level::error,
              .message = "the scenarios were not reloaded; the last good ones stay in use:\n" +
                         render(problems),
              .members = {}});
  }

  const ServeOptions& options_;
  const Clock& clock_;
  ServedScenarios& scenarios_;
  ExchangeLog& log_;
};

template <class StartProblem>
tl::unexpected<Failure> failed_start(const StartProblem& start) {
  const bool taken = start.fault == decltype(start.fault)::port_taken;
  return tl::unexpected(Failure{.problem = start.problem, .code = taken ? kPortTaken : kMisused});
}

std::uint16_t https_port_of(const ServeOptions& options) {
  return options.https_port.value_or(options.port == 0 ? 0 : kHttpsPort);
}

/// Each of the three needs one of its own.
tl::expected<void, Problem> check_ports(const ServeOptions& options) {
  const std::pair<const char*, std::uint16_t> ports[] = {{"--port", options.port},
                                                         {"--https-port", https_port_of(options)},
                                                         {"--control-port", options.control_port}};
  for (const auto* one = std::begin(ports); one != std::end(ports); ++one) {
    const auto* const other = std::find_if(one + 1, std::end(ports), [one](const auto& port) {
      return port.second == one->second && port.second != 0;
    });
    if (other != std::end(ports)) {
      return fail(fmt::format("{} and {} are both {}", one->first, other->first, one->second),
                  "HTTP, HTTPS and the control API each need a port of their own");
    }
  }
  return {};
}

tl::expected<std::unique_ptr<net::Server>, Failure> start_wire(const ServeOptions& options,
                                                               const TlsSetup& tls,
                                                               Service& service,
                                                               const Clock& clock) {
  auto wire = net::Server::start({.hosts = options.hosts,
                                  .port = options.port,
                                  .https_port = https_port_of(options),
                                  .tls = tls.identity,
                                  .threads = static_cast<unsigned>(options.threads)},
                                 service, clock);
  if (!wire) {
    return failed_start(wire.error());
  }
  service.open(**wire);
  return std::move(*wire);
}

tl::expected<std::unique_ptr<control::Listener>, Failure> start_control(const ServeOptions& options,
                                                                        control::Subject& subject,
                                                                        const Clock& clock) {
  auto listener = control::Listener::start({.hosts = options.hosts,
                                            .port = options.control_port,
                                            .allowed_hosts = options.allowed_hosts},
                                           subject, clock);
  if (!listener) {
    return failed_start(listener.error());
  }
  return std::move(*listener);
}

/// From good scenarios to the signal that ends the server.
tl::expected<void, Failure> serve_scenarios(const ServeOptions& options, engine::ScenarioSet loaded,
                                            const std::string& said, ServedScenarios& scenarios) {
  const ReadyFile ready_file(options.ready_file);
  const Signals signals;
  const SystemClock clock;
  const Instant started = clock.now();
  LineWriter writer(STDOUT_FILENO);
  ExchangeLog log(options.log, [&writer](std::string_view lines) { writer.write(lines); });
  engine::Engine engine(std::move(loaded), engine_options(options));
  scenarios.serve_into(engine.registry());
  Service service(engine, clock, log, options.tls.names);

  const auto tls = set_up_tls(options.tls, options.hosts, started);
  if (!tls) {
    return tl::unexpected(Failure{.problem = tls.error()});
  }
  const auto wire = start_wire(options, *tls, service, clock);
  if (!wire) {
    return tl::unexpected(wire.error());
  }
  Addresses addresses{.http = address_of(options.hosts, (*wire)->port()),
                      .https = address_of(options.hosts, (*wire)->https_port(), "https")};
  control::EventFeed events(engine, clock);
  control::Subject subject{.engine = engine,
                           .shelf = scenarios,
                           .traffic = service,
                           .events = events,
                           .version = GRAPHFAULT_VERSION,
                           .emulated = addresses.http,
                           .emulated_https = addresses.https,
                           .authority = tls->authority,
                           .started = started};
  const auto listener = start_control(options, subject, clock);
  if (!listener) {
    return tl::unexpected(listener.error());
  }
  addresses.control = address_of(options.hosts, (*listener)->port());
  if (const auto written = ready_file.write(addresses); !written) {
    return tl::unexpected(Failure{.problem = written.error()});
  }
  Serving serving(options, clock, scenarios, log);
  serving.warn(tls->warning);
  serving.announce(addresses, said);
  serving.until_told_to_end(signals);

  signals.end_at_once();
  service.close();
  serving.say("stopping: answers in progress have five seconds to finish");
  (*wire)->stop();
  (*listener)->stop();
  return {};
}

}  // namespace

int serve(const ServeOptions& options, const Streams& streams) {
  if (const auto apart = check_ports(options); !apart) {
    return complain(streams, apart.error());
  }
  raise_descriptor_limit();
  const DiskFiles files;
  const ChosenSources chosen =
      choose_sources(options.scenarios, options.scenario_yaml, shipped_folders(), files);
  ServedScenarios scenarios(chosen.sources, options.scenario, files);
  auto loaded = scenarios.load();
  if (!loaded) {
    streams.err << render(loaded.error());
    return kMisused;
  }
  const std::string said = loaded_text(loaded->size(), chosen.said);
  const auto served = serve_scenarios(options, std::move(*loaded), said, scenarios);
  return served ? kGood : complain(streams, served.error().problem, served.error().code);
}

}  // namespace graphfault::app
