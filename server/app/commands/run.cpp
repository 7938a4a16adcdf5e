// SPDX-License-Identifier: MIT
#include "app/commands/run.hpp"

#include "app/command_line/complaint.hpp"
#include "app/command_line/exit_code.hpp"
#include "app/files/output_file.hpp"
#include "app/run/chosen_scenarios.hpp"
#include "app/run/process_runner.hpp"
#include "app/run/run_report.hpp"
#include "app/run/terminal.hpp"
#include "app/scenarios/scenario_sources.hpp"
#include "app/tls/certificate_file.hpp"
#include "net/listening/server.hpp"

#include <algorithm>
#include <ostream>
#include <unistd.h>
#include <utility>

namespace graphfault::app {
namespace {

/// The files asked for, tried before any client runs.
Result<std::vector<std::pair<OutputFile, std::string (*)(const std::vector<GradedRun>&)>>>
open_reports(const RunOptions& options) {
  std::vector<std::pair<OutputFile, std::string (*)(const std::vector<GradedRun>&)>> reports;
  for (const auto& [path, write] :
       {std::pair{options.junit, &junit_of}, std::pair{options.report, &html_of},
        std::pair{options.json, &json_of}}) {
    if (path.empty()) {
      continue;
    }
    auto file = OutputFile::open(path);
    if (!file) {
      return tl::unexpected(file.error());
    }
    reports.emplace_back(std::move(*file), write);
  }
  return reports;
}

std::chrono::milliseconds in_millis(Duration time) {
  return std::chrono::ceil<std::chrono::milliseconds>(time);
}

GradedRunOptions graded_options(const RunOptions& options, TlsSetup tls, const std::string& ca) {
  return {.command = {.words = options.command,
                      .timeout = in_millis(options.timeout),
                      .grace = in_millis(options.grace)},
          .seed = options.seed,
          .tls = std::move(tls),
          .ca = ca,
          .as_proxy = options.as_proxy};
}

/// One scenario after the other, each verdict told when it is there. An interruption ends the row.
Result<std::vector<GradedRun>> run_all(const std::vector<ChosenScenario>& scenarios,
                                       const GradedRunOptions& options, const Streams& streams,
                                       ClientRunner& runner) {
  const verdict::Colour colour =
      wants_colour(STDOUT_FILENO) ? verdict::Colour::on : verdict::Colour::off;
  const DiskFiles files;
  std::vector<GradedRun> runs;
  for (const ChosenScenario& scenario : scenarios) {
    auto graded = run_graded(scenario, options, files, runner);
    if (!graded) {
      return tl::unexpected(graded.error());
    }
    streams.out << told(*graded, colour) << std::flush;
    runs.push_back(std::move(*graded));
    if (runs.back().end.told != 0) {
      break;
    }
  }
  if (scenarios.size() > 1) {
    streams.out << '\n' << summary_table(runs, colour);
  }
  if (runs.size() < scenarios.size()) {
    streams.out << scenarios.size() - runs.size() << " not run: interrupted\n";
  }
  return runs;
}

}  // namespace

int run_clients(const RunOptions& options, const Streams& streams) {
  const DiskFiles files;
  const ChosenSources among = choose_sources(options.among, {}, shipped_folders(), files);
  const auto scenarios = choose_scenarios(options.scenarios, among.sources.paths, files);
  if (!scenarios) {
    streams.err << render(scenarios.error());
    return kMisused;
  }
  auto reports = open_reports(options);
  if (!reports) {
    return complain(streams, reports.error());
  }
  ProcessRunner runner;
  auto tls = set_up_tls({.authority_folder = options.authority_folder}, net::ServerOptions{}.hosts,
                        SystemClock().now());
  if (!tls) {
    return complain(streams, tls.error());
  }
  const CertificateFile certificate(tls->authority);
  if (!certificate.is_there()) {
    return complain(streams, {.message = "the certificate file for the client could not be written",
                              .hint = "set TMPDIR to a folder that you may write to"});
  }
  const auto runs = run_all(
      *scenarios, graded_options(options, std::move(*tls), certificate.path()), streams, runner);
  if (!runs) {
    return complain(streams, runs.error());
  }
  for (auto& [file, write] : *reports) {
    if (const auto written = file.write(write(*runs)); !written) {
      return complain(streams, written.error(), kFailed);
    }
  }
  const bool all_ran = runs->size() == scenarios->size();
  return all_ran && std::all_of(runs->begin(), runs->end(), passed) ? kGood : kFailed;
}

}  // namespace graphfault::app
