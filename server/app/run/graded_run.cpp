// SPDX-License-Identifier: MIT
#include "app/run/graded_run.hpp"

#include "app/log/exchange_log.hpp"
#include "app/log/line_writer.hpp"
#include "app/run/client_variables.hpp"
#include "app/run/signal_names.hpp"
#include "app/scenarios/served_scenarios.hpp"
#include "app/serving/addresses.hpp"
#include "app/serving/service.hpp"
#include "base/counted.hpp"
#include "base/time_text.hpp"
#include "control/listening/listener.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <unistd.h>
#include <utility>

namespace graphfault::app {
namespace {

/// The client is gone when its server stops: nobody waits for what is still under way.
constexpr std::chrono::milliseconds kDrainTime{100};

std::optional<std::string> read_variable(const std::string& name) {
  const char* const value = std::getenv(name.c_str());  // NOLINT(concurrency-mt-unsafe)
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

engine::EngineOptions engine_options(const ChosenScenario& scenario, std::uint64_t seed) {
  return {.tenant = {.seed = seed},
          .default_scenario = scenario.name,
          .strangers = engine::Strangers::are_default_tenant};
}

/// The scenario's server, from its start to the verdict.
class GradedServer {
 public:
  GradedServer(const ChosenScenario& scenario, const GradedRunOptions& options,
               engine::ScenarioSet loaded, ServedScenarios& shelf)
      : options_(options),
        shelf_(shelf),
        log_(LogFormat::off, [this](std::string_view lines) { writer_.write(lines); }),
        engine_(std::move(loaded), engine_options(scenario, options.seed)),
        service_(engine_, clock_, log_),
        tenant_(engine_.registry().fallback(clock_.now())) {}

  tl::expected<Surroundings, Problem> start() {
    const std::vector<std::string> hosts = net::ServerOptions{}.hosts;
    net::ServerOptions options{.port = 0, .https_port = 0, .tls = options_.tls.identity};
    options.limits.drain_time = kDrainTime;
    auto wire = net::Server::start(options, service_, clock_);
    if (!wire) {
      return tl::unexpected(wire.error().problem);
    }
    wire_ = std::move(*wire);
    service_.open(*wire_);
    shelf_.serve_into(engine_.registry());
    subject_.emulated = address_of(hosts, wire_->port());
    subject_.emulated_https = address_of(hosts, wire_->https_port(), "https");
    subject_.authority = options_.tls.authority;
    subject_.started = clock_.now();
    auto control = control::Listener::start({.port = 0}, subject_, clock_);
    if (!control) {
      return tl::unexpected(control.error().problem);
    }
    control_ = std::move(*control);
    return Surroundings{.http = subject_.emulated,
                        .https = subject_.emulated_https,
                        .ca = options_.ca,
                        .control = address_of(hosts, control_->port()),
                        .tenant = tenant_->name().text(),
                        .as_proxy = options_.as_proxy};
  }

  void stop() {
    service_.close();
    wire_->stop();
    control_->stop();
  }

  GradedRun judged(const ClientEnd& end, const std::string& trouble) {
    GradedRun graded{.scenario = tenant_->name().text(), .end = end};
    const Instant now = clock_.now();
    const engine::Evidence evidence = tenant_->evidence(now);
    graded.record = std::make_shared<const verdict::Record>(
        evidence.exchanges(),
        verdict::RecordOptions{
            .now = now, .ended = true, .tolerance = evidence.scenario->verdict.tolerance});
    graded.verdict = verdict::judge(*evidence.scenario, *graded.record,
                                    {.rule_plays = evidence.rule_plays,
                                     .dropped = evidence.totals.dropped,
                                     .client_exit = end.code,
                                     .client_trouble = trouble});
    graded.elsewhere = elsewhere();
    graded.started = subject_.started;
    graded.took = clock_.now() - subject_.started;
    return graded;
  }

 private:
  /// A client that went to a tenant of its own choice is told so, and one nobody could read.
  std::string elsewhere() const {
    std::string text;
    for (const auto& other : engine_.registry().tenants()) {
      const std::size_t count = other->evidence(clock_.now()).packed.size();
      if (other != tenant_ && count > 0) {
        text += fmt::format("{}{} to the tenant {}", text.empty() ? "" : ", ",
                            counted(count, "request"), other->name().text());
      }
    }
    const std::size_t strays = engine_.stray_evidence().packed.size();
    if (strays > 0) {
      text +=
          fmt::format("{}{} to no tenant", text.empty() ? "" : ", ", counted(strays, "request"));
    }
    return text;
  }

  const GradedRunOptions& options_;
  SystemClock clock_{};
  ServedScenarios& shelf_;
  LineWriter writer_{STDERR_FILENO};
  ExchangeLog log_;
  engine::Engine engine_;
  Service service_;
  std::shared_ptr<engine::Tenant> tenant_;
  control::EventFeed events_{engine_, clock_};
  control::Subject subject_{.engine = engine_,
                            .shelf = shelf_,
                            .traffic = service_,
                            .events = events_,
                            .version = GRAPHFAULT_VERSION};
  std::unique_ptr<net::Server> wire_{};
  std::unique_ptr<control::Listener> control_{};
};

}  // namespace

std::string trouble_of(const ClientEnd& end, std::chrono::milliseconds timeout) {
  const std::string killed = end.killed ? "; it ignored that and was killed" : "";
  if (end.timed_out) {
    return fmt::format("the client was still running after {} and was told to end (SIGTERM){}",
                       duration_text(timeout), killed);
  }
  if (end.told != 0) {
    return fmt::format("the client was interrupted by {}{}", signal_name(end.told), killed);
  }
  if (end.signal != 0) {
    return fmt::format("the client was ended by {}", signal_name(end.signal));
  }
  return "";
}

tl::expected<GradedRun, Problem> run_graded(const ChosenScenario& scenario,
                                            const GradedRunOptions& options, const Files& files,
                                            ClientRunner& runner) {
  ServedScenarios shelf({.paths = {scenario.file}, .inline_yaml = {}}, scenario.name, files);
  auto loaded = shelf.load();
  if (!loaded) {
    return fail(render(loaded.error()));
  }
  GradedServer server(scenario, options, std::move(*loaded), shelf);
  const auto surroundings = server.start();
  if (!surroundings) {
    return tl::unexpected(surroundings.error());
  }
  ClientCommand command = options.command;
  command.variables = client_variables(*surroundings, read_variable);
  const auto end = runner.run(command);
  server.stop();
  if (!end) {
    return tl::unexpected(end.error());
  }
  return server.judged(*end, trouble_of(*end, command.timeout));
}

}  // namespace graphfault::app
