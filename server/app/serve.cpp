// SPDX-License-Identifier: MIT
#include "app/addresses.hpp"
#include "app/commands.hpp"
#include "app/exchange_log.hpp"
#include "app/exit_code.hpp"
#include "app/line_writer.hpp"
#include "app/ready_file.hpp"
#include "app/scenario_set.hpp"
#include "app/scenario_sources.hpp"
#include "app/service.hpp"
#include "app/signals.hpp"
#include "control/listener.hpp"

#include <fmt/format.h>

#include <ostream>
#include <sys/resource.h>
#include <unistd.h>

namespace graphfault::app {
namespace {

constexpr std::chrono::seconds kLook{1};

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

int fail_with(const Streams& streams, const Problem& problem, int code) {
  streams.err << "graphfault: " << problem.message
              << (problem.hint.empty() ? "" : "; " + problem.hint) << '\n';
  return code;
}

std::string loaded_text(std::size_t count, const std::string& said) {
  if (count == 0) {
    return "no scenarios (" + said + ")";
  }
  return fmt::format("{} {}, {}", count, count == 1 ? "scenario" : "scenarios", said);
}

/// A server at work, from its ready line to the signal that ends it.
class Serving {
 public:
  Serving(const ServeOptions& options, const Clock& clock, ScenarioSet& scenarios, ExchangeLog& log)
      : options_(options), clock_(clock), scenarios_(scenarios), log_(log) {}

  void announce(const std::string& http, const std::string& control, const std::string& loaded) {
    const std::string tenant = options_.scenario.empty() ? "default" : options_.scenario;
    log_.say({.at = clock_.now(),
              .level = News::Level::info,
              .message = fmt::format("graphfault {} is ready: Graph and sign-in at {}, control API "
                                     "at {}; {}; default tenant: {}",
                                     GRAPHFAULT_VERSION, http, control, loaded, tenant),
              .members = {{"http", http}, {"control", control}}});
  }

  void until_told_to_end(const Signals& signals) {
    while (true) {
      switch (signals.wait(options_.watch ? kLook : std::chrono::hours(1))) {
        case Signals::Event::end:
          return;
        case Signals::Event::reload:
          reload();
          break;
        case Signals::Event::nothing:
          if (options_.watch && scenarios_.has_changed()) {
            reload();
          }
          break;
      }
    }
  }

  void say(const std::string& message) {
    log_.say({.at = clock_.now(), .level = News::Level::info, .message = message, .members = {}});
  }

 private:
  void reload() {
    const Problems problems = scenarios_.reload();
    if (problems.empty()) {
      say("the scenarios were reloaded; running tenants take them at their next reset");
      return;
    }
    log_.say({.at = clock_.now(),
              .level = News::Level::error,
              .message =
                  "the scenarios were not reloaded, the last good ones stay:\n" + render(problems),
              .members = {}});
  }

  const ServeOptions& options_;
  const Clock& clock_;
  ScenarioSet& scenarios_;
  ExchangeLog& log_;
};

/// Everything that serves, over scenarios that are good.
int serve_scenarios(const ServeOptions& options, const ChosenSources& chosen,
                    ScenarioSet& scenarios, const Streams& streams) {
  auto loaded = scenarios.load();
  if (!loaded) {
    streams.err << render(loaded.error());
    return kMisused;
  }
  const std::string loaded_said = loaded_text(loaded->size(), chosen.said);
  const ReadyFile ready_file(options.ready_file);
  const Signals signals;
  const SystemClock clock;
  LineWriter writer(STDOUT_FILENO);
  ExchangeLog log(options.log, [&writer](std::string_view lines) { writer.write(lines); });
  engine::Engine engine(std::move(*loaded), engine_options(options));
  scenarios.serve_into(engine.registry());
  Service service(engine, clock, log);

  const auto wire = net::Server::start({.hosts = options.hosts,
                                        .port = options.port,
                                        .threads = static_cast<unsigned>(options.threads)},
                                       service, clock);
  if (!wire) {
    return fail_with(
        streams, wire.error().problem,
        wire.error().fault == net::Server::StartFault::port_taken ? kPortTaken : kMisused);
  }
  service.open(**wire);
  const std::string http = address_of(options.hosts, (*wire)->port());
  control::Subject subject{.engine = engine,
                           .shelf = scenarios,
                           .traffic = service,
                           .version = GRAPHFAULT_VERSION,
                           .emulated = http,
                           .started = clock.now()};
  const auto listener = control::Listener::start({.hosts = options.hosts,
                                                  .port = options.control_port,
                                                  .allowed_hosts = options.allowed_hosts},
                                                 subject, clock);
  if (!listener) {
    return fail_with(streams, listener.error().problem,
                     listener.error().fault == control::Listener::StartFault::port_taken
                         ? kPortTaken
                         : kMisused);
  }
  const std::string control = address_of(options.hosts, (*listener)->port());
  Serving serving(options, clock, scenarios, log);
  serving.announce(http, control, loaded_said);
  if (const auto written = ready_file.write(http, control); !written) {
    return fail_with(streams, written.error(), kMisused);
  }
  serving.until_told_to_end(signals);

  signals.end_at_once();
  service.close();
  serving.say("stopping: answers under way may leave for five seconds");
  (*wire)->stop();
  (*listener)->stop();
  return kGood;
}

}  // namespace

int serve(const ServeOptions& options, const Streams& streams) {
  if (options.port == options.control_port && options.port != 0) {
    return fail_with(
        streams,
        {.message = "--port and --control-port are both " + std::to_string(options.port),
         .hint = "the control API needs a port of its own"},
        kMisused);
  }
  raise_descriptor_limit();
  const DiskFiles files;
  const ChosenSources chosen =
      choose_sources(options.scenarios, options.scenario_yaml, shipped_folders(), files);
  ScenarioSet scenarios(chosen.sources, options.scenario, files);
  return serve_scenarios(options, chosen, scenarios, streams);
}

}  // namespace graphfault::app
